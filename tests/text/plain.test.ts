// Texts read without a parser say what the parser says of them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine, plainText } from '../../src/text/plain.js';
import { safeLine } from '../../src/text/safe.js';

/** Stars make the parser look; the rule they are is no text. */
const parsed = (markdown: string) => plainText(`***\n\n${markdown}`);

const piece = fc.constantFrom(
  ...[
    'a',
    'GET',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '`',
    '``',
    '`x`',
    '`a b`',
    '` c`',
    '`"&lt;"`',
    '1.',
    '2)',
    '-',
    '+',
    '>',
  ],
  ...[
    '*',
    '_',
    '#',
    '&amp;',
    '<b>',
    '[x]',
    '(y)',
    '!',
    '\\',
    '|',
    '=',
    '~',
    '"',
    ':',
    '/',
    '4',
    '\t',
    'é',
    '\u200b',
  ],
);

test('whatever stands in them', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const markdown = pieces.join('');
      expect(plainText(markdown)).toBe(parsed(markdown));
      expect(plainLine(markdown)).toBe(safeLine(parsed(markdown)));
    }),
    { numRuns: 3000 },
  );
});

test('in the stems of a topic of the bank, whole and cut', () => {
  const folder = join('questions', 'rest-design');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
    const text = readFileSync(join(folder, name), 'utf8').split(/^---$/m)[2] ?? '';
    for (const part of [text, text.slice(0, 300), ...text.split('\n\n')]) {
      expect(plainText(part)).toBe(parsed(part));
      expect(plainLine(part)).toBe(safeLine(parsed(part)));
    }
  }
});
