// Which files of dist a start reads: few, and no library that the start does without.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'api-quiz-loaded-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const hook = join(home, 'hook.cjs');
const list = join(home, 'loaded.txt');
writeFileSync(
  hook,
  `const { Module } = require('node:module');
const { appendFileSync, writeFileSync } = require('node:fs');
writeFileSync(${JSON.stringify(list)}, '');
const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  if (file.includes('dist')) appendFileSync(${JSON.stringify(list)}, require('node:path').basename(file, '.js') + ' ');
  return load(module, file);
};
const { write } = process.stdout;
process.stdout.write = function (text, ...rest) {
  if (String(text).includes('Type ')) appendFileSync(${JSON.stringify(list)}, 'QUESTION ');
  return write.call(this, text, ...rest);
};
`,
);

const starts = new Map<string, string[]>();

/** Names of the files that a start read, in their order; `QUESTION` where the first question was printed. */
function loaded(...args: string[]): string[] {
  const before = starts.get(args.join(' ')) ?? freshStart(args);
  starts.set(args.join(' '), before);
  return [...before];
}

function freshStart(args: readonly string[]): string[] {
  const env = { ...process.env, API_QUIZ_HOME: join(home, 'home'), NODE_OPTIONS: '' };
  execFileSync(process.execPath, ['-r', hook, 'bin/api-quiz.js', ...args], { env, input: '', stdio: 'pipe' });
  return readFileSync(list, 'utf8').trim().split(' ');
}

test.each([
  [['--version'], ['main']],
  [['-V'], ['main']],
  [['--help'], ['main', 'program']],
  [['list'], ['main', 'program', 'bank']],
  [['topics'], ['main', 'program', 'bank', 'recall']],
  [
    ['completion', 'bash'],
    ['main', 'program', 'commands-completion'],
  ],
  [['--complete', 'list', '--'], ['complete']],
])('%j', (args, files) => {
  expect(loaded(...args).filter((file) => file !== 'QUESTION')).toEqual(files);
});

/** Modules of Node that a start loads. */
function modulesAdded(args: readonly string[], at = 'home'): string[] {
  const file = join(home, 'modules.cjs');
  const told = join(home, 'modules.txt');
  writeFileSync(
    file,
    `const before = new Set(process.moduleLoadList);
process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)},
  process.moduleLoadList.filter((name) => !before.has(name)).join(' ')));`,
  );
  const env = { ...process.env, API_QUIZ_HOME: join(home, at), NODE_OPTIONS: '' };
  execFileSync(process.execPath, ['-r', file, 'bin/api-quiz.js', ...args], { env, input: '', stdio: 'pipe' });
  return readFileSync(told, 'utf8').split(/ (?=NativeModule|Internal)/);
}

test.each([['--version'], ['list']])('%s loads none of the slow modules of Node', (verb) => {
  const slow = /^NativeModule (crypto|zlib|tty|child_process|http|assert|internal\/fs\/streams)$/;
  expect(modulesAdded([verb]).filter((name) => slow.test(name))).toEqual([]);
});

test('--version is written without the streams of Node', () => {
  expect(modulesAdded(['--version'])).not.toContain('NativeModule stream');
  expect(modulesAdded(['list'])).toContain('NativeModule stream');
});

test('no cryptography before the first question', () => {
  const practice = ['practice', '--plain', '--count', '1', '--seed', '1'];
  // The first one names this machine, under a lock.
  modulesAdded(practice, 'practised');
  const added = modulesAdded(practice, 'practised');
  expect(added.filter((name) => name.startsWith('NativeModule internal/crypto/'))).toEqual([]);
});

test('no file of dist has a character beyond ASCII: V8 would keep the whole of it in two bytes a character', () => {
  const files = readdirSync('dist').filter((name) => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((name) => readFileSync(join('dist', name)).some((byte) => byte > 127))).toEqual([]);
});

test('report without a history loads nothing that writes, and of the verbs only its own', () => {
  const forbidden = /authoring|sitting|reading|figures|^conf|markdown|types|schema/;
  // The first one keeps its day in the settings.
  freshStart(['report']);
  const files = freshStart(['report']);
  expect(files).toContain('report');
  expect(files.length).toBeLessThan(12);
  expect(files.filter((file) => forbidden.test(file))).toEqual([]);
});

test('the version is the one commander tells', () => {
  const told = (...args: string[]) =>
    execFileSync(process.execPath, ['bin/api-quiz.js', ...args], { encoding: 'utf8' });
  expect([told('--version'), told('-V')]).toEqual([told('list', '--version'), told('-V', '-V')]);
});

test('show loads Markdown and colours, and nothing that parses question files', () => {
  expect(loaded('show', 'booking-timeout-what-is-known').sort()).toEqual(
    ['bank', 'look-theme', 'main', 'program', 'recall', 'show', 'show-practice', 'text-markdown'].sort(),
  );
});

test('no zod, YAML, inquirer, charts or grading before the first question', () => {
  const files = loaded('practice', '--plain', '--seed', '1', '--count', '1');
  const before = files.slice(0, files.indexOf('QUESTION'));
  expect(before).toContain('practice');
  expect(before.length).toBeLessThan(16);
  const forbidden =
    /authoring|sitting|reading|figures|schema|front-matter|yaml|locate|inquirer|html|mark-open|shell|split-words|stem$/;
  expect(before.filter((file) => forbidden.test(file))).toEqual([]);
});

describe("the doors' libraries", () => {
  /** A string that only this library brings along. */
  const MARKS = {
    'csv-parse': 'CSV_RECORD_INCONSISTENT',
    'fast-xml-parser': 'maxNestedTags',
    fflate: 'invalid distance',
    fzstd: 'invalid zstd data',
    'gift-pegjs': 'globalFeedback',
    'modern-tar': 'ustar',
    'smol-toml': 'Invalid TOML document',
    'sql.js': 'sqlite3_open',
    '@modelcontextprotocol/sdk': 'notifications/initialized',
  };
  const holders = (mark: string) =>
    readdirSync('dist').filter(
      (name) => name.endsWith('.js') && readFileSync(join('dist', name), 'utf8').includes(mark),
    );

  test.each(Object.entries(MARKS))('%s is in the build, in at most two files', (_library, mark) => {
    expect([1, 2]).toContain(holders(mark).length);
  });

  test.each([
    [['--version']],
    [['list']],
    [['practice', '--plain', '--seed', '1', '--count', '1']],
    [['stats']],
    [['exam', '--plain', '--count', '1']],
    [['lint', 'tests/fixtures/pack']],
    [['pack']],
  ])('none is loaded by %j', (args) => {
    const files = loaded(...args).filter((file) => file !== 'QUESTION');
    expect(files).toContain('main');
    const brought = Object.entries(MARKS).filter(([, mark]) =>
      holders(mark).some((name) => files.includes(name.replace(/\.js$/, ''))),
    );
    expect(brought).toEqual([]);
  });
});
