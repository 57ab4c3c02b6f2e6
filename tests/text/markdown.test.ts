// What is read without a parser is what the parser would have read.

import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import {
  type MarkdownBlock,
  parseAhead,
  readBlocks,
  readOption,
  rememberParsed,
} from '../../src/text/markdown.js';
import { safeText } from '../../src/text/safe.js';
import { runs } from '../support/thorough.js';

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
    runs(1000),
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
const LABELS = ['**Hint** ', '**Hint**', '**Model answer** ', '**a** ', '**a 1** ', '** a** ', '**a **b'];
const BEGINNINGS = ['1.', '2)', '-', '>', '/', '4', '---', '\t', '`', 'é'];

test('blocks of prose', () => {
  const piece = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...LINES) },
    { weight: 1, arbitrary: fc.constantFrom(...BEGINNINGS) },
  );
  fc.assert(
    fc.property(fc.constantFrom('', ...LABELS), fc.array(piece, { maxLength: 10 }), (label, pieces) => {
      const markdown = label + pieces.join('');
      expect(withoutPlaces(readBlocks(markdown))).toEqual(
        withoutPlaces(fromMarkdown(safeText(markdown)).children),
      );
    }),
    runs(1000),
  );
});

test('what is read ahead is what the parser makes of it, and is read without it from then on', () => {
  const [text, option] = ['1. *a* and `b`\n2. [c](https://d.example)', '> *500* ms'];
  const parsed = parseAhead({ blocks: [text, text, 'prose'], option: [option, 'plain'] });
  expect(parsed.map(({ as, text: of }) => [as, of])).toEqual([
    ['blocks', text],
    ['option', option],
  ]);
  const before = [readBlocks(text), readOption(option)].map(withoutPlaces);
  expect(parsed.map(({ tree }) => tree)).toEqual(before);
  rememberParsed(parsed);
  expect([readBlocks(text), readOption(option)]).toEqual(before);
  expect(readBlocks(text)).toBe(parsed[0]?.tree);
});

test('what is drawn again is not parsed again, and stays what it is whatever is read in between', () => {
  const text = '- a *list*';
  const [blocks, option] = [readBlocks(text), readOption(text)];
  expect(readBlocks(text)).toBe(blocks);
  expect(readOption(text)).toBe(option);
  for (let other = 0; other < 100; other += 1) readBlocks(`- ${other}`);
  expect([readBlocks(text), readOption(text)]).toEqual([blocks, option]);
});
