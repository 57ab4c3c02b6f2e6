// Random bytes: as many as asked for, and never the same.
import { expect, it } from 'vitest';
import { randomBytes } from '../../src/disk/random-bytes.js';

it('gives as many as asked for, new every time', () => {
  const drawn = Array.from({ length: 100 }, () => randomBytes(9).toString('hex'));
  expect(drawn.every((hex) => /^[0-9a-f]{18}$/.test(hex))).toBe(true);
  expect(new Set(drawn).size).toBe(100);
});

it('uses every value of a byte', () => {
  expect(new Set(randomBytes(20_000)).size).toBe(256);
});
