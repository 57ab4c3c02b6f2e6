// Finding and choosing: exactly these questions, lists by how one stands to them, and the way from a list to practising.

import { expect, test } from 'vitest';
import { cellWidth } from '../../src/text/fit.js';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import { answering, asked, drive, NOW, run, runJson } from '../support/run.js';

const DAY_MS = 86_400_000;
const idsOf = async (args: readonly string[], call: { home: string; now?: number }) =>
  (await runJson<{ id: string }[]>(['list', ...args], call)).map(({ id }) => id);

test('practice <id…> asks exactly these, in this order; practice <topic…> keeps to them', async () => {
  const named = await drive(['practice', 'word', 'one'], { home: temporaryHome() }, answering());
  expect(asked(named.events)).toEqual(['sample/word', 'sample/one']);
  const topic = await drive(['practice', 'stories'], { home: temporaryHome() }, answering());
  expect(asked(topic.events).sort()).toEqual(['sample/story', 'sample/talk']);
  const unknown = await run(['practice', 'wrod']);
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('word') });
});

test('list by how one stands to questions', async () => {
  const home = temporaryHome();
  await drive(
    ['practice', 'one', 'truth', 'word'],
    { home },
    answering((item) => item === 'sample/word'),
  );
  expect((await idsOf(['--seen'], { home })).sort()).toEqual(['one', 'truth', 'word']);
  expect(await idsOf(['--missed'], { home })).toEqual(['word']);
  expect(await idsOf(['--seen', '--missed'], { home })).toEqual(['word']);
  expect(await idsOf(['--unseen'], { home })).not.toContain('one');
  expect(await idsOf(['--flagged'], { home })).toEqual([]);
  expect((await idsOf(['--due'], { home, now: NOW + 400 * DAY_MS })).sort()).toEqual([
    'one',
    'truth',
    'word',
  ]);
  const [samples] = await runJson<{ seen: number; right: number; due: number }[]>(['topics'], { home });
  expect(samples).toMatchObject({ seen: 3, right: 2 });
});

test.each([40, 80, 120])(
  'at %s columns a list, a search and a question lead to practising it',
  async (columns) => {
    const call = { home: temporaryHome(), columns };
    const printed = async (...args: string[]) => (await run(args, call)).out.replace(/\s+/g, ' ');
    expect(await printed('list', '--topic', 'stories')).toContain('api-quiz practice story talk');
    expect(await printed('search', 'idempotency')).toContain('api-quiz practice');
    expect(await printed('show', 'one')).toContain('api-quiz practice one');
    expect((await run(['list'], call)).out).toMatchSnapshot();
    expect((await run(['topics'], call)).out).toMatchSnapshot();
  },
);

test('where a table of topics is wider than the window, figures stand below the topic', async () => {
  const name = 'a-pack-with-a-name-that-is-long';
  const pack = folderOf({ 'pack.yaml': packFile(name), 'one.md': questionFile(name, 'one') });
  const { out } = await run(['topics', '--pack', pack], { home: temporaryHome(), columns: 40 });
  expect(Math.max(...out.split('\n').map(cellWidth))).toBeLessThanOrEqual(40);
  expect(out).toContain('a-pack-with-a-name-that-is-long-topic\n  1 in all, 0 seen, 0 right, 0 due\n');
});

test('piped, no stem is cut', async () => {
  const { out } = await run(['list']);
  expect(out).not.toContain('…');
});

test('history names sittings by the shortest start that is taken', async () => {
  const home = temporaryHome();
  await drive(['practice', 'one'], { home }, answering());
  const { out } = await run(['history'], { home, columns: 80 });
  const short = /(\d{8}T\d{4}\S*)\s*$/m.exec(out)?.[1] ?? '';
  expect(short).toHaveLength(13);
  expect((await run(['history', short], { home })).out).toContain('one');
});

test('an interview in the past is refused', async () => {
  const refused = await run(['config', 'interviewDate', '2020-01-01']);
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('2026-11-20') });
  expect((await run(['config', 'interviewDate', '2026-11-20'])).code).toBe(0);
});
