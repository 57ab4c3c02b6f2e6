// Keys of a text under edit. They mean what they mean in every shell: readline's own.

import type { Key } from './input.js';
import {
  after,
  before,
  insert,
  lineEnd,
  lineStart,
  moved,
  remove,
  type TextEdit,
  undone,
  wordAfter,
  wordBefore,
} from './text-edit.js';
import { columnOf, placeInRow, rowAt, rowsOf } from './text-rows.js';

export interface EditRules {
  /** Enter begins a line. */
  lines: boolean;
  /** Cells of a row: up and down move by rows as they are shown. */
  width: number;
}

type Change = (edit: TextEdit, rules: EditRules) => TextEdit;

const left: Change = (edit) => moved(edit, before(edit));
const right: Change = (edit) => moved(edit, after(edit));
const up: Change = (edit, rules) => vertically(edit, rules, -1);
const down: Change = (edit, rules) => vertically(edit, rules, 1);
const toStart: Change = (edit) => moved(edit, lineStart(edit));
const toEnd: Change = (edit) => moved(edit, lineEnd(edit));
const erase: Change = (edit) => remove(edit, before(edit), edit.cursor);
const eraseRight: Change = (edit) => remove(edit, edit.cursor, after(edit));
const wordLeft: Change = (edit) => moved(edit, wordBefore(edit, 'letters'));
const wordRight: Change = (edit) => moved(edit, wordAfter(edit));
const cutWordLeft: Change = (edit) => remove(edit, wordBefore(edit, 'letters'), edit.cursor, true);
const cutWordRight: Change = (edit) => remove(edit, edit.cursor, wordAfter(edit), true);

const PLAIN_KEYS: Readonly<Record<string, Change>> = {
  left,
  right,
  up,
  down,
  home: toStart,
  end: toEnd,
  backspace: erase,
  delete: eraseRight,
};

const CTRL_KEYS: Readonly<Record<string, Change>> = {
  a: toStart,
  e: toEnd,
  b: left,
  f: right,
  p: up,
  n: down,
  h: erase,
  d: eraseRight,
  u: (edit) => remove(edit, lineStart(edit), edit.cursor, true),
  // At the end of a line it takes the line break, as in Emacs.
  k: (edit) => remove(edit, edit.cursor, edit.cursor === lineEnd(edit) ? after(edit) : lineEnd(edit), true),
  w: (edit) => remove(edit, wordBefore(edit, 'blanks'), edit.cursor, true),
  y: (edit, { lines }) => insert(edit, edit.cut, lines),
  t: exchange,
  left: wordLeft,
  right: wordRight,
  backspace: cutWordLeft,
  delete: cutWordRight,
};

const META_KEYS: Readonly<Record<string, Change>> = {
  b: wordLeft,
  f: wordRight,
  left: wordLeft,
  right: wordRight,
  d: cutWordRight,
  backspace: cutWordLeft,
};

/** Ctrl-_ and Ctrl-/ send the same. */
const UNDO = '\u001f';

/** The text after the key; undefined when the key means nothing to it. */
export function pressEdit(edit: TextEdit, key: Key, rules: EditRules): TextEdit | undefined {
  if (key.sequence === UNDO) return undone(edit);
  if (key.name === 'return' || key.name === 'enter')
    return rules.lines ? insert(edit, '\n', true) : undefined;
  const keys = key.meta ? META_KEYS : key.ctrl ? CTRL_KEYS : PLAIN_KEYS;
  const change = Object.hasOwn(keys, key.name ?? '') ? keys[key.name ?? ''] : undefined;
  if (change !== undefined) return change(edit, rules);
  const typed = key.sequence ?? '';
  return key.ctrl || key.meta || !isText(typed) ? undefined : insert(edit, typed, rules.lines);
}

/** Letters, and no sequence of a key that has another meaning elsewhere. */
function isText(sequence: string): boolean {
  return sequence !== '' && !/[\u0000-\u001f\u007f]/.test(sequence);
}

function vertically(edit: TextEdit, { width }: EditRules, step: -1 | 1): TextEdit {
  const rows = rowsOf(edit.text, width);
  const at = rowAt(rows, edit.cursor);
  const row = rows[at];
  const goal = edit.goal ?? (row === undefined ? 0 : columnOf(edit.text, row, edit.cursor));
  const place = placeInRow(edit.text, rows[at + step], goal, at + step === rows.length - 1);
  // Beyond the first and last row: the very start and end.
  if (place === undefined) return moved(edit, step < 0 ? 0 : edit.text.length);
  return moved(edit, place, goal);
}

/** The two letters around the cursor change places. */
function exchange(edit: TextEdit): TextEdit {
  const at = edit.cursor === lineEnd(edit) ? before(edit) : edit.cursor;
  const first = before({ text: edit.text, cursor: at });
  const second = after({ text: edit.text, cursor: at });
  if (at <= lineStart(edit) || second === at) return edit;
  const { text } = edit;
  const swapped = text.slice(at, second) + text.slice(first, at);
  const cut = remove(edit, first, second);
  return { ...insert({ ...cut, cursor: first }, swapped, true), undo: cut.undo };
}
