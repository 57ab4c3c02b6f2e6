// hedged-key: only the right option qualifies what it says, as right statements tend to.

import type { QuestionRule } from './finding.js';
import { HEDGES } from './hedges.js';
import { hitAt, onOptions } from './options.js';

export const hedgedKey: QuestionRule = {
  code: 'hedged-key',
  severity: 'warning',
  message: 'only the right option qualifies its claim ("{word}"); say it plainly, or qualify a wrong one too',
  check: onOptions(({ keys, distractors }) => {
    if (distractors.some(({ text }) => HEDGES.test(text))) return [];
    const hedged = keys.filter(({ text }) => HEDGES.test(text));
    if (hedged.length < keys.length) return [];
    return hedged.map((key) => hitAt(key, { word: HEDGES.exec(key.text)?.[0] ?? '' }));
  }),
};
