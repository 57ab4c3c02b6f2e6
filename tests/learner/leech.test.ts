// When an item is a leech, and when it is suspended.

import { expect, test } from 'vitest';
import { isLeech, suspendsAt } from '../../src/learner/leech.js';

test('five misses make a leech; the eighth, and every fourth after it, suspends', () => {
  const misses = Array.from({ length: 20 }, (_, index) => index + 1);
  expect(misses.filter((count) => isLeech({ misses: count }))).toEqual(misses.slice(4));
  expect(misses.filter(suspendsAt)).toEqual([8, 12, 16, 20]);
});
