// Words -> questions: every word has to occur, beginnings and slips count, the stem weighs more than a tag.

import { expect, it } from 'vitest';
import { makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { searchBank, searchConcepts } from '../../src/bank/search.js';
import { shippedBank } from '../support/shipped-bank.js';
import { PACK_FILE, questionFile, temporaryPack } from './temporary-pack.js';

it.each([
  ['conditional', ['etag-reply', 'late-copy']],
  ['CONDITIONAL request', ['etag-reply']],
  ['condit', ['etag-reply', 'late-copy']],
  ['conditonal', ['etag-reply', 'late-copy']],
  ['freshness lifetime', ['late-copy']],
  ['type-member', ['type-member']],
  ['conditional nothing', []],
  ['', []],
])('%s', async (words, ids) => {
  const folder = temporaryPack({
    'pack.yaml': PACK_FILE,
    'late-copy.md': questionFile('late-copy', {
      stem: 'Is a copy conditional, and may a proxy with a long list of reasons keep it?',
    }),
    'etag-reply.md': questionFile('etag-reply', {
      concept: 'validation',
      stem: 'Is a conditional request answered by 304? Conditional!',
    }),
    'type-member.md': questionFile('type-member', { topic: 'errors', concept: 'problem-details' }),
  });
  const bank = makeBank([await loadFolderPack(folder, null)]);
  expect(searchBank(bank, words).map(({ entry }) => entry.id)).toEqual(ids);
});

it('a word says of a concept what it says alone, whatever else is asked for', () => {
  const bank = shippedBank();
  const scores = (...words: string[]) =>
    new Map(
      searchConcepts(bank, bank.entries, new Set(words)).map(({ topic, concept, score }) => [
        `${topic} ${concept}`,
        score,
      ]),
    );
  const [one, other, both] = [scores('caching'), scores('token'), scores('caching', 'token')];
  expect(one.size).toBeGreaterThan(2);
  for (const [place, score] of both)
    expect(score).toBeCloseTo((one.get(place) ?? 0) + (other.get(place) ?? 0), 10);
});
