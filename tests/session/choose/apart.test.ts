// What gives another item away, or asks the same in another guise, is kept out of its sitting.

import { expect, it } from 'vitest';
import { familyOf, keepApart, mayMeet } from '../../../src/session/choose/apart.js';
import { entry } from '../arbitrary-entries.js';

const plain = entry('auth', 1);
const telling = entry('auth', 2, { apart: ['auth-1'] });
const variant = entry('auth', 3, { variantOf: 'auth-1' });
const otherVariant = entry('auth', 4, { variantOf: 'auth-1' });
const elsewhere = entry('auth', 5, { pack: 'mine', apart: ['auth-1'], variantOf: 'auth-1' });

it.each([
  ['named by the one', telling, plain, false],
  ['named by the other', plain, telling, false],
  ['a variant and its original', variant, plain, false],
  ['two variants of one original', variant, otherVariant, false],
  ['a name of another pack', elsewhere, plain, true],
  ['strangers', telling, variant, true],
])('%s: may meet is %4$s', (_, a, b, expected) => {
  expect(mayMeet(a, b)).toBe(expected);
  expect(mayMeet(b, a)).toBe(expected);
});

it('the earlier one stays', () => {
  expect(keepApart([telling, plain, variant])).toEqual([telling, variant]);
  expect(keepApart([plain, elsewhere], [otherVariant])).toEqual([elsewhere]);
});

it('a family is named after its original', () => {
  expect([plain, variant, elsewhere].map(familyOf)).toEqual(['core/auth-1', 'core/auth-1', 'mine/auth-1']);
});
