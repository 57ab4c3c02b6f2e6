// What a sitting is made of, said before it begins.

import { expect, test } from 'vitest';
import type { PlannedItem } from '../../src/history/records.js';
import { madeOf } from '../../src/session/made-of.js';

const plan = (...items: string[]) =>
  items.map((item) => ({ item, type: 'single-choice' })) as unknown as PlannedItem[];
const seen = (item: string) => item.startsWith('seen');

test.each([
  [plan('a', 'b'), ''],
  [plan('seen-a', 'b', 'c'), '1 review and 2 new questions, about 3 minutes'],
  [plan('seen-a'), '1 review, about 1 minute'],
  [plan('seen-a', 'seen-b', 'c'), '2 reviews and 1 new question, about 3 minutes'],
])('%j', (items, words) => {
  expect(madeOf(items, seen)).toBe(words);
});
