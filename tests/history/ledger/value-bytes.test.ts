// What is kept of a checkpoint's value is what it was, to the last bit.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openValue, renderValue } from '../../../src/history/ledger/value-bytes.js';
import { anyCharacter } from '../../support/any-character.js';

const plain = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.constant(null),
  fc.array(fc.string({ unit: anyCharacter })),
);
const column = fc.float64Array().map((numbers) => Float64Array.from(numbers));
const names = fc.constantFrom('cards', 'figures', 'é', 'all', 'tally');
const value = fc.dictionary(names, fc.oneof(plain, column, fc.dictionary(names, fc.oneof(plain, column))));

it('gives back texts, lists and columns, wherever among others they lie', () => {
  fc.assert(
    fc.property(value, fc.nat(7), (given, shift) => {
      const rendered = renderValue(given);
      const among = Buffer.concat([Buffer.alloc(shift), rendered, Buffer.from('behind')]);
      expect(openValue(among.subarray(shift, shift + rendered.length))).toEqual(given);
    }),
  );
});

it('keeps what JSON would lose', () => {
  const numbers = Float64Array.of(Number.NaN, -0, Number.POSITIVE_INFINITY, 5e-324, 0.1 + 0.2);
  const opened = openValue(renderValue({ numbers })) as { numbers: Float64Array };
  expect([...opened.numbers].map((number) => [Object.is(number, -0), number])).toEqual(
    [...numbers].map((number) => [Object.is(number, -0), number]),
  );
  expect(openValue(renderValue(null))).toBeNull();
});
