// What is read without a parser is what the parser would have read.

import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { type MarkdownBlock, readBlocks, readOption } from '../../src/text/markdown.js';
import { safeText } from '../../src/text/safe.js';

/** What begins a block is off in a line, as in `readOption`; everything else is on. */
const OFF = [
  ...['blockQuote', 'codeIndented', 'codeFenced', 'definition', 'headingAtx', 'htmlFlow', 'list'],
  ...['setextUnderline', 'thematicBreak', 'labelStartImage'],
];

const withoutPlaces = (blocks: readonly MarkdownBlock[]): unknown =>
  JSON.parse(JSON.stringify(blocks, (name, value) => (name === 'position' ? undefined : value)));

const PIECES = [
  ...[
    'a',
    'GET',
    ' ',
    '  ',
    '\t',
    '.',
    '1. ',
    '- ',
    '+ ',
    '# ',
    '> ',
    '=',
    '---',
    '***',
    '|',
    '~',
    '~~~',
    '!',
    '"',
  ],
  ...[
    '`',
    '`x`',
    '`a  b`',
    '`*<&`',
    '*',
    '*b*',
    '_',
    '\\',
    '\\*',
    '&amp;',
    '&',
    '[',
    '](b)',
    '<',
    '<i>',
    '<a@b.c>',
    'https://x.y',
  ],
  ...['\u00a0', '\u2028', '\ufeff', '\0', '\r', 'é', '中', '👍', ':', '(', ')'],
];

test('an option of one line', () => {
  const line = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(line, (markdown) => {
      const text = safeText(markdown).trim();
      fc.pre(!text.includes('\n'));
      const parsed = fromMarkdown(text, { extensions: [{ disable: { null: OFF } }] }).children;
      expect(withoutPlaces(readOption(markdown))).toEqual(withoutPlaces(parsed));
    }),
    { numRuns: 1000 },
  );
});

/** Mostly prose: of a text with any other mark both sides would be the parser's. */
const LINES = [
  'a',
  'GET',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n\n\n',
  '`x`',
  '`a  b`',
  '`"&lt;"`',
  '` c`',
  '``',
  '"',
  ':',
  '!',
  '(y)',
];
const BEGINNINGS = ['1.', '2)', '-', '>', '/', '4', '---', '\t', '`', 'é'];

test('blocks of prose', () => {
  const piece = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...LINES) },
    { weight: 1, arbitrary: fc.constantFrom(...BEGINNINGS) },
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const markdown = pieces.join('');
      expect(withoutPlaces(readBlocks(markdown))).toEqual(
        withoutPlaces(fromMarkdown(safeText(markdown)).children),
      );
    }),
    { numRuns: 1000 },
  );
});
