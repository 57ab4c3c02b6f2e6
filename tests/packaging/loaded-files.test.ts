// Which files of dist a start reads: few, and no library that the start does without.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { rows } from '../support/thorough.js';

const home = mkdtempSync(join(tmpdir(), 'api-quiz-loaded-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const hook = join(home, 'hook.cjs');
const told = join(home, 'told.json');
writeFileSync(
  hook,
  `const { Module } = require('node:module');
const { basename } = require('node:path');
const fs = require('node:fs');
const before = new Set(process.moduleLoadList);
const files = [];
const note = (file) => {
  const name = basename(String(file), '.js');
  if (/dist.*\\.js$/.test(String(file)) && name !== 'start' && !files.includes(name)) files.push(name);
};
// The way in, and completion, are read by Node, all others by the way in.
const load = Module._extensions['.js'];
Module._extensions['.js'] = (module, file) => {
  note(file);
  return load(module, file);
};
const { readFileSync } = fs;
fs.readFileSync = (file, ...rest) => {
  note(file);
  return readFileSync(file, ...rest);
};
process.on('exit', () => {
  const modules = process.moduleLoadList.filter((name) => !before.has(name));
  fs.writeFileSync(${JSON.stringify(told)}, JSON.stringify({ files, modules }));
});
const { writeSync } = fs;
fs.writeSync = (descriptor, text, ...rest) => {
  if (descriptor === 1 && String(text).includes('Type ')) files.push('QUESTION');
  return writeSync(descriptor, text, ...rest);
};
`,
);

interface Start {
  /** Names of files of dist in the order in which they were read; `QUESTION` where the first question was printed. */
  files: string[];
  /** Modules of Node. */
  modules: string[];
  out: string;
  /** Its home, as it left it. */
  at: string;
}

const PRACTICE = ['practice', '--plain', '--seed', '1', '--count', '1'];
const starts = new Map<string, Start>();

/** What a start in a home of its own read and printed; the same start is made once. */
function started(...args: string[]): Start {
  const known = starts.get(args.join(' ')) ?? freshStart(args);
  starts.set(args.join(' '), known);
  return known;
}

function freshStart(args: readonly string[], at = mkdtempSync(join(home, 'home-'))): Start {
  // Vitest asks for colours.
  const env = { ...process.env, API_QUIZ_HOME: at, NODE_OPTIONS: '', FORCE_COLOR: undefined };
  const out = execFileSync(process.execPath, ['-r', hook, 'bin/api-quiz.js', ...args], {
    env,
    input: '',
    stdio: 'pipe',
    encoding: 'utf8',
  });
  return { ...(JSON.parse(readFileSync(told, 'utf8')) as Pick<Start, 'files' | 'modules'>), out, at };
}

test.each([
  [['--version'], ['main']],
  [['-V'], ['main']],
  [['--help'], ['main', 'program']],
  [['list'], ['main', 'program', 'bank']],
  [['topics'], ['main', 'program', 'bank']],
  [
    ['completion', 'bash'],
    ['main', 'program', 'commands-completion'],
  ],
  [['--complete', 'list', '--'], ['complete']],
])('%j', (args, files) => {
  expect(started(...args).files.filter((file) => file !== 'QUESTION')).toEqual(files);
});

test.each([['--version'], ['list']])('%s loads none of the slow modules of Node', (verb) => {
  const slow = /^NativeModule (crypto|zlib|tty|child_process|http|assert|internal\/fs\/streams)$/;
  expect(started(verb).modules.filter((name) => slow.test(name))).toEqual([]);
});

test.each([['--version'], ['list'], ['show', 'booking-timeout-what-is-known']])(
  '%s %s is written to a pipe without the streams of Node',
  (...args) => {
    expect(started(...args.filter(Boolean)).modules).not.toContain('NativeModule stream');
  },
);

test('no cryptography before the first question', () => {
  // The first one names this machine, under a lock.
  const { modules } = freshStart(PRACTICE, started(...PRACTICE).at);
  expect(modules.filter((name) => name.startsWith('NativeModule internal/crypto/'))).toEqual([]);
});

test('no file of dist has a character beyond ASCII: V8 would keep the whole of it in two bytes a character', () => {
  const files = readdirSync('dist').filter((name) => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((name) => readFileSync(join('dist', name)).some((byte) => byte > 127))).toEqual([]);
});

test('report without a history loads nothing that writes, and of the verbs only its own', () => {
  const forbidden = /authoring|sitting|reading|figures|^conf|markdown|types|schema/;
  // The first one keeps its day in the settings.
  const at = join(home, 'reported');
  freshStart(['report'], at);
  const { files } = freshStart(['report'], at);
  expect(files).toContain('report');
  expect(files.length).toBeLessThan(12);
  expect(files.filter((file) => forbidden.test(file))).toEqual([]);
});

test('the version is the one commander tells', () => {
  expect([started('--version').out, started('-V').out]).toEqual([
    started('list', '--version').out,
    started('-V', '-V').out,
  ]);
});

test('show loads no colours for a pipe, and neither a parser of Markdown nor anything that parses question files', () => {
  expect([...started('show', 'booking-timeout-what-is-known').files].sort()).toEqual(
    ['bank', 'main', 'program', 'show', 'show-practice', 'show-practice-report'].sort(),
  );
});

test('no zod, YAML, inquirer, charts or grading before the first question', () => {
  const { files } = started(...PRACTICE);
  const before = files.slice(0, files.indexOf('QUESTION'));
  expect(before).toContain('practice');
  expect(before.length).toBeLessThan(15);
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
  /** Of each library the names of the files it is in. */
  const holders = new Map<string, string[]>(Object.keys(MARKS).map((library) => [library, []]));
  for (const name of readdirSync('dist').filter((file) => file.endsWith('.js'))) {
    const code = readFileSync(join('dist', name), 'latin1');
    for (const [library, mark] of Object.entries(MARKS))
      if (code.includes(mark)) holders.get(library)?.push(name.replace(/\.js$/, ''));
  }

  test.each([...holders])('%s is in the build, in at most two files', (_library, files) => {
    expect([1, 2]).toContain(files.length);
  });

  test.each([
    [['--version']],
    [['list']],
    [PRACTICE],
    ...rows([
      [['pack']],
      [['stats']],
      [['exam', '--plain', '--count', '1']],
      [['lint', 'tests/fixtures/pack']],
    ]),
  ])('none is loaded by %j', (args) => {
    const files = started(...args).files.filter((file) => file !== 'QUESTION');
    expect(files).toContain('main');
    const brought = [...holders].filter(([, names]) => names.some((name) => files.includes(name)));
    expect(brought).toEqual([]);
  });
});
