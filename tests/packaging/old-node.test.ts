// The first file that runs has to be read by every Node: it says which one is needed before anything newer is loaded.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { rows } from '../support/thorough.js';

const BIN = join(process.cwd(), 'bin', 'api-quiz.js');

test('it is written in ES5, and asks for the Node of package.json', () => {
  const source = readFileSync(BIN, 'utf8');
  // esbuild refuses to lower what ES5 does not have, such as const and arrow functions.
  expect(() => transformSync(source.replace(/^#!.*/, ''), { target: 'es5' })).not.toThrow();
  expect(source).not.toMatch(/,\s*\)/);
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(`>=${/NEEDED = \[(\d+), (\d+)\]/.exec(source)?.slice(1).join('.')}.0`).toBe(engines.node);
});

test.each(rows(['20.16.0', '0.10.48', '18.20.4']))(
  'Node %s: one line, exit 2, nothing else loaded',
  (version) => {
    const script = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require(${JSON.stringify(BIN)})`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`api-quiz needs Node 20.17 or later; this is Node ${version}.\n`);
  },
);
