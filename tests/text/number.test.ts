// Figures are told without false precision.

import { expect, it } from 'vitest';
import { counted, percent, trimNumber } from '../../src/text/number.js';

it('percentages are whole', () => {
  expect([0, 0.333, 0.666, 1].map(percent)).toEqual(['0 %', '33 %', '67 %', '100 %']);
});

it('decimals that are zero are dropped', () => {
  expect([7.5, 10, 1 / 3, 0.1 + 0.2, -0.001].map((value) => trimNumber(value))).toEqual([
    '7.5',
    '10',
    '0.33',
    '0.3',
    '0',
  ]);
  expect(trimNumber(2 / 3, 1)).toBe('0.7');
});

it('one is singular, everything else plural', () => {
  expect([0, 1, 2].map((count) => counted(count, 'answer'))).toEqual(['0 answers', '1 answer', '2 answers']);
  expect(counted(2, 'miss', 'misses')).toBe('2 misses');
});
