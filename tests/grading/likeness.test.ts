// Which words count as the same: groups of the field, roots, slips; figures only when equal.

import { expect, it } from 'vitest';
import { LikenessIndex } from '../../src/grading/likeness.js';
import { wordStem } from '../../src/grading/word-stem.js';

function likeness(known: string, word: string): number {
  const index = new LikenessIndex();
  index.add(wordStem(known));
  return index.like(wordStem(word))[0]?.likeness ?? 0;
}

it.each([
  ['retry', 'retry', 1],
  ['retry', 'retries', 1],
  ['client', 'consumer', 0.8],
  ['authorise', 'permission', 0.8],
  ['idempotency', 'idempotent', 1],
  ['partition', 'partial', 0.85],
  ['signature', 'singature', 0.8],
  ['gateway', 'gatway', 0.8],
  ['header', 'headr', 0.8],
  ['token', 'taken', 0],
  ['401', '403', 0],
  ['http2', 'http3', 0],
  ['cat', 'car', 0],
  ['constructor', 'toString', 0],
])('%s and %s', (known, word, expected) => {
  expect(likeness(known, word)).toBeCloseTo(expected, 2);
});

it('knows nothing of what every object has', () => {
  const index = new LikenessIndex();
  index.add('key');
  for (const word of ['constructor', '__proto__', 'hasOwnProperty', 'toString'])
    expect(index.like(word)).toEqual([]);
});

it('a word costs the same whatever its length', () => {
  const index = new LikenessIndex();
  index.add('a'.repeat(40));
  expect(index.like('a'.repeat(20_000))).toEqual([]);
});
