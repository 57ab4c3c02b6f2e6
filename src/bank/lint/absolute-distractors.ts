// absolute-distractors: only wrong options claim that something holds always or never, so that they rule themselves out.

import type { QuestionRule } from './finding.js';
import { hitAt, onOptions } from './options.js';

const STRONG = /\b(always|never|only|none|completely|entirely|impossible|in (all|any|every) cases?|under no circumstances)\b/i;
/** These state plain facts more often than they exaggerate; they give something away only where they pile up. */
const WEAK = /\b(all|every|everything|everyone|nothing|nobody|no one|any|anything|must|cannot|can't)\b/i;

export const absoluteDistractors: QuestionRule = {
  code: 'absolute-distractors',
  severity: 'warning',
  check: onOptions(({ question, keys, distractors }) => {
    if (question.type === 'multiple-choice' && distractors.length < 2) return [];
    const isAbsolute = ({ text }: { text: string }) => STRONG.test(text) || WEAK.test(text);
    if (keys.some(isAbsolute)) return [];
    const strong = distractors.filter(({ text }) => STRONG.test(text));
    const absolute = distractors.filter(isAbsolute);
    const hits = absolute.length > 1 ? absolute : strong;
    return hits.map((option) => hitAt(option, { word: (STRONG.exec(option.text) ?? WEAK.exec(option.text))?.[0] ?? '' }));
  }),
};
