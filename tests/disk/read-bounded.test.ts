// The one reader: what is no regular file, or too large, is a value and keeps nobody waiting.

import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/disk/decode-text.js';
import { readBounded } from '../../src/disk/read-bounded.js';
import { temporaryHome } from '../support/home.js';

test('the bytes of a file up to the limit, also of one whose size is not told', () => {
  const file = join(temporaryHome(), 'a');
  writeFileSync(file, 'twelve bytes');
  expect(readBounded(file, 12)).toEqual({ bytes: Buffer.from('twelve bytes') });
  expect(readBounded(file, 11)).toEqual({ code: 'file-too-large', reason: '12' });
  const status = readBounded('/proc/self/status', 100_000);
  expect('bytes' in status && status.bytes.length).toBeGreaterThan(100);
  expect(readBounded('/proc/self/status', 100)).toMatchObject({ code: 'file-too-large' });
});

test('folders, pipes, links in a circle, and what is not there', () => {
  const home = temporaryHome();
  const at = (name: string) => join(home, name);
  mkdirSync(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync(at('circle'), at('circle'));
  writeFileSync(at('file'), 'text');
  symlinkSync(at('file'), at('link'));
  const codes = (follow: boolean) =>
    ['folder', 'pipe', 'circle', 'none', 'file/below', 'link'].map((name) => {
      const read = readBounded(at(name), 100, follow);
      return 'code' in read ? `${read.code} ${read.reason}` : 'read';
    });
  const first = [
    'file-not-regular folder',
    'file-not-regular special',
    'file-not-regular link',
    'file-missing ENOENT',
    'file-missing ENOTDIR',
  ];
  expect(codes(true)).toEqual([...first, 'read']);
  expect(codes(false)).toEqual([...first, 'file-not-regular link']);
  expect(readBounded('a\u0000b', 100)).toMatchObject({ code: 'file-unreadable' });
});

test('the marks that editors put in front of a text are passed over', () => {
  for (const [bytes, text] of [
    [Buffer.from('\ufeffplain'), 'plain'],
    [Buffer.from('\ufeffhöher', 'utf16le'), 'höher'],
    [Buffer.from('\ufeffhöher', 'utf16le').swap16(), 'höher'],
    [Buffer.from('no mark'), 'no mark'],
  ] as const)
    expect(decodeText(bytes)).toBe(text);
});
