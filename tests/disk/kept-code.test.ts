// What V8 compiled, kept: given back as it was, or not at all.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { readKept, writeKept } from '../../src/disk/kept-code.js';
import { temporaryHome } from '../support/home.js';

const SOURCE = '(function (a, b) { return [a, b, "same"]; })';
const CODES = new Map([
  ['./program.js', new Script(SOURCE).createCachedData()],
  ['./bank.js', Buffer.from('line\nline / 12\n')],
  ['./empty.js', Buffer.alloc(0)],
]);

test('it is given back to those who run the same build, in a folder that is made for it', () => {
  const file = join(temporaryHome(), 'cache', 'compiled', 'list.code');
  writeKept(file, 'build 1', CODES);
  expect([...readKept(file, 'build 1')]).toEqual([...CODES]);
  expect(readKept(file, 'build 2').size).toBe(0);
  writeKept(file, 'build 2', new Map([...CODES].slice(0, 1)));
  expect([...readKept(file, 'build 2').keys()]).toEqual(['./program.js']);
  expect(readdirSync(join(file, '..'))).toEqual(['list.code']);
});

test('nothing is given back of a file that is not there, was cut short or has a bit flipped, wherever it is', () => {
  const file = join(temporaryHome(), 'list.code');
  expect(readKept(file, 'build 1').size).toBe(0);
  writeKept(file, 'build 1', CODES);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = whole.readUInt8(at) ^ (1 << (at % 8));
    writeFileSync(file, damaged);
    expect([at, readKept(file, 'build 1').size]).toEqual([at, 0]);
  }
  for (const length of [0, 1, whole.length / 2, whole.length - 1, whole.length - 2]) {
    writeFileSync(file, whole.subarray(0, length));
    expect([length, readKept(file, 'build 1').size]).toEqual([length, 0]);
  }
});

test('a folder that cannot be made is a failure', () => {
  const file = join(temporaryHome(), 'cache');
  writeFileSync(file, '');
  expect(() => writeKept(join(file, 'compiled', 'list.code'), 'build 1', CODES)).toThrow(
    expect.objectContaining({ name: 'Failure' }),
  );
});
