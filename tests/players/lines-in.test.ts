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

it('keeps neither a line without end nor more lines than wait to be taken', async () => {
  const input = new PassThrough();
  const lines = readLines(input);
  for (let piece = 0; piece < 50; piece += 1) input.write('x'.repeat(50_000));
  input.write('\nnext\n');
  expect(await lines.next()).toHaveLength(100_000);
  expect(await lines.next()).toBe('next');
  for (let line = 0; line < 5000; line += 1) input.write(`${line}\n`);
  input.end();
  for (let line = 0; line < 5000; line += 1) expect(await lines.next()).toBe(String(line));
  expect(await lines.next()).toBeNull();
});

it('passes over a byte order mark, and takes every kind of line end, also one cut in two', async () => {
  const input = new PassThrough();
  const lines = readLines(input);
  input.write(Buffer.from('\ufefffirst\r'));
  input.write('\nsecond\rthird\n\ufeffkept');
  input.end();
  const all = [];
  for (let line = await lines.next(); line !== null; line = await lines.next()) all.push(line);
  expect(all).toEqual(['first', 'second', 'third', '\ufeffkept']);
});

it('waits for longer than a timer can', async () => {
  const input = new PassThrough();
  const lines = readLines(input);
  const line = lines.next(2 ** 31 + 5);
  setTimeout(() => input.write('in time\n'), 20);
  expect(await line).toBe('in time');
});
