// A text that is its own key, told by its characters alone, has no other key when it is read.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownKey } from '../../src/text/shown-key.js';
import { runs } from '../support/thorough.js';

it.each([
  ['`GET`  is', 'GET is'],
  ['*a*  b', 'a b'],
  ['a\tb', 'a b'],
  ['a ', 'a'],
  ['> 500 ms', '> 500 ms'],
])('%j is shown as %j', (text, key) => {
  expect(shownKey(text)).toBe(key);
});

it('is the same behind a blank, with which the text is read', () => {
  const character = fc.integer({ min: 32, max: 127 }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 12 }), (text) => {
      expect(shownKey(text)).toBe(shownKey(` ${text}`));
    }),
    runs(2000),
  );
});
