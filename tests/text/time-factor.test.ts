import { expect, test } from 'vitest';
import { readTimeFactor } from '../../src/text/time-factor.js';

test.each([
  ['1.5', 1.5],
  ['10', 10],
  ['off', 'off'],
  ['0', undefined],
  ['10.1', undefined],
  ['1.2.3', undefined],
  ['0x2', undefined],
  ['1e-9', undefined],
  ['-1', undefined],
  ['', undefined],
  ['Off', undefined],
])('%j is %j', (typed, factor) => {
  expect(readTimeFactor(typed)).toBe(factor);
});
