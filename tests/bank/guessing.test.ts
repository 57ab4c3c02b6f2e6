// The blind guessers of bench/bank on items small enough to work out by hand.

import { expect, it } from 'vitest';
import { scoreGuessers } from '../../bench/bank/measure.js';
import { type ChoiceItem, guess } from '../../src/bank/guessing/guess.js';
import { GUESSERS } from '../../src/bank/guessing/guessers.js';
import { multipleChoice, singleChoice } from '../support/questions.js';

function item(
  texts: readonly string[],
  keys: readonly number[],
  stem = 'Which header repeats a payment?',
): ChoiceItem {
  const choices = texts.map((text, index) => ({
    id: `o${index}`,
    text,
    correct: keys.includes(index),
    why: 'Why.',
  }));
  return keys.length === 1 ? singleChoice(4, { choices, stem }) : multipleChoice(2, 2, { choices, stem });
}

const creditOf = (name: string, asked: ChoiceItem) =>
  guess(asked, GUESSERS[name] as (typeof GUESSERS)[string]).credit;

it.each<[string, number, string[]]>([
  ['always longest', 1, ['longest', 'long', 'a']],
  ['always longest', 0.5, ['aa', 'bb', 'c']],
  ['always shortest', 1, ['a', 'bb', 'cc']],
  ['middle length', 1, ['bb', 'a', 'ccc']],
  ['most hedged', 1, ['usually so', 'always so', 'so']],
  ['most hedged', 1 / 3, ['so', 'thus', 'hence']],
  ['most words of the stem', 1, ['the payment header', 'the ticket', 'the clock']],
  ['odd one out', 1, ['blue sky', 'red apple', 'red pear']],
  ['most alike', 1, ['red apple pear', 'red apple', 'green pear']],
])('%s earns %d', (name, credit, texts) => {
  expect(creditOf(name, item(texts, [0]))).toBeCloseTo(credit, 9);
});

it('for multiple-choice the better half is ticked and credited as any answer', () => {
  // Ticks the two longest: both right.
  expect(creditOf('always longest', item(['long one', 'long too', 'no', 'nay'], [0, 1]))).toBe(1);
  // One right and one wrong tick: 1/2 - 1/2.
  expect(creditOf('always longest', item(['long one', 'no', 'long too', 'nay'], [0, 1]))).toBe(0);
});

it('chance places the keys anywhere', () => {
  const { byChance } = guess(
    item(['aaa', 'bb', 'c'], [0]),
    GUESSERS['always longest'] as (typeof GUESSERS)[string],
  );
  expect(byChance.map(([credit]) => credit)).toEqual([1, 0, 0]);
  expect(byChance.reduce((sum, [, p]) => sum + p, 0)).toBeCloseTo(1, 12);
});

it('a bank whose keys are longest is told', () => {
  const items = Array.from({ length: 20 }, () =>
    item(['the longest of them', 'short', 'brief', 'small'], [0]),
  );
  const above = scoreGuessers(items).filter(({ within }) => !within);
  expect(above.map(({ guesser }) => guesser)).toContain('always longest');
  const longest = above.find(({ guesser }) => guesser === 'always longest');
  expect(longest).toMatchObject({ credit: 1, chance: 0.25, bound: 0.5 });
});
