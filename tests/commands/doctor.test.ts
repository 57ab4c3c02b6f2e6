// api-quiz doctor: what it tells of good and of damaged homes.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import { answering, drive, run, runJson } from '../support/run.js';

interface Doctor extends Record<string, unknown> {
  setAside: { file: string; code: string }[];
  setAsideEarlier: string[];
}

test('where files lie, what is readable, and that nothing was set aside', async () => {
  const home = temporaryHome();
  await drive(['practice', '--count', '2'], { home }, answering());
  const { code, out } = await run(['doctor'], { home });
  expect(code).toBe(0);
  for (const line of [
    `home       ${home}`,
    'writable   true',
    `settings   ${join(home, 'config.json')}`,
    `sessions   ${join(home, 'sessions')}`,
    'segments   1',
    'answers    2',
    'questions  10',
    'problems   0',
    'All files are readable; nothing was set aside.',
  ])
    expect(out.split('\n')).toContain(line);
  expect(await runJson(['doctor'], { home })).toMatchObject({
    sittings: 1,
    answers: 2,
    setAside: [],
    swept: [],
  });
});

test('whether and where answers would be sent; the key is never told', async () => {
  const home = temporaryHome();
  const judge = async (env: Record<string, string>) =>
    (await runJson<Doctor>(['doctor'], { home, env: { NO_COLOR: '1', ...env } })).judge;
  const on = { API_QUIZ_JUDGE_URL: 'https://judge.example/v1', API_QUIZ_JUDGE_MODEL: 'small' };
  expect(await judge({ OPENAI_API_KEY: 'k' })).toBe('off; answers are not sent anywhere');
  expect(await judge({ ...on, API_QUIZ_JUDGE_MODEL: '' })).toBe('off; API_QUIZ_JUDGE_MODEL is not set');
  expect(await judge({ ...on, API_QUIZ_JUDGE_URL: 'judge' })).toContain('no http: or https: address');
  expect(await judge({ ...on, API_QUIZ_JUDGE_KEY: 'secret-key' })).toBe(
    'small at https://judge.example/v1, answers to open questions are sent there, after you have agreed, with a key',
  );
});

test('damaged files are named once as set aside, later as set aside earlier', async () => {
  const home = temporaryHome();
  mkdirSync(join(home, 'sessions', '2026-11'), { recursive: true });
  const file = join(home, 'sessions', '2026-11', '20261120T090000000Z-1a2b3c4d-5e6f7a8b.json');
  writeFileSync(file, '{"crc32":"00000000","version":1}');
  writeFileSync(join(home, 'config.json'), '[]');
  const first = await runJson<Doctor>(['doctor'], { home });
  expect(first.setAside.map(({ file: name, code }) => [name, code])).toEqual([
    [join(home, 'config.json'), 'record-wrong-field'],
    [file, 'record-damaged'],
  ]);
  expect(first.setAsideEarlier).toEqual([]);
  const second = await runJson<Doctor>(['doctor'], { home });
  expect(second.setAside).toEqual([]);
  expect(second.setAsideEarlier).toHaveLength(2);
});

test('a home that is a file, or lies where nothing can be made, is no bug', async () => {
  const home = join(temporaryHome(), 'file');
  writeFileSync(home, '');
  expect(await runJson(['doctor'], { home })).toMatchObject({ writable: false, answers: 0 });
  const { code, err } = await run(['practice'], { home });
  expect(code).toBe(2);
  expect(err.trimEnd().split('\n').at(-1)).toContain(`${home}`);
  expect(await runJson(['doctor'], { home: '/dev/null/nothing/here' })).toMatchObject({ writable: false });
});

test('problems in packs are counted', async () => {
  const folder = folderOf({ 'pack.yaml': packFile('mine'), 'bad.md': 'no front matter' });
  const home = temporaryHome();
  await run(['config', 'packs', folder], { home });
  expect(await runJson(['doctor'], { home })).toMatchObject({
    problems: 1,
    packs: [{ id: 'sample' }, { id: 'mine', folder }],
  });
});

test('packs from elsewhere are hashed again: which are as they were added, which changed, which gone', async () => {
  const home = temporaryHome();
  for (const id of ['whole', 'edited', 'lost']) {
    const folder = folderOf({ 'pack.yaml': packFile(id), 'one.md': questionFile(id, 'one') });
    expect((await run(['pack', 'add', folder, '--yes'], { home })).code).toBe(0);
  }
  const lock: { packs: { name: string; tree: string }[] } = JSON.parse(
    readFileSync(join(home, 'packs.json'), 'utf8'),
  );
  const folderIn = (name: string) =>
    join(home, 'packs', name, lock.packs.find((one) => one.name === name)?.tree.slice(0, 12) ?? '');
  // One byte more, the same time and the same question.
  writeFileSync(join(folderIn('edited'), 'one.md'), `${questionFile('edited', 'one')}\n`);
  rmSync(folderIn('lost'), { recursive: true });
  const { out } = await run(['doctor'], { home });
  expect(out).toMatch(/added +whole, .*, 2 files as they were added\n/);
  expect(out).toMatch(/added +edited, .*, 2 files CHANGED ON DISK; put right by: api-quiz pack update\n/);
  expect(out).toMatch(/added +lost, .*, 2 files GONE/);
  expect(out).toContain('pack left out: edited, its files are not those that were added');
  expect(await runJson(['doctor'], { home })).toMatchObject({
    addedPacks: [{ state: 'intact' }, { name: 'edited', state: 'changed' }, { state: 'missing' }],
  });

  await run(['pack', 'update', '--yes'], { home });
  expect((await run(['doctor'], { home })).out.match(/2 files as they were added/g)).toHaveLength(3);
});

test('a lock of packs that cannot be read is told, and keeps nobody from the rest', async () => {
  const home = temporaryHome();
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'packs.json'), '{');
  const { code, out } = await run(['doctor'], { home });
  expect(code).toBe(0);
  expect(out).toMatch(/pack left out: .*packs\.json, .*cannot be read/);
  expect((await run(['list'], { home })).code).toBe(0);
});
