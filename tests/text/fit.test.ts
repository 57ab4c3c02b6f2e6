// Text fits its column: widths in cells, wrapping, hanging lines, cutting and padding, with wide characters too.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellWidth,
  cutAtWord,
  cutText,
  padText,
  wrapCommand,
  wrapHanging,
  wrapText,
} from '../../src/text/fit.js';
import { runs } from '../support/thorough.js';

const RED = '\u001b[31m';
const OFF = '\u001b[39m';

describe('cellWidth', () => {
  it.each([
    ['plain letters', 'retry', 5],
    ['wide characters count two', '日本', 4],
    ['colour sequences count nothing', `${RED}red${OFF}`, 3],
    ['a combining accent counts nothing', 'e\u0301', 1],
    ['nothing', '', 0],
  ])('%s', (_, text, cells) => {
    expect(cellWidth(text)).toBe(cells);
  });
});

describe('wrapText', () => {
  it.each([
    ['at words', 'one two three', 7, ['one two', 'three']],
    ['a word longer than the line is broken', 'abcdefgh', 3, ['abc', 'def', 'gh']],
    ['wide characters never straddle the edge', '日本語', 5, ['日本', '語']],
    ['line breaks of the text are kept', 'one\n\ntwo', 10, ['one', '', 'two']],
    ['a width of zero counts as one', 'ab', 0, ['a', 'b']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  it('never makes a line wider than asked for, and loses no letter', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'é', '日', '-'), minLength: 1, maxLength: 12 }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 20 }), (given, width) => {
        const lines = wrapText(given.join(' '), width);
        expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.join(''));
      }),
      runs(100),
    );
  });
});

it('wrapHanging puts the mark before the first line and blanks of its width before the others', () => {
  expect(wrapHanging('one two three', 9, '2  ')).toEqual(['2  one', '   two', '   three']);
  expect(wrapHanging('one two', 5, '❯ ', '| ')).toEqual(['❯ one', '| two']);
});

describe('cutText', () => {
  it.each([
    ['what fits is left alone', 'retry', 5, 'retry'],
    ['what does not ends in an ellipsis', 'retrying', 5, 'retr…'],
    ['a wide character is dropped whole', '日本語', 4, '日…'],
    ['no room at all', 'retry', 0, ''],
    ['room for the ellipsis only', 'retry', 1, '…'],
  ])('%s', (_, text, width, expected) => {
    expect(cutText(text, width)).toBe(expected);
  });

  it('cuts with ASCII dots where the terminal wants them', () => {
    expect(cutText('retrying', 6, '...')).toBe('ret...');
    expect(cutText('retrying', 2, '...')).toBe('');
  });
});

describe('wrapCommand', () => {
  it.each([
    ['what fits stays on its line', 'api-quiz show x', 20, ['  api-quiz show x']],
    [
      'a shell takes the lines for one command',
      'api-quiz drill graphql rest-design',
      20,
      ['  api-quiz drill \\', '  graphql \\', '  rest-design'],
    ],
    [
      'a word longer than the line stands whole',
      'show twelve-letters',
      10,
      ['  show \\', '  twelve-letters'],
    ],
  ])('%s', (_, command, width, lines) => {
    expect(wrapCommand(command, width, '  ')).toEqual(lines);
  });
});

describe('cutAtWord', () => {
  it.each([
    ['what fits is whole', 'one two', 7, 'one two'],
    ['no word is cut in two', 'the field makes sense', 12, 'the field…'],
    ['a word that just fits stays', 'the field makes sense', 10, 'the field…'],
    ['no blank stands before the mark', 'the field makes sense', 11, 'the field…'],
    ['a long word is cut all the same', 'a depersonalisation', 10, 'a deperso…'],
    ['no room at all', 'one two', 0, ''],
  ])('%s', (_, text, width, expected) => {
    expect(cutAtWord(text, width)).toBe(expected);
  });
});

/** As readers see characters: what `cutText` does without its short ways. */
function cutSlowly(text: string, width: number, ellipsis: string): string {
  if (cellWidth(text) <= width) return text;
  const room = width - cellWidth(ellipsis);
  if (room < 0) return '';
  let cut = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (cellWidth(cut) + cellWidth(segment) > room) break;
    cut += segment;
  }
  return cut + ellipsis;
}

it('cuts plain letters as it cuts all others', () => {
  const texts = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 0, max: 50 }),
      fc.constantFrom('…', '...'),
      (text, width, ellipsis) => {
        expect(cutText(text, width, ellipsis)).toBe(cutSlowly(text, width, ellipsis));
      },
    ),
    runs(100),
  );
});

describe('padText', () => {
  it('fills up to the width on either side and never cuts', () => {
    expect(padText('ab', 4)).toBe('ab  ');
    expect(padText('ab', 4, 'left')).toBe('  ab');
    expect(padText('日', 4)).toBe('日  ');
    expect(padText('abcdef', 4)).toBe('abcdef');
  });
});
