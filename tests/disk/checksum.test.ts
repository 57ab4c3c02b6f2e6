// The checksum is zlib's, however long the bytes are and in however many pieces they come.

import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksum } from '../../src/disk/checksum.js';
import { anyCharacter } from '../support/any-character.js';
import { runs } from '../support/thorough.js';

test('the value by which every CRC-32 is told', () => {
  expect(checksum('123456789')).toBe(0xcbf43926);
  expect(checksum('')).toBe(0);
});

test('as zlib has it, before zlib is used and after', () => {
  const asZlib = () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ unit: anyCharacter }), (bytes, text) => {
        expect(checksum(bytes)).toBe(crc32(bytes));
        expect(checksum(text, checksum(bytes))).toBe(crc32(text, crc32(bytes)));
      }),
      { ...runs(400), endOnFailure: true },
    );
  asZlib();
  const long = Buffer.alloc(40_000, 'länger');
  expect(checksum(long)).toBe(crc32(long));
  asZlib();
});
