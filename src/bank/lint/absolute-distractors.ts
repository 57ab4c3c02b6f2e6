// absolute-distractors: only wrong options claim that something holds always or never, so that they rule themselves out.

import type { QuestionRule } from './finding.js';
import { hitAt, type Option, onOptions } from './options.js';

const STRONG =
  /\b(always|never|only|none|completely|entirely|impossible|in (all|any|every) cases?|under no circumstances)\b/i;
/** These state plain facts more often than they exaggerate; they count where no distractor does without. */
const WEAK = /\b(all|every|everything|everyone|nothing|nobody|no one|any|anything|must|cannot|can't)\b/i;

export const absoluteDistractors: QuestionRule = {
  code: 'absolute-distractors',
  severity: 'warning',
  message: 'only wrong options are absolute ("{word}"), which rules them out; soften them, or the contrast',
  check: onOptions(({ keys, distractors }) => {
    const absoluteOf = ({ text }: Option) => (STRONG.exec(text) ?? WEAK.exec(text))?.[0];
    if (keys.some((key) => absoluteOf(key) !== undefined)) return [];
    const strong = distractors.find(({ text }) => STRONG.test(text));
    const piledUp = distractors.length > 1 && distractors.every((option) => absoluteOf(option) !== undefined);
    const worst = strong ?? (piledUp ? distractors[0] : undefined);
    return worst ? [hitAt(worst, { word: absoluteOf(worst) ?? '' })] : [];
  }),
};
