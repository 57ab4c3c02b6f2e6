// The filters every verb shares: names checked against the bank, several values of one widen, several filters narrow.

import { expect, it } from 'vitest';
import { makeBank } from '../../src/bank/bank.js';
import { indexQuestion } from '../../src/bank/entry.js';
import { decodeFilter, type Filter, filterEntries, filterInWords, NO_FILTER } from '../../src/bank/filter.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { numeric, singleChoice, trueFalse } from '../support/questions.js';
import { PACK_FILE, questionFile, temporaryPack } from './temporary-pack.js';

const entries = [
  indexQuestion(
    trueFalse(true, { id: 'a', topic: 'caching', level: 'foundation', tags: ['cdn'] }),
    'core',
    'a.md',
  ),
  indexQuestion(
    singleChoice(3, { id: 'b', topic: 'caching', level: 'advanced', roles: ['architect'] }),
    'core',
    'b.md',
  ),
  indexQuestion(
    numeric(1, 0, { id: 'c', topic: 'errors', level: 'advanced', concepts: ['x', 'y'] }),
    'mine',
    'c.md',
  ),
];

it.each<[string, Partial<Filter>, string]>([
  ['nothing', {}, 'abc'],
  ['one topic', { topics: ['caching'] }, 'ab'],
  ['two topics widen', { topics: ['caching', 'errors'] }, 'abc'],
  ['topic and level narrow', { topics: ['caching'], levels: ['advanced'] }, 'b'],
  ['a concept that is not the first', { concepts: ['y'] }, 'c'],
  ['types', { types: ['numeric', 'true-false'] }, 'ac'],
  ['a tag', { tags: ['cdn'] }, 'a'],
  ['a pack', { packs: ['mine'] }, 'c'],
  ['a role: what is for everyone stays', { roles: ['tester'] }, 'ac'],
  ['a role of its own', { roles: ['architect'] }, 'abc'],
])('%s', (_, filter, ids) => {
  expect(
    filterEntries(entries, { ...NO_FILTER, ...filter })
      .map(({ id }) => id)
      .join(''),
  ).toBe(ids);
});

it('is told in words', () => {
  expect(filterInWords(NO_FILTER)).toBe('');
  expect(filterInWords({ ...NO_FILTER, topics: ['graphql'], levels: ['advanced'] })).toBe(
    'graphql, advanced',
  );
});

const bank = async () =>
  makeBank([
    await loadFolderPack(temporaryPack({ 'pack.yaml': PACK_FILE, 'a.md': questionFile('a') }), null),
  ]);

it('names are those of the bank, whatever their case', async () => {
  const typed = { ...NO_FILTER, topics: ['Caching'], levels: ['ADVANCED'], packs: ['small'] };
  expect(decodeFilter(typed, await bank())).toEqual({
    ...NO_FILTER,
    topics: ['caching'],
    levels: ['advanced'],
    packs: ['small'],
  });
});

it.each<[string, Partial<{ [K in keyof Filter]: string[] }>, object]>([
  ['topic', { topics: ['cachin'] }, { kind: 'topic', nearest: 'caching' }],
  ['concept', { concepts: ['fresh'] }, { kind: 'concept' }],
  ['tag', { tags: ['cdn'] }, { kind: 'tag', nearest: '' }],
])('an unknown %s is refused with the nearest names', async (_, typed, args) => {
  const known = await bank();
  expect(() => decodeFilter({ ...NO_FILTER, ...typed }, known)).toThrow(
    expect.objectContaining({ code: 'filter-unknown', args: expect.objectContaining(args) }),
  );
});
