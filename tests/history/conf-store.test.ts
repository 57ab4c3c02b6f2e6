import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { prepareStore, saveRecord } from '../../src/history/conf-store.js';
import { loadRecord } from '../../src/history/load-record.js';
import { temporaryHome } from '../support/home.js';

beforeAll(prepareStore);

const anything = (value: unknown) => ({ value });
const load = (path: string) => loadRecord(path, anything);

test('what is saved is loaded, in a file and folders only the owner can read', () => {
  const home = temporaryHome();
  const path = join(home, 'a', 'b', 'one.json');
  saveRecord(path, { text: 'höher ✓ \u0000' });
  expect(load(path)).toEqual({ value: { text: 'höher ✓ \u0000' }, setAside: [] });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(home, 'a')).mode & 0o777).toBe(0o700);
  expect(statSync(join(home, 'a', 'b')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(home, 'a', 'b'))).toEqual(['one.json']);
});

test('the state before is kept in .bak, as private as the file', () => {
  const path = join(temporaryHome(), 'one.json');
  for (const turn of [1, 2, 3]) saveRecord(path, { turn });
  expect(load(path).value).toEqual({ turn: 3 });
  expect(load(`${path}.bak`).value).toEqual({ turn: 2 });
  expect(statSync(`${path}.bak`).mode & 0o777).toBe(0o600);
});

test('a damaged file does not replace the good copy', () => {
  const path = join(temporaryHome(), 'one.json');
  for (const turn of [1, 2]) saveRecord(path, { turn });
  truncateSync(path, 10);
  saveRecord(path, { turn: 3 });
  expect(load(path).value).toEqual({ turn: 3 });
  expect(load(`${path}.bak`).value).toEqual({ turn: 1 });
});

test('a field called like one of conf is no matter', () => {
  const path = join(temporaryHome(), 'one.json');
  saveRecord(path, { __internal__: { migrations: { version: '9.9.9' } }, 'a.b': 1 });
  saveRecord(path, { 'a.b': 2 });
  expect(load(path).value).toEqual({ 'a.b': 2 });
});

test('a folder, or a file where a folder should be, is named at once', () => {
  const home = temporaryHome();
  mkdirSync(join(home, 'one.json'));
  writeFileSync(join(home, 'file'), '');
  const codeOf = (path: string) => {
    try {
      saveRecord(path, { a: 1 });
    } catch (error) {
      return error;
    }
  };
  expect(codeOf(join(home, 'one.json'))).toMatchObject({ code: 'file-in-the-way' });
  expect(codeOf(join(home, 'file', 'two.json'))).toMatchObject({ code: 'folder-unwritable' });
});

test('a link is written through, as for settings kept elsewhere', () => {
  const home = temporaryHome();
  const elsewhere = join(home, 'elsewhere.json');
  saveRecord(elsewhere, { turn: 1 });
  symlinkSync(elsewhere, join(home, 'link.json'));
  saveRecord(join(home, 'link.json'), { turn: 2 });
  expect(load(elsewhere).value).toEqual({ turn: 2 });
  expect(readFileSync(join(home, 'link.json'), 'utf8')).toBe(readFileSync(elsewhere, 'utf8'));
});
