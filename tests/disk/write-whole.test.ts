// The one writer: whole or not at all; links are followed, pipes and devices written to as they are.

import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../src/disk/write-whole.js';
import type { Failure } from '../../src/text/failure.js';
import { temporaryHome } from '../support/home.js';

const refusal = (run: () => unknown) => {
  try {
    run();
    return 'written';
  } catch (error) {
    return (error as Failure).code;
  }
};

test('a new file is its owner’s; one that is there is replaced only when that is wanted, and keeps its mode', () => {
  const file = join(temporaryHome(), 'report.md');
  expect(writeWhole(file, ['one ', 'two'], false)).toBe('file');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['one two', 0o600]);
  chmodSync(file, 0o644);
  expect(refusal(() => writeWhole(file, ['three'], false))).toBe('file-exists');
  writeWhole(file, ['three'], true);
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['three', 0o644]);
});

test('a link is followed, also to a file that is not there yet', () => {
  const home = temporaryHome();
  const [target, link, dangling] = ['target', 'link', 'dangling'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(target, 'before');
  symlinkSync('target', link);
  symlinkSync('later', dangling);
  expect(refusal(() => writeWhole(link, ['x'], false))).toBe('file-exists');
  writeWhole(link, ['after'], true);
  writeWhole(dangling, ['made'], false);
  expect([readFileSync(target, 'utf8'), readFileSync(join(home, 'later'), 'utf8')]).toEqual([
    'after',
    'made',
  ]);
  expect([link, dangling].every((path) => lstatSync(path).isSymbolicLink())).toBe(true);
  expect(readdirSync(home).sort()).toEqual(['dangling', 'later', 'link', 'target']);
});

test('a pipe stays a pipe, and its reader gets everything', async () => {
  const pipe = join(temporaryHome(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = spawn('cat', [pipe]);
  let got = 0;
  reader.stdout.on('data', (chunk: Buffer) => {
    got += chunk.length;
  });
  const closed = new Promise((resolve) => reader.on('close', resolve));
  // More than a pipe holds would need the reader to run, and this process is busy writing: cat takes it.
  expect(writeWhole(pipe, ['x'.repeat(30_000), 'y'.repeat(30_000)], false)).toBe('stream');
  await closed;
  expect(got).toBe(60_000);
  expect(lstatSync(pipe).isFIFO()).toBe(true);
  expect(writeWhole('/dev/null', ['gone'], false)).toBe('stream');
  expect(refusal(() => writeWhole('/dev/full', ['full'], true))).toBe('disk-full');
});

test('what is in the way, and folders that are none, are told', () => {
  const home = temporaryHome();
  mkdirSync(join(home, 'folder'));
  writeFileSync(join(home, 'file'), '');
  symlinkSync('circle', join(home, 'circle'));
  const codes = ['folder', 'file/below', 'none/below', 'circle', 'n'.repeat(300)].map((name) =>
    refusal(() => writeWhole(join(home, name), ['x'], true)),
  );
  expect(codes).toEqual([
    'file-in-the-way',
    'report-folder',
    'report-folder',
    'file-unwritable',
    'file-unwritable',
  ]);
  // A name as long as a name may be leaves room for the draft beside it.
  expect(writeWhole(join(home, 'n'.repeat(255)), ['x'], false)).toBe('file');
  expect(readdirSync(home).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
