// What is kept of answers is refused where the bank of today would have made something else of them.

import { expect, test } from 'vitest';
import type { RememberedAnswer } from '../../src/history/remembered-answer.js';
import { sittingsOf } from '../../src/history/sittings.js';
import { noRecollection } from '../../src/session/no-recollection.js';
import { packRecollection, recollect, unpackRecollection } from '../../src/session/recollection.js';
import { answered, NOW, segment } from '../history/sample-records.js';

const TOPICS = ['reliability-patterns'];
const [first, second] = sittingsOf([
  segment(1, [answered(0, NOW + 1000), answered(1, NOW + 2000, { markedBy: 'assistant', counts: false })]),
]).flatMap(({ answers }) => answers) as [RememberedAnswer, RememberedAnswer];
const today = (key: string) => ({ keys: new Map([[first.item, key]]), difficulties: new Map() });

test.each([
  ['by the key', [first]],
  ['by the key, then by one who is not trusted', [first, second]],
])('of an item whose key has changed nothing is believed: marked %s', (_, answers) => {
  const recollection = noRecollection(TOPICS);
  for (const answer of answers)
    recollect(recollection, { ...answer, item: first.item }, today(first.effectiveKeyHash));
  const packed = packRecollection(recollection);
  expect(unpackRecollection(packed, TOPICS, today(first.effectiveKeyHash))).toBeDefined();
  expect(unpackRecollection(packed, TOPICS, today('another key'))).toBeUndefined();
});
