// Many packs as one bank: order, joined topics, what is left out and told, and finding by name.

import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBank } from '../../src/bank/bank.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { PACK_FILE, questionFile, temporaryPack } from './temporary-pack.js';

const load = (files: Readonly<Record<string, string>>) => loadFolderPack(temporaryPack(files), null);

const first = () =>
  load({
    'pack.yaml': PACK_FILE,
    'a.md': questionFile('a', { topic: 'errors', concept: 'problem-details' }),
    'z.md': questionFile('z'),
    'b.md': questionFile('b'),
  });

const second = () =>
  load({
    'pack.yaml': `id: extra
title: Extra
topics:
  - { slug: caching, title: Caching again, concepts: [{ slug: freshness, title: Same }, { slug: stampede, title: Stampede }] }
  - { slug: paging, title: Paging }
`,
    'b.md': questionFile('b', { concept: 'stampede' }),
    'c.md': questionFile('c'),
  });

describe('a bank of two packs', () => {
  it('orders by pack, topic of pack.yaml, id', async () => {
    const bank = makeBank([await first(), await second()]);
    expect(bank.problems).toEqual([]);
    expect(bank.entries.map(({ key }) => key)).toEqual([
      'small/b',
      'small/z',
      'small/a',
      'extra/b',
      'extra/c',
    ]);
  });

  it('joins topics: the first title stands, concepts add up', async () => {
    const bank = makeBank([await first(), await second()]);
    const topics = bank.topics.map(({ title, concepts }) =>
      [title, ...concepts.map(({ slug }) => slug)].join(' '),
    );
    expect(topics).toEqual(['Caching freshness validation stampede', 'Errors problem-details', 'Paging']);
  });

  it('gives the question of an entry', async () => {
    const bank = makeBank([await first(), await second()]);
    for (const entry of bank.entries)
      expect(bank.question(entry)).toMatchObject({ id: entry.id, concepts: entry.concepts });
  });

  it('refuses two packs with one id', async () => {
    const packs = [await first(), await first()];
    expect(() => makeBank(packs)).toThrow(expect.objectContaining({ code: 'pack-id-taken' }));
  });
});

describe('find', () => {
  it.each([
    ['extra/b', 'extra/b'],
    ['small/b', 'small/b'],
    ['c', 'extra/c'],
  ])('%s', async (name, key) => {
    expect(makeBank([await first(), await second()]).find(name).key).toBe(key);
  });

  it.each([
    ['b', 'question-ambiguous', { keys: 'small/b, extra/b' }],
    ['bb', 'question-unknown', { name: 'bb' }],
  ])('%s is refused', async (name, code, args) => {
    const bank = makeBank([await first(), await second()]);
    expect(() => bank.find(name)).toThrow(
      expect.objectContaining({ code, args: expect.objectContaining(args) }),
    );
  });
});

it('what does not fit the bank is left out and told, each with the nearest name', async () => {
  const bank = makeBank([
    await load({
      'pack.yaml': PACK_FILE,
      'con.md': questionFile('con'),
      'one/same.md': questionFile('same'),
      'two/same.md': questionFile('same'),
      'topic.md': questionFile('topic', { topic: 'cachin' }),
      'concept.md': questionFile('concept', { concept: 'freshnes' }),
    }),
  ]);
  expect(bank.entries.map(({ file }) => file)).toEqual(['one/same.md']);
  const told = bank.problems.map(
    ({ code, file, args }) => `${code} ${basename(file)} ${args.hint ?? args.other ?? ''}`,
  );
  expect(told).toEqual([
    'id-device-name con.md ',
    'concept-unknown concept.md did you mean freshness?',
    'topic-unknown topic.md did you mean caching?',
    'id-taken same.md one/same.md',
  ]);
});
