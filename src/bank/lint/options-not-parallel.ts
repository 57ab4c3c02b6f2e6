// options-not-parallel: the right option alone has another form than all wrong ones, which agree among themselves.

import type { QuestionRule } from './finding.js';
import { hitAt, onOptions } from './options.js';

/** Forms that can be told without parsing the language: how a text begins and how it ends. */
const FORMS: Readonly<Record<string, (text: string) => boolean>> = {
  'full-stop': (text) => /[.!?]["')]?$/.test(text),
  'lower-case': (text) => /^\p{Ll}+(?!\S)/u.test(text),
  'yes-or-no': (text) => /^(yes|no)\b/i.test(text),
  ing: (text) => /^(?!(noth|someth|anyth|everyth|dur|str|th|k|r|br)ing\b)\p{L}{2,}ing\b/iu.test(text),
  to: (text) => /^to\b/i.test(text),
  because: (text) => /^because\b/i.test(text),
};

export const optionsNotParallel: QuestionRule = {
  code: 'options-not-parallel',
  severity: 'warning',
  message: 'the right option alone is written in another form ({form}); begin and end all alike',
  check: onOptions(({ keys, distractors }) => {
    const key = keys[0];
    if (key === undefined || keys.length > 1 || distractors.length < 2) return [];
    return Object.entries(FORMS).flatMap(([form, has]) => {
      const alone = distractors.every(({ text }) => has(text) !== has(key.text));
      return alone ? [hitAt(key, { form })] : [];
    });
  }),
};
