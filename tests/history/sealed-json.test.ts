import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWhole, openSealed, renderSealed } from '../../src/history/sealed-json.js';
import { runs } from '../support/thorough.js';

const record = fc
  .dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 })
  .filter((value) => !('crc32' in value));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('what was sealed is opened as it was, and is ordinary JSON', () => {
  fc.assert(
    fc.property(record, (value) => {
      const text = renderSealed(value);
      expect(openSealed(Buffer.from(text))).toEqual({ value: plain(value) });
      expect(JSON.parse(text)).toMatchObject({ crc32: expect.stringMatching(/^[0-9a-f]{8}$/) });
    }),
  );
});

test('a flipped bit is noticed, or leaves the content as it was', () => {
  fc.assert(
    fc.property(record, fc.nat(), fc.nat(7), (value, place, bit) => {
      const bytes = Buffer.from(renderSealed(value));
      const at = place % bytes.length;
      bytes[at] = (bytes[at] as number) ^ (1 << bit);
      const opened = openSealed(bytes);
      if ('value' in opened) expect(opened.value).toMatchObject(plain(value) as object);
      else expect(['checksum', 'not JSON']).toContain(opened.damage);
    }),
    runs(500),
  );
});

test('a credit changed from 0 to 1 is noticed', () => {
  const text = renderSealed({ credit: 0 }).replace('"credit":0', '"credit":1');
  expect(openSealed(Buffer.from(text))).toEqual({ damage: 'checksum' });
  expect(isWhole(Buffer.from(text))).toBe(false);
});

test('JSON of another program, without a checksum, is taken as it is; nothing is not', () => {
  expect(openSealed(Buffer.from('{ "a": 1 }'))).toEqual({ value: { a: 1 } });
  expect(isWhole(Buffer.from('{ "a": 1 }'))).toBe(true);
  expect(openSealed(Buffer.from(''))).toEqual({ damage: 'empty' });
  expect(openSealed(Buffer.from('{ "a": 1'))).toEqual({ damage: 'not JSON' });
  expect(isWhole(Buffer.from('{ "a": 1'))).toBe(false);
});
