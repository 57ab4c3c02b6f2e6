// Texts read without a parser say what the parser says of them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOption } from '../../src/text/markdown-parser.js';
import { nodeText, plainLine, plainOption, plainText } from '../../src/text/plain.js';
import { safeLine, safeText } from '../../src/text/safe.js';
import { rows, runs } from '../support/thorough.js';

/** Stars make the parser look; the rule they are is no text. */
const parsed = (markdown: string) => plainText(`***\n\n${markdown}`);

const PROSE = [
  ...[
    'a',
    'GET',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '`x`',
    '`a b`',
    '` c`',
    '`"&lt;"`',
    '(y)',
    '!',
    '"',
    ':',
    '/',
    '4',
  ],
  // Marks where a line begins.
  ...['1.', '2)', '-', '>'],
];
const MARKS = [
  ...['`', '``', '+', '*', '_', '#', '&amp;', '<b>', '[x]', '\\', '|', '=', '~', '\t', 'é', '\u200b'],
];

/** Where there is a mark the parser is asked in any case, so most have none. */
const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...PROSE), { maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...PROSE, ...MARKS), { maxLength: 12 }) },
);

function expectAsParsed(markdown: string): void {
  const said = parsed(markdown);
  expect(plainText(markdown)).toBe(said);
  expect(plainLine(markdown)).toBe(safeLine(said));
  const option = parseOption(safeText(markdown).trim());
  if (option.every(({ type }) => type === 'paragraph'))
    expect(plainOption(markdown)).toBe(safeLine(option.map(nodeText).join(' ')));
}

test('whatever stands in them', () => {
  fc.assert(
    fc.property(pieces, (several) => expectAsParsed(several.join(''))),
    runs(1000),
  );
});

test('in the stems of a topic of the bank, whole and cut', () => {
  const folder = join('questions', 'rest-design');
  const names = readdirSync(folder).filter((one) => one.endsWith('.md'));
  for (const name of rows(names, names.length / 3)) {
    const text = readFileSync(join(folder, name), 'utf8').split(/^---$/m)[2] ?? '';
    for (const part of [text, text.slice(0, 300), ...text.split('\n\n')]) expectAsParsed(part);
  }
});
