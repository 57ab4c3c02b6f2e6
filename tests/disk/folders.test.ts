// Folders made one by one, and locks that one process holds at a time.

import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { absolutePath, isFolder, listFolder, makeFolder } from '../../src/disk/folders.js';
import { withLock } from '../../src/disk/lock.js';
import { Failure } from '../../src/text/failure.js';
import { temporaryHome } from '../support/home.js';

const failureOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return `${error.code} ${error.args.reason ?? ''}`.trim();
    throw error;
  }
  return 'none';
};

test('missing folders are made for their owner only; what cannot be made is told, and nothing hangs', () => {
  const home = temporaryHome();
  const deep = join(home, 'a', 'b', 'c');
  makeFolder(deep);
  makeFolder(deep);
  expect(statSync(join(home, 'a')).mode & 0o777).toBe(0o700);
  expect(failureOf(() => makeFolder('/proc/api-quiz/home'))).toBe('folder-unwritable ENOENT');
  writeFileSync(join(home, 'file'), '');
  expect(failureOf(() => makeFolder(join(home, 'file', 'below')))).toBe('folder-unwritable ENOTDIR');
  expect(failureOf(() => makeFolder(join(home, 'file')))).toMatch(/^folder-unwritable/);
});

test('what may not be looked into is a value', () => {
  const home = temporaryHome();
  mkdirSync(join(home, 'x'));
  expect(listFolder(join(home, 'none'))).toEqual({ reason: 'ENOENT' });
  expect([isFolder(home), isFolder(join(home, 'none')), isFolder('n'.repeat(5000))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(absolutePath('/a/../b')).toBe('/b');
});

test('a lock is given back, also after an error, and taken over from a process that died with it', () => {
  const home = temporaryHome();
  const file = join(home, 'settings');
  expect(withLock(file, () => readdirSync(home))).toEqual(['settings.lock']);
  expect(() =>
    withLock(file, () => {
      throw new Error('inside');
    }),
  ).toThrow('inside');
  expect(readdirSync(home)).toEqual([]);
  writeFileSync(`${file}.lock`, 'of a process that is gone');
  expect(withLock(file, () => 'taken over')).toBe('taken over');
  expect(readdirSync(home)).toEqual([]);
  expect(failureOf(() => withLock(join(home, 'none', 'settings'), () => 1))).toBe('file-unwritable ENOENT');
});
