// Any code point at all. fast-check's own `unit: 'binary'` lists all of them first, which takes longer than most files.

import fc from 'fast-check';

/** No half of a pair. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10_ffff - 0x800 })
  .map((point) => String.fromCodePoint(point < 0xd800 ? point : point + 0x800));
