// Untrusted text loses everything that could steer a terminal, and keeps its lines and letters.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeLine, safeText } from '../../src/text/safe.js';
import { anyCharacter } from '../support/any-character.js';
import { runs } from '../support/thorough.js';

describe('safeText', () => {
  it.each([
    ['a colour sequence loses its ESC', '\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['a window title', '\u001b]0;owned\u0007text', ']0;ownedtext'],
    ['C0: NUL, bell, backspace, vertical tab, form feed', 'a\u0000b\u0007c\u0008d\u000be\u000cf', 'abcdef'],
    ['DEL', 'a\u007fb', 'ab'],
    ['C1: the one-character CSI and OSC', '\u009b31mred\u009d', '31mred'],
    ['bidi overrides and embeddings', 'a\u202eb\u202ac\u202d', 'abc'],
    ['bidi isolates', 'a\u2066b\u2067c\u2069', 'abc'],
    ['bidi marks', 'a\u200eb\u200fc\u061cd', 'abcd'],
    ['zero width and word joiners', 'PA\u200bTCH\u2060 \ufeffid', 'PATCH id'],
    ['invisible operators and soft hyphens', 'a\u2062b\u00adc\u206ad', 'abcd'],
    ['tags hide no text', 'yes\u{e006e}\u{e006f}\u{e007f}', 'yes'],
    ['joiners and variation selectors on Latin letters', 'a\u200db\u200cc\ufe0fd\u{e0100}', 'abcd'],
    ['a joiner between emoji stays, one at their end does not', '👩🏽\u200d💻\u200d', '👩🏽\u200d💻'],
    ['an emoji asked for stays, asked for twice once', '❤\ufe0f\ufe0f \ufe0f', '❤\ufe0f '],
    ['keycaps stay', '1\ufe0f\u20e3', '1\ufe0f\u20e3'],
    ['a flag of tags stays', '🏴\u{e0067}\u{e0062}\u{e007f}', '🏴\u{e0067}\u{e0062}\u{e007f}'],
    ['a Persian non-joiner stays', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['a joiner of Devanagari stays', 'क्\u200dष', 'क्\u200dष'],
    ['an ideograph keeps its form', '葛\u{e0100}', '葛\u{e0100}'],
    ['lines are kept', 'one\ntwo\n\nfour', 'one\ntwo\n\nfour'],
    ['CRLF and a lone CR become LF', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['Unicode line separators become LF', 'one\u2028two\u2029three', 'one\ntwo\nthree'],
    ['a tab becomes two blanks', 'a\tb', 'a  b'],
    [
      'letters of any script, emoji and no-break spaces are kept',
      'é 日本 🚦 שלום a\u00a0b',
      'é 日本 🚦 שלום a\u00a0b',
    ],
  ])('%s', (_, given, expected) => {
    expect(safeText(given)).toBe(expected);
  });

  it('leaves no control character but the line feed in any text', () => {
    const anyText = fc.string({ unit: anyCharacter, maxLength: 60 });
    const withControls = fc.string({
      unit: fc.constantFrom(
        ...[
          '\u001b',
          '\u009b',
          '\r',
          '\u202e',
          '\t',
          '[',
          'm',
          'a',
          '\u200b',
          '\u200d',
          '\ufe0f',
          '👩',
          '\u200c',
          'ی',
        ],
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.oneof(anyText, withControls), (text) => {
        expect(safeText(text)).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
        expect(safeText(safeText(text))).toBe(safeText(text));
      }),
      runs(100),
    );
  });
});

describe('safeLine', () => {
  it.each([
    ['line breaks become one blank', 'one\r\n\r\ntwo', 'one two'],
    ['runs of blanks shrink, the ends are trimmed', '  a   b\t', 'a b'],
    ['control characters go', 'a\u001b[2Jb', 'a[2Jb'],
  ])('%s', (_, given, expected) => {
    expect(safeLine(given)).toBe(expected);
  });
});
