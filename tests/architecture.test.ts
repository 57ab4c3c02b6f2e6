// The walls of the house: the table of rooms in docs/architecture.md, held against the imports themselves.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** The rooms of docs/architecture.md from the ground up; those on one line cannot see each other. */
const STOREYS = readStoreys(readFileSync('docs/architecture.md', 'utf8'));
const ROOMS = STOREYS.flatMap(({ rooms }) => rooms);
const PURE = STOREYS.flatMap(({ rooms, pure }) =>
  pure === 'yes' ? rooms : rooms.filter((room) => room === pure),
);
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

test('every room is in the table of docs/architecture.md, and the table names no other', () => {
  expect(files.length).toBeGreaterThan(80);
  expect([...new Set(files.map((file) => file.room))].sort()).toEqual([...ROOMS].sort());
});

test('a file imports its own room or one on a line above it in the table, never one beside it or below', () => {
  const wrong = files.flatMap((file) =>
    localImports(file)
      .filter(({ room }) => room !== file.room && storeyOf(room) >= storeyOf(file.room))
      .map(({ path }) => `${file.path} imports ${path}`),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself in a circle, types included', () => {
  const targets = new Map(files.map((file) => [file.path, localImports(file).map(({ path }) => path)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
    if (done.has(path) || way.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  expect(circles).toEqual([]);
});

test('no verb imports another verb', () => {
  const wrong = files
    .filter((file) => file.room === 'commands')
    .flatMap((file) =>
      localImports(file)
        .filter(({ room }) => room === 'commands')
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

test('a judge and the adding of a pack speak to other machines; a lab speaks to this one only', () => {
  const speaking = /(?<![.\w])fetch\(|from 'node:(http2?|https|net|tls|dgram)'/;
  expect(files.filter((file) => speaking.test(file.code)).map((file) => file.path)).toEqual([
    'src/app/judge-over-http.ts',
    'src/bank/sources/download.ts',
    'src/lab/deliver.ts',
    'src/lab/send-request.ts',
    'src/lab/server.ts',
  ]);
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

function readStoreys(doc: string): { rooms: string[]; pure: string }[] {
  const table = doc.slice(doc.indexOf('## Rooms'), doc.indexOf('## How a sitting runs'));
  return [...table.matchAll(/^\| ((?:`[^`]+` ?)+)\|.*\| (\S+) \|$/gm)].map((row) => ({
    rooms: [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] as string),
    pure: row[2] as string,
  }));
}

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
    return [{ path, room: roomOf(path), lines: code.trimEnd().split('\n'), code, imports }];
  });
}

/** The longest name in the table that the path's folder begins with; `.` for what lies in src itself. */
function roomOf(path: string): string {
  const folder = dirname(path).split('/').slice(1).join('/');
  const within = ROOMS.filter((room) => folder === room || folder.startsWith(`${room}/`));
  return within.sort((a, b) => b.length - a.length)[0] ?? (folder === '' ? '.' : folder);
}

function localImports(file: SourceFile): { path: string; room: string }[] {
  return file.imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ target }) => {
      const path = normalize(join(dirname(file.path), target)).replace(/\.js$/, '.ts');
      return { path, room: roomOf(path) };
    });
}

/** Place of a room's line, from 0 on the ground; a room that is not in the table stands above all. */
function storeyOf(room: string): number {
  const at = STOREYS.findIndex(({ rooms }) => rooms.includes(room));
  return at < 0 ? STOREYS.length : at;
}
