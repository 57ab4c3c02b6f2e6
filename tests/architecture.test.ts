// The walls of the house, read from the imports themselves: one order of rooms, pure rooms, one door per library, size.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const ROOMS = [
  'text',
  'question',
  'history',
  'bank',
  'learner',
  'session',
  'report',
  'exchange',
  'terminal',
  'commands',
];
const PURE = ['text', 'question', 'learner', 'session', 'report', 'exchange'];
/** What a pure room may use of Node: computing, nothing that touches the world. */
const PURE_MODULES = ['node:crypto', 'node:buffer'];

interface SourceFile {
  path: string;
  room: string;
  lines: string[];
  code: string;
  imports: { target: string; typeOnly: boolean }[];
}

const files = sourceFiles('src');

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(new Set(files.map((file) => file.room))).toEqual(new Set([...usedRooms(), 'src']));
});

test('a file imports its own room or one to the left, never one to the right', () => {
  const wrong = files.flatMap((file) =>
    localImports(file)
      .filter(({ room }) => (room === 'src' ? file.room !== 'src' : ROOMS.indexOf(room) > rankOf(file.room)))
      .map(({ path }) => `${file.path} imports ${path}`),
  );
  expect(wrong).toEqual([]);
});

test('pure rooms use no file system, clock, randomness, process or console', () => {
  const worldly = /\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\.|\bfetch\(/;
  const wrong = files
    .filter((file) => PURE.includes(file.room))
    .flatMap((file) => [
      ...file.imports
        .filter(
          ({ target, typeOnly }) => target.startsWith('node:') && !typeOnly && !PURE_MODULES.includes(target),
        )
        .map(({ target }) => `${file.path} imports ${target}`),
      ...file.lines.flatMap((line, index) =>
        worldly.test(line.replace(/\/\/.*$|^\s*\*.*$/, ''))
          ? [`${file.path}:${index + 1} ${line.trim()}`]
          : [],
      ),
    ]);
  expect(wrong).toEqual([]);
});

test('each library comes in through one door: one file, or one folder', () => {
  const doors = new Map<string, Set<string>>();
  for (const file of files) {
    for (const { target, typeOnly } of file.imports) {
      if (typeOnly || target.startsWith('.') || target.startsWith('node:')) continue;
      doors.set(target, new Set([...(doors.get(target) ?? []), file.path]));
    }
  }
  const scattered = [...doors].filter(
    ([, paths]) => new Set([...paths].map((path) => dirname(path))).size > 1,
  );
  expect(Object.fromEntries(scattered.map(([library, paths]) => [library, [...paths]]))).toEqual({});
  expect([...doors.keys()]).toEqual(
    expect.arrayContaining([
      'commander',
      'conf',
      'gray-matter',
      'chalk',
      '@inquirer/core',
      'inquirer',
      'ts-fsrs',
      'zod',
      'yaml',
    ]),
  );
});

test('only main.ts ends the process', () => {
  expect(files.filter((file) => /process\.exit\(/.test(file.code)).map((file) => file.path)).toEqual([
    'src/main.ts',
  ]);
});

test('every file begins with a sentence that says what lives there', () => {
  expect(files.filter((file) => !/^\/\/ .+/.test(file.lines[0] ?? '')).map((file) => file.path)).toEqual([]);
});

test('no file is longer than 250 lines, and no name hides what is inside', () => {
  expect(
    files.filter((file) => file.lines.length > 250).map((file) => `${file.path}: ${file.lines.length}`),
  ).toEqual([]);
  expect(
    files
      .filter((file) => /(utils?|helpers?|managers?|common|misc)\.ts$/.test(file.path))
      .map((file) => file.path),
  ).toEqual([]);
  expect(files.filter((file) => /^export default/m.test(file.code)).map((file) => file.path)).toEqual([]);
});

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    const code = readFileSync(path, 'utf8');
    const statements = code.matchAll(
      /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|(?<![\w'])import\('([^']+)'\)/gm,
    );
    const imports = [...statements].map((found) => ({
      target: (found[2] ?? found[3] ?? found[4]) as string,
      typeOnly: found[1] !== undefined,
    }));
    return [
      {
        path,
        room: path.split('/')[2] === undefined ? 'src' : (path.split('/')[1] as string),
        lines: code.trimEnd().split('\n'),
        code,
        imports,
      },
    ];
  });
}

function localImports(file: SourceFile): { path: string; room: string }[] {
  return file.imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ target }) => {
      const path = normalize(join(dirname(file.path), target));
      return { path, room: path.split('/').length === 2 ? 'src' : (path.split('/')[1] as string) };
    });
}

function rankOf(room: string): number {
  return room === 'src' ? ROOMS.length : ROOMS.indexOf(room);
}

function usedRooms(): string[] {
  return ROOMS.filter(
    (room) => readdirSync('src').includes(room) && readdirSync(join('src', room)).length > 0,
  );
}
