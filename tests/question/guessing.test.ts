// What pure guessing earns: every answer enumerated and graded, against the formulas that the learner model relies on.

import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/question/question.js';
import { guessOf } from '../../src/question/type-rules.js';
import { expectedCreditOfCoinTicks } from '../../src/question/types/multiple-choice.js';
import { expectedTau, kendallTau } from '../../src/question/types/ordering.js';
import {
  cloze,
  matching,
  multipleChoice,
  numeric,
  open,
  ordering,
  request,
  shortAnswer,
  singleChoice,
  spot,
  trueFalse,
} from '../support/questions.js';
import { guesses, inversionsOf, meanCreditOfGuesses } from './random-answering.js';

describe('the stated chance of guessing is the mean credit over all guesses', () => {
  it.each<[string, Question]>([
    ...[2, 3, 4, 5, 9].map((options): [string, Question] => [
      `single-choice of ${options}`,
      singleChoice(options),
    ]),
    ['true-false', trueFalse(false)],
    ...[1, 2, 3, 4].flatMap((right) =>
      [1, 2, 3, 4].map((wrong): [string, Question] => [
        `${right} right, ${wrong} wrong`,
        multipleChoice(right, wrong),
      ]),
    ),
    ...[4, 5, 6, 7].map((count): [string, Question] => [`ordering of ${count}`, ordering(count)]),
    ['matching of 2', matching(2, 0)],
    ['matching of 4', matching(4, 0)],
    ['matching of 3 with 2 distractors', matching(3, 2)],
    ['matching of 6 with 1 distractor', matching(6, 1)],
    ['short-answer', shortAnswer()],
    ['numeric', numeric()],
    ['spot: 1 of 2', spot(1, 2)],
    ['spot: 2 of 6', spot(2, 6)],
    ['spot: 3 of 9', spot(3, 9)],
    [
      'spot: a flaw of three lines and one of one, of 8',
      spot(2, 8, {
        flaws: [
          { id: 'a', lines: '2-4', why: 'A' },
          { id: 'b', lines: '7', why: 'B' },
        ],
      }),
    ],
    ['request', request()],
    ['cloze', cloze()],
    ['open', open()],
  ])('%s', (_, question) => {
    expect(guessOf(question)).toBeCloseTo(meanCreditOfGuesses(question), 12);
  });
});

describe('by hand', () => {
  it('an ordering of 4 has 1, 3, 5, 6, 5, 3, 1 permutations with 0 to 6 inversions', () => {
    const question = ordering(4);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (const order of guesses(question) as string[][]) counts[inversionsOf(question, order)]! += 1;
    expect(counts).toEqual([1, 3, 5, 6, 5, 3, 1]);
  });

  it('so guessing one earns (1 x 1 + 3 x 2/3 + 5 x 1/3) / 24 = 7/36 = .1944', () => {
    expect(expectedTau(4)).toBeCloseTo((1 + 3 * (2 / 3) + 5 * (1 / 3)) / 24, 12);
    expect(expectedTau(4)).toBeCloseTo(7 / 36, 12);
  });

  it('tau: 1 in order, 0 with half of the pairs inverted, -1 backwards', () => {
    expect(kendallTau([0, 1, 2, 3])).toBe(1);
    expect(kendallTau([3, 0, 1, 2])).toBe(0);
    expect(kendallTau([3, 2, 1, 0])).toBe(-1);
  });

  it('1 right and 1 wrong: of the four ways to tick only "right alone" earns, so 1/4', () => {
    expect(expectedCreditOfCoinTicks(1, 1)).toBe(1 / 4);
  });

  it('2 right and 2 wrong: both right alone 1, one right alone 1/2 (two ways), both right with one wrong 1/2 (two ways): 3/16', () => {
    expect(expectedCreditOfCoinTicks(2, 2)).toBe((1 + 2 * 0.5 + 2 * 0.5) / 16);
  });

  it('1 right and 3 wrong: right with 0, 1, 2 of three wrong earns 1, 2/3, 1/3 in 1, 3, 3 ways: 4/16', () => {
    expect(expectedCreditOfCoinTicks(1, 3)).toBeCloseTo((1 + 3 * (2 / 3) + 3 * (1 / 3)) / 16, 12);
  });
});
