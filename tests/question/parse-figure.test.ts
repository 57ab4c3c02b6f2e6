// What counts as a number when a person types one.

import { expect, it } from 'vitest';
import { parseFigure } from '../../src/question/types/numeric.js';

it.each([
  ['8.76', 8.76],
  ['8,76', 8.76],
  ['8,760', 8760],
  ['0,125', 0.125],
  ['-0,125', -0.125],
  ['1,234,567.5', 1_234_567.5],
  ['1 000 000', 1_000_000],
  ["1'000", 1000],
  ['1_000', 1000],
  ['99.9%', 99.9],
  ['1e6', 1_000_000],
  ['1.5E-3', 0.0015],
  ['1,5e3', 1500],
  ['-3', -3],
  ['−3', -3],
  ['+4', 4],
  ['.5', 0.5],
  ['5.', 5],
  ['131 hours', 131],
  ['10,000 requests/s', 10_000],
  ['250ms', 250],
  ['≈ 5', 5],
  ['~5', 5],
  ['= 5', 5],
  ['  7  ', 7],
])('%s is %d', (typed, value) => {
  expect(parseFigure(typed)).toBe(value);
});

it.each([
  '',
  ' ',
  'hours',
  '-',
  '.',
  '%',
  '3 or 4',
  '1/2',
  '12:30',
  '1.2.3',
  '8.760,5',
  '0x10',
  'NaN',
  'Infinity',
  '1e400',
  '5 5',
])('%j is no number', (typed) => {
  expect(parseFigure(typed)).toBeUndefined();
});

it('a wall of blanks is no number (a search that is not linear would not come back)', () => {
  expect(parseFigure(`1${' '.repeat(1_000_000)}9`)).toBeUndefined();
});
