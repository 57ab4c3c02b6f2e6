// Lines from a pipe: none is lost, however many arrive at once; the end of input is a value.

import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { readLines } from '../../src/players/lines-in.js';

it('delivers every line of one chunk, also when nobody asked yet, then the end', async () => {
  const input = new PassThrough();
  const lines = readLines(input);
  input.write('1\n2\r\n\n');
  input.end('last without a line break');
  const first = await lines.next();
  expect([first, await lines.next(), await lines.next(), await lines.next(), await lines.next()]).toEqual([
    '1',
    '2',
    '',
    'last without a line break',
    null,
  ]);
  expect(await lines.next()).toBeNull();
});

it('waits for a line that comes in pieces', async () => {
  const input = new PassThrough();
  const lines = readLines(input);
  const line = lines.next();
  input.write('idem');
  input.write('potent\n');
  expect(await line).toBe('idempotent');
});

it('is late when the time is over, and the line that comes then is not lost', async () => {
  const input = new PassThrough();
  const lines = readLines(input);
  expect(await lines.next(1)).toBe('late');
  input.write('after all\n');
  expect(await lines.next(10_000)).toBe('after all');
});

it('has no time to wait with a limit of 0, but takes what is there', async () => {
  const input = new PassThrough();
  const lines = readLines(input);
  expect(await lines.next(0)).toBe('late');
});

it('cuts lines of more than 100,000 characters', async () => {
  const input = new PassThrough();
  const lines = readLines(input);
  input.end(`${'x'.repeat(100_001)}\n`);
  expect(await lines.next()).toHaveLength(100_000);
});
