// api-quiz history sync: what is told, the dry run, the first time, and that a deletion travels.

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { answering, drive, run, runJson } from '../support/run.js';

const practise = (home: string) => drive(['practice', '--count', '2', '--seed', '5'], { home }, answering());
const idsOf = async (home: string) =>
  (await runJson<{ id: string }[]>(['history'], { home })).map(({ id }) => id);

test('two homes through a folder: told in two lines, a deletion travels, the machine does not', async () => {
  const [desk, lap, folder] = [temporaryHome(), temporaryHome(), temporaryHome()];
  await practise(desk);
  await run(['config', 'level', 'advanced'], { home: desk });
  const first = await run(['history', 'sync', folder], { home: desk });
  expect(first).toMatchObject({
    code: 0,
    out: 'came in   nothing\nwent out  1 record; 2 questions as asked; settings: level\n',
  });
  expect(first.err).toContain('This folder will hold: every answer with what was typed');
  const [id = ''] = await idsOf(desk);
  expect(await run(['history', 'sync', folder], { home: lap })).toMatchObject({
    out: 'came in   1 record; 2 questions as asked; settings: level\nwent out  nothing\n',
    err: '',
  });
  expect(await idsOf(lap)).toEqual([id]);
  await run(['history', 'delete', id, '--yes'], { home: lap });
  for (const home of [lap, desk]) await run(['history', 'sync', folder], { home });
  expect(await idsOf(desk)).toEqual([]);
  const machineOf = async (home: string) =>
    (await runJson<{ machine: string }>(['config'], { home })).machine;
  expect(await machineOf(desk)).not.toBe(await machineOf(lap));
});

test('--dry-run says what would move, for a program too, and makes no file', async () => {
  const [home, folder] = [temporaryHome(), temporaryHome()];
  await practise(home);
  const before = readdirSync(home, { recursive: true });
  const told = await run(['history', 'sync', folder, '--dry-run', '--git'], { home });
  expect(told.out).toBe(
    'would come in  nothing\nwould go out   1 record; 2 questions as asked\ngit was not asked: a dry run changes no checkout\n',
  );
  expect(await runJson(['history', 'sync', folder, '--dry-run'], { home })).toEqual({
    dryRun: true,
    cameIn: { added: 0, extended: 0, items: 0, settings: [] },
    wentOut: { added: 1, extended: 0, items: 2, settings: [] },
    conflicts: [],
    unreadable: [],
    committed: false,
    pushedTo: null,
  });
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(home, { recursive: true })).toEqual(before);
});

test('wrong use in one line each', async () => {
  const home = temporaryHome();
  const folder = join(temporaryHome(), 'checkout');
  mkdirSync(folder);
  const told = async (...args: string[]) =>
    (await run(['history', 'sync', ...args], { home })).err.split('\n').at(-2);
  expect(await told()).toContain('history sync needs a folder');
  expect(await told(join(folder, 'gone'))).toContain('no such folder');
  expect(await told(folder, '--git')).toContain('no git checkout');
});
