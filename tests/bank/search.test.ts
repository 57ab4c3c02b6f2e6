// Words -> questions: every word has to occur, beginnings and slips count, the stem weighs more than a tag.

import { expect, it } from 'vitest';
import { makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { searchBank } from '../../src/bank/search.js';
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
