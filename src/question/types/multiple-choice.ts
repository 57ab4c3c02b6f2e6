// multiple-choice: every right option is to be ticked, and no wrong one.

import { AND, choiceWhy, keysInWords, labelsOf } from '../answer-words.js';
import type { QuestionTypeRules } from '../question-type.js';
import { refuseUnknown } from '../unknown-name.js';
import { repeatedTexts } from './single-choice.js';

export const multipleChoice: QuestionTypeRules<'multiple-choice'> = {
  lists: [['choices']],
  needs: 'choices',
  sections: [],
  overridable: false,
  check({ choices }) {
    const keys = choices.filter((option) => option.correct).length;
    if (keys === 0)
      return [{ code: 'choices-no-key', path: ['choices'] }, ...repeatedTexts('choices', choices)];
    if (keys === choices.length)
      return [{ code: 'choices-all-keys', path: ['choices'] }, ...repeatedTexts('choices', choices)];
    return repeatedTexts('choices', choices);
  },
  refuse: ({ choices }, response) => refuseUnknown('option', choices, response),
  // Right ticks / right options - wrong ticks / wrong options, floored at 0: ticking everything earns nothing.
  grade({ choices }, response) {
    const ticked = new Set(response);
    const right = choices.filter((option) => option.correct);
    const wrong = choices.filter((option) => !option.correct);
    const share = (options: typeof choices) =>
      options.filter((option) => ticked.has(option.id)).length / Math.max(1, options.length);
    return { credit: Math.max(0, share(right) - share(wrong)) };
  },
  rightResponse: ({ choices }) => choices.filter((option) => option.correct).map((option) => option.id),
  key: ({ choices }) => [
    choices.map((option) => option.id).sort(),
    choices
      .filter((option) => option.correct)
      .map((option) => option.id)
      .sort(),
  ],
  shuffled: ({ choices, shuffle }) => (shuffle === false ? [] : choices.map((option) => option.id)),
  guess({ choices }) {
    const right = choices.filter((option) => option.correct).length;
    return expectedCreditOfCoinTicks(right, choices.length - right);
  },
  seconds: { foundation: 60, intermediate: 75, advanced: 105 },
  words: {
    given: ({ choices }, ids, plain) =>
      ids.length === 0 ? 'nothing ticked' : labelsOf(choices, ids, plain).join(AND),
    right: keysInWords,
    why: (question, ids) => choiceWhy(question, ids ?? []),
  },
  template: `choices:
  - id: first-right
    text: One right option.
    correct: true
    why: What makes it right.
  - id: second-right
    text: Another right option.
    correct: true
    why: What makes it right.
  - id: first-wrong
    text: A tempting wrong option.
    why: Which misconception this is, and the fact.
  - id: second-wrong
    text: Another tempting wrong option.
    why: Which misconception this is, and the fact.
`,
};

/** Expected credit when each option is ticked by a fair coin: sum over the binomials of max(0, r/R - w/W). */
export function expectedCreditOfCoinTicks(right: number, wrong: number): number {
  let sum = 0;
  for (let r = 0; r <= right; r += 1) {
    for (let w = 0; w <= wrong; w += 1) {
      sum += binomial(right, r) * binomial(wrong, w) * Math.max(0, r / right - w / wrong);
    }
  }
  return sum / 2 ** (right + wrong);
}

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i += 1) value = (value * (n - k + i)) / i;
  return value;
}
