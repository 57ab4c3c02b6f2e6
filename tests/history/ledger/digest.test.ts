// The digest of answers tells whatever a fold can look at, and nothing else.

import { expect, test } from 'vitest';
import { digestOf } from '../../../src/history/ledger/digest.js';
import type { RememberedAnswer } from '../../../src/history/remembered-answer.js';
import { sittingsOf } from '../../../src/history/sittings.js';
import { answered, NOW, segment } from '../sample-records.js';

const [made] = sittingsOf([segment(1, [answered(0, NOW)])])[0]!.answers;
const ANSWER: Required<RememberedAnswer> = {
  ...made!,
  counts: true,
  suggested: { met: [], half: [], unsure: [], look: [], flags: [], credit: 0.5, clear: 0, most: 1 },
};

const NAMES = Object.keys(ANSWER) as (keyof RememberedAnswer)[];
const toldBy = (withResponses: boolean) =>
  NAMES.filter((name) => {
    const other = { ...ANSWER, [name]: 'something else' } as RememberedAnswer;
    return digestOf([other], withResponses) !== digestOf([ANSWER], withResponses);
  });
const without = (...left: string[]) => NAMES.filter((name) => !left.includes(name));

test('every field but orders and visits', () => {
  expect(toldBy(true)).toEqual(without('order', 'visits'));
});

test('nor what was answered where that is not wanted', () => {
  expect(toldBy(false)).toEqual(without('order', 'visits', 'response', 'suggested'));
});

test('how many there are, and in which order', () => {
  const second: RememberedAnswer = { ...ANSWER, entry: 1 };
  const digests = [[], [ANSWER], [ANSWER, ANSWER], [ANSWER, second], [second, ANSWER]].map((answers) =>
    digestOf(answers, true),
  );
  expect(new Set(digests).size).toBe(digests.length);
});

test('however the fields are ordered', () => {
  const turned = Object.fromEntries(Object.entries(ANSWER).reverse()) as unknown as RememberedAnswer;
  expect(digestOf([turned], true)).toBe(digestOf([ANSWER], true));
});
