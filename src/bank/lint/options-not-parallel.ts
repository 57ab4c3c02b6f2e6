// options-not-parallel: the right option alone has another form than all wrong ones, which agree among themselves.

import type { QuestionRule } from './finding.js';
import { hitAt, onOptions } from './options.js';

/** Forms that can be told without knowing the language: how a text begins and how it ends. */
const FORMS: Readonly<Record<string, (text: string) => boolean>> = {
  'a closing full stop': (text) => /[.!?]["')]?$/.test(text),
  'a capital at the start': (text) => /^\p{Lu}/u.test(text),
  'Yes or No at the start': (text) => /^(yes|no)\b/i.test(text),
  'a word in -ing at the start': (text) => /^\p{L}{2,}ing\b/u.test(text),
  '"to" at the start': (text) => /^to\b/i.test(text),
  'an article at the start': (text) => /^(an?|the)\b/i.test(text),
  '"because" at the start': (text) => /^because\b/i.test(text),
};

export const optionsNotParallel: QuestionRule = {
  code: 'options-not-parallel',
  severity: 'warning',
  check: onOptions(({ keys, distractors }) => {
    const key = keys[0];
    if (key === undefined || keys.length > 1 || distractors.length < 2) return [];
    return Object.entries(FORMS).flatMap(([form, has]) => {
      const alone = distractors.every(({ text }) => has(text) !== has(key.text));
      return alone ? [hitAt(key, { form })] : [];
    });
  }),
};
