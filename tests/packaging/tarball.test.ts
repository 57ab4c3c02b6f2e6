// The packed tarball: what is in it, and that it runs in an empty folder without network.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { zipSync } from 'fflate';
import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = process.cwd();
const work = mkdtempSync(join(tmpdir(), 'api-quiz-tarball-'));
const empty = join(work, 'empty');
const env = {
  PATH: process.env.PATH,
  HOME: work,
  npm_config_cache: join(work, 'cache'),
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
  API_QUIZ_HOME: join(work, 'home'),
};
let tarball = '';

/** In an empty folder, without network: everything it needs has to be in the tarball. */
const call = (command: string, args: string[], input = '') =>
  spawnSync(command, args, { cwd: empty, env, encoding: 'utf8', input });
/** Its unpacked files. The way in is npx's each time: starting it again and again would show nothing more. */
const quiz = (...args: string[]) =>
  call(process.execPath, [join('..', 'package', 'bin', 'api-quiz.js'), ...args]);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

beforeAll(() => {
  mkdirSync(empty);
  // The build is there (tests/support/build-once.ts); `prepare` would only make it again.
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', work], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const [{ filename } = { filename: '' }] = JSON.parse(packed.stdout) as { filename: string }[];
  tarball = join(work, filename);
  spawnSync('tar', ['xzf', tarball, '-C', work]);
}, 60_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

test('the tarball holds what is needed, nothing else, and is below 3 MB', () => {
  const folder = join(work, 'package');
  const files = filesBelow(folder).map((file) => relative(folder, file));
  for (const needed of [
    'bin/api-quiz.js',
    'bin/package.json',
    'dist/main.js',
    'dist/package.json',
    'dist/core.pack',
    'dist/sqlite.wasm.br',
    'dist/third-party-licences.txt',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'package.json',
  ])
    expect(files).toContain(needed);
  const tops = new Set(files.map((file) => file.split('/')[0]));
  expect([...tops].sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin',
    'dist',
    'docs',
    'package.json',
  ]);
  expect(files.filter((file) => /\.(ts|map|tgz)$|^questions|node_modules|\.env|\.npmrc/.test(file))).toEqual(
    [],
  );
  expect(statSync(tarball).size).toBeLessThan(3 * 1024 * 1024);
});

test('nothing in it names a place of this machine', () => {
  const places = [root, homedir(), tmpdir()].filter((place) => place.length > 4).concat('/home/');
  for (const file of filesBelow(join(work, 'package'))) {
    // No places of any machine: the home of emscripten's file system, which sql.js brings along, and a method of MCP.
    const text = readFileSync(file, 'latin1')
      .replaceAll('/home/web_user', '')
      .replaceAll('notifications/roots/list_changed', '');
    const named = places.filter((place) => text.includes(place));
    // Questions and licences may speak of such paths; code and package.json may not.
    if (/\.(js|json)$/.test(file)) expect([relative(work, file), named]).toEqual([relative(work, file), []]);
    expect(text.includes(root)).toBe(false);
  }
});

test('it has no dependencies to install and says which Node it needs', () => {
  const manifest = JSON.parse(readFileSync(join(work, 'package', 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(manifest.dependencies ?? {}).toEqual({});
  expect(manifest).toMatchObject({
    bin: { 'api-quiz': 'bin/api-quiz.js' },
    engines: { node: '>=20.17.0' },
    license: 'MIT',
  });
  for (const script of ['preinstall', 'install', 'postinstall'])
    expect(manifest.scripts).not.toHaveProperty(script);
});

test('npx ./api-quiz-*.tgz in an empty folder, offline: a sitting; then its files: version, list, history', () => {
  const sat = call(
    'npx',
    [
      '--yes',
      `../${basename(tarball)}`,
      'practice',
      '--plain',
      '--count',
      '1',
      '--type',
      'single-choice',
      '--seed',
      '1',
    ],
    '1\n\n',
  );
  expect(sat.status).toBe(0);
  expect(sat.stdout).toMatch(/Question 1 of 1: [\s\S]*(Right|Wrong)[\s\S]*Source {2}/);
  const version = quiz('--version');
  expect(version.stdout).toBe(
    `${(JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version}\n`,
  );
  expect(version.status).toBe(0);
  const listed = JSON.parse(quiz('list', '--json').stdout) as { id: string }[];
  expect(listed.length).toBeGreaterThanOrEqual(520);
  expect(JSON.parse(quiz('history', '--json').stdout)).toMatchObject([{ mode: 'practice', finished: true }]);
  expect(readdirSync(empty)).toEqual([]);
});

test('it reads an Anki package with the SQLite that lies beside the program', async () => {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run('create table notes (id integer primary key, guid text, tags text, flds text)');
  database.run("insert into notes values (1, 'g1', '', 'Which header carries the entity tag?\u001fETag')");
  const deck = join(work, 'deck.apkg');
  writeFileSync(deck, zipSync({ 'collection.anki2': database.export() }));
  const { status, stdout } = quiz('import', deck, '--into', join(work, 'drafts'), '--dry-run');
  expect([status, stdout]).toEqual([0, expect.stringMatching(/added/)]);
});

test('the launcher without a build says in one line what to do, exit 2', () => {
  const folder = join(work, 'unbuilt');
  cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
  const { status, stdout, stderr } = call(process.execPath, [join(folder, 'bin', 'api-quiz.js'), 'practice']);
  expect([status, stdout, stderr]).toEqual([
    2,
    '',
    'api-quiz is not built yet. Run this in its folder first: npm ci\n',
  ]);
});

test('`prepare` without esbuild exits 0 and says what to do', () => {
  const folder = join(work, 'bare');
  mkdirSync(join(folder, 'scripts'), { recursive: true });
  cpSync(join(root, 'scripts', 'build.mjs'), join(folder, 'scripts', 'build.mjs'));
  writeFileSync(join(folder, 'package.json'), readFileSync(join(root, 'package.json')));
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    0,
    'api-quiz: esbuild is not installed, so nothing was built. Run: npm ci\n',
  ]);
  expect(readdirSync(folder).sort()).toEqual(['package.json', 'scripts']);
});
