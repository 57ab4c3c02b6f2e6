// Folders of questions added to the bank, good, broken and hostile.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile, temporaryFolder } from '../support/hostile-pack.js';
import { run, runJson } from '../support/run.js';

const packOf = (id: string, ...questions: string[]) =>
  folderOf({
    'pack.yaml': packFile(id),
    ...Object.fromEntries(questions.map((name) => [`${name}.md`, questionFile(id, name)])),
  });

const keys = async (args: string[], home = temporaryHome()) =>
  (await runJson<{ id: string; pack: string }[]>(['list', ...args], { home })).map(
    ({ id, pack }) => `${pack}/${id}`,
  );

test('--pack adds folders, several of them, and keeps to a pack when it names one', async () => {
  const mine = packOf('mine', 'first', 'second');
  const theirs = packOf('theirs', 'third');
  const all = await keys(['--pack', mine, '--pack', theirs]);
  expect(all).toHaveLength(13);
  expect(all.slice(-3)).toEqual(['mine/first', 'mine/second', 'theirs/third']);
  expect(await keys(['--pack', `${mine},${theirs}`])).toEqual(all);
  expect(await keys(['--pack', `${mine},mine`])).toEqual(['mine/first', 'mine/second']);
  expect(await keys(['--pack', mine, '--pack', mine, '--pack', 'mine,sample'])).toHaveLength(12);
});

test('a folder without pack.yaml is a pack named after itself, with the topics there are', async () => {
  const folder = join(temporaryFolder(), 'My Own Questions');
  mkdirSync(folder);
  const change = { topic: 'samples', concepts: '[closed-samples]' };
  writeFileSync(join(folder, 'mine.md'), questionFile('sample', 'mine', change));
  expect(await keys(['--pack', folder, '--pack', 'my-own-questions'])).toEqual(['my-own-questions/mine']);
});

test('packs as a setting are there for every verb; one that has gone is told and left out', async () => {
  const home = temporaryHome();
  const mine = packOf('mine', 'first');
  expect((await run(['config', 'packs', mine], { home })).out).toBe(`packs = ${mine}\n`);
  expect(await keys(['--pack', 'mine'], home)).toEqual(['mine/first']);
  renameSync(mine, `${mine}-away`);
  onTestFinished(() => renameSync(`${mine}-away`, mine));
  const { code, out, err } = await run(['list'], { home });
  expect(code).toBe(0);
  expect(out.split('\n')).toHaveLength(11);
  expect(err).toBe(`${mine}: this folder of questions is not there, left out. See: api-quiz config packs\n`);
  expect((await run(['doctor'], { home })).code).toBe(0);
});

test('a folder that is none: one line, exit 2', async () => {
  for (const folder of ['./nowhere', '/nowhere/at/all', join('tests', 'fixtures', 'pack', 'pack.yaml')]) {
    const { code, err } = await run(['list', '--pack', folder]);
    expect(code).toBe(2);
    expect(err).toBe(
      `${folder}: not a folder of questions; check the path given as --pack or in the setting packs\n`,
    );
  }
  const { code, err } = await run(['list', '--pack', 'x'.repeat(5000)]);
  expect(code).toBe(2);
  expect(err.trimEnd()).not.toContain('\n');
});

test('two packs of one id: refused with both folders', async () => {
  const [one, other] = [packOf('twin', 'first'), packOf('twin', 'second')];
  const { code, err } = await run(['list', '--pack', one, '--pack', other]);
  expect(code).toBe(2);
  expect(err).toBe(
    `Two packs are called "twin" (${other} and ${one}); give one another id in its pack.yaml\n`,
  );
});

test('a broken pack stops neither its own good questions nor the others', async () => {
  const broken = folderOf({
    'pack.yaml': 'id: [',
    'good.md': questionFile('sample', 'good', { topic: 'samples', concepts: '[closed-samples]' }),
    'bad.md': '---js\nprocess.exit(3)\n---\n',
  });
  const { code, out, err } = await run([
    'list',
    '--pack',
    broken,
    '--pack',
    packOf('mine', 'first'),
    '--json',
  ]);
  expect(code).toBe(0);
  expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id).slice(-2)).toEqual(['good', 'first']);
  expect(err).toBe(`2 problems in question files, left out. See: api-quiz lint ${broken}\n`);
});

test('links out, pipes, devices, too large and unreadable files are left out and told, nothing hangs', async () => {
  const folder = packOf('mine', 'good');
  symlinkSync('/etc/passwd', join(folder, 'link.md'));
  symlinkSync(packOf('other', 'linked'), join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  writeFileSync(join(folder, 'large.md'), questionFile('mine', 'large') + 'x'.repeat(70 * 1024));
  mkdirSync(join(folder, 'sub.md'));
  const { code, out } = await run(['lint', folder, '--json']);
  expect(code).toBe(1);
  const problems = (JSON.parse(out) as { file: string; code: string }[]).filter(({ code: found }) =>
    found.startsWith('file-'),
  );
  expect(problems.map(({ file, code: found }) => [file.split('/').at(-1), found])).toEqual([
    ['large.md', 'file-too-large'],
    ['link.md', 'file-not-regular'],
    ['pipe.md', 'file-not-regular'],
  ]);
  expect(await keys(['--pack', folder, '--pack', 'mine'])).toEqual(['mine/good']);
});

test('a folder that may not be looked into is a problem, no crash', async () => {
  const folder = packOf('mine', 'good');
  mkdirSync(join(folder, 'secret'));
  chmodSync(join(folder, 'secret'), 0o000);
  // Root looks into everything, so the program itself is run as nobody.
  chmodSync(folder, 0o755);
  const asNobody =
    process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  const [command = '', ...args] = [
    ...asNobody,
    process.execPath,
    'bin/api-quiz.js',
    'lint',
    folder,
    '--json',
  ];
  const { stdout, status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, API_QUIZ_HOME: '/nonexistent/home' },
  });
  expect([status, stderr]).toEqual([1, '']);
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ file: expect.stringMatching(/secret$/), code: 'file-unreadable' }),
  );
});

test('a folder with commas in its name is one folder, alone and among others', async () => {
  const folder = join(temporaryFolder(), 'REST, gRPC');
  mkdirSync(folder);
  writeFileSync(join(folder, 'pack.yaml'), packFile('commas'));
  writeFileSync(join(folder, 'first.md'), questionFile('commas', 'first'));
  const mine = packOf('mine', 'second');
  expect((await keys(['--pack', folder])).slice(-1)).toEqual(['commas/first']);
  expect((await keys(['--pack', `${mine},${folder},commas`])).slice(-1)).toEqual(['commas/first']);
  const home = temporaryHome();
  expect((await run(['config', 'packs', folder, mine], { home })).code).toBe(0);
  expect((await keys([], home)).slice(-2)).toEqual(['commas/first', 'mine/second']);
});

test('two folders with one id: config refuses them; already settled, the later one is left out and named', async () => {
  const [one, two] = [packOf('twin', 'first'), packOf('twin', 'second')];
  const home = temporaryHome();
  expect(await run(['config', 'packs', one, two], { home })).toMatchObject({ code: 2, out: '' });
  writeFileSync(join(home, 'config.json'), JSON.stringify({ packs: [one, two] }));
  const { code, out, err } = await run(['list'], { home });
  expect(code).toBe(0);
  expect([out.includes('first'), out.includes('second')]).toEqual([true, false]);
  expect(err).toBe(`${two}: its id "twin" is that of ${one}, left out. See: api-quiz config packs\n`);
  expect((await run(['doctor'], { home })).out).toContain(
    `pack left out: ${two}, its id "twin" is that of ${one}`,
  );
  // What was just asked for comes before what is settled.
  expect((await keys(['--pack', two], home)).slice(-1)).toEqual(['twin/second']);
});
