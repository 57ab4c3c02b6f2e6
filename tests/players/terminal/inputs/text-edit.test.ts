// The editor of typed answers: keys as in a shell, one step back at a time, rows wrapped at words.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../../../src/players/terminal/inputs/input.js';
import {
  insert,
  startEdit,
  type TextEdit,
  undone,
} from '../../../../src/players/terminal/inputs/text-edit.js';
import { pressEdit } from '../../../../src/players/terminal/inputs/text-edit-keys.js';
import { columnOf, rowAt, rowsOf } from '../../../../src/players/terminal/inputs/text-rows.js';
import { cellWidth } from '../../../../src/text/fit.js';

const RULES = { lines: true, width: 20 };
const SEQUENCES: Readonly<Record<string, Key>> = {
  enter: { name: 'return', sequence: '\r' },
  undo: { sequence: '\u001f' },
};

/** `a`, `^a` with Ctrl, `M-b` with Alt, and names in brackets: `[left]`. */
function keyOf(piece: string): Key {
  const bare = piece.replace(/^\[|\]$/g, '');
  const name = bare.replace(/^\^|^M-/, '');
  const known = SEQUENCES[name];
  if (known !== undefined) return known;
  if (bare.startsWith('^')) return { name, ctrl: true, sequence: '\u0001' };
  if (bare.startsWith('M-')) return { name, meta: true, sequence: `\u001b${name}` };
  return piece.length > 1 && piece.startsWith('[')
    ? { name, sequence: `\u001b[${name}` }
    : { name, sequence: piece };
}

function press(edit: TextEdit, script: string, rules = RULES): TextEdit {
  const pieces = script.match(/\[[\w^-]+\]|\P{M}\p{M}*/gu) ?? [];
  return pieces.reduce((state, piece) => pressEdit(state, keyOf(piece), rules) ?? state, edit);
}

/** The text with the cursor as a bar. */
const seen = ({ text, cursor }: TextEdit) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe('keys', () => {
  it.each([
    ['one two', '', 'one two|'],
    ['one', 'x', 'onex|'],
    ['one', '[left]x', 'onx|e'],
    ['one two', '[^a]x', 'x|one two'],
    ['one\ntwo', '[^a]', 'one\n|two'],
    ['one\ntwo', '[up][^e]', 'one|\ntwo'],
    ['one two', '[M-b][^k]', 'one |'],
    ['one two', '[^w]', 'one |'],
    ['a-b c-d', '[^w]', 'a-b |'],
    ['a-b c-d', '[M-backspace]', 'a-b c-|'],
    ['one two', '[^u]', '|'],
    ['one two', '[^w][^a][^y]', 'two|one '],
    ['one two three', '[^w][^w][^y]', 'one two three|'],
    ['one\ntwo', '[up][^e][^k]', 'one|two'],
    ['ab', '[^t]', 'ba|'],
    ['one', '[^a][^d]', '|ne'],
    ['one', '[^b][^f]', 'one|'],
    ['one', '[^h]', 'on|'],
    ['one two', '[^a][M-d]', '| two'],
    ['one', '[home][delete]', '|ne'],
    ['e\u0301', '[backspace]', '|'],
    ['👩‍💻a', '[^a][right]', '👩‍💻|a'],
    ['one', '[enter]two', 'one\ntwo|'],
    ['long', '[up]', '|long'],
    ['ab\ncdef\ngh', '[up]', 'ab\ncd|ef\ngh'],
    ['abcd\nx\nabcd', '[up][up]', 'abcd|\nx\nabcd'],
  ])('%j and %s is %j', (text, script, wanted) => {
    expect(seen(press(startEdit(text), script))).toBe(wanted);
  });

  it('unknown keys are not for the text', () => {
    for (const name of ['f1', 'tab', 'escape', 'pageup'])
      expect(pressEdit(startEdit('x'), { name, sequence: '\u001b' }, RULES)).toBeUndefined();
  });

  it('where there is one line, Enter is not for the text and a pasted line break is a blank', () => {
    expect(pressEdit(startEdit('x'), keyOf('[enter]'), { ...RULES, lines: false })).toBeUndefined();
    expect(insert(startEdit('a'), 'b\n  c', false).text).toBe('ab c');
  });
});

describe('undo', () => {
  it('takes back letters typed in one go together, then what was before', () => {
    const edit = press(startEdit('one '), 'two[^w]three');
    expect(seen(undone(edit))).toBe('one |');
    expect(seen(undone(undone(edit)))).toBe('one two|');
    expect(seen(undone(undone(undone(edit))))).toBe('one |');
    expect(seen(press(edit, '[undo][undo]'))).toBe('one two|');
  });

  it('a paste is one step', () => {
    expect(seen(undone(insert(startEdit('a'), 'b\n\nc', true)))).toBe('a|');
  });

  it('leads back to the beginning, whatever was pressed', () => {
    const keys = fc.constantFrom(
      'a',
      ' ',
      '[enter]',
      '[^w]',
      '[^y]',
      '[left]',
      '[up]',
      '[^k]',
      '[backspace]',
      '[^t]',
      'é',
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(keys, { maxLength: 40 }), (text, pressed) => {
        const start = startEdit(text);
        let edit = press(start, pressed.join(''));
        expect(edit.cursor).toBeGreaterThanOrEqual(0);
        expect(edit.cursor).toBeLessThanOrEqual(edit.text.length);
        for (let steps = 0; steps <= pressed.length; steps += 1) edit = undone(edit);
        expect(edit.text).toBe(start.text);
      }),
    );
  });
});

describe('rows', () => {
  it('are cut at words', () => {
    const text = 'The client sends the same key again.\n\nDone';
    const rows = rowsOf(text, 12).map(({ start, end }) => text.slice(start, end));
    expect(rows).toEqual(['The client ', 'sends the ', 'same key ', 'again.', '', 'Done']);
  });

  it('words wider than a row are cut', () => {
    const text = 'ab abcdefghij';
    expect(rowsOf(text, 4).map(({ start, end }) => text.slice(start, end))).toEqual([
      'ab ',
      'abcd',
      'efgh',
      'ij',
    ]);
  });

  it('hold every letter once, none wider than the row but for a blank at its end', () => {
    const word = fc.constantFrom(
      'a',
      'key',
      'idempotency',
      '漢字',
      '👍',
      ' ',
      '  ',
      '\n',
      'https://example.com/a/long/path',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 2, max: 30 }), (words, width) => {
        const text = words.join('');
        const rows = rowsOf(text, width);
        const joined = rows.map(({ start, end }, index) => {
          const next = rows[index + 1]?.start ?? end;
          expect(next - end === 0 || text.slice(end, next) === '\n').toBe(true);
          expect(cellWidth(text.slice(start, end).trimEnd())).toBeLessThanOrEqual(width);
          return text.slice(start, next);
        });
        expect(joined.join('')).toBe(text);
        for (let place = 0; place <= text.length; place += 1) {
          const row = rows[rowAt(rows, place)];
          expect(row).toBeDefined();
          if (row) expect(columnOf(text, row, place)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

it('what could move the cursor of the terminal never gets into the text', () => {
  expect(startEdit('a\u001b[2Jb').text).toBe('a[2Jb');
  expect(insert(startEdit(''), 'x\u0007\u202ey\tz', true).text).toBe('xy  z');
  expect(pressEdit(startEdit(''), { sequence: '\u001b]52;c;x\u0007' }, RULES)).toBeUndefined();
});
