// A text being edited: its letters, the cursor, what can be undone, what was cut last. Pure.

import { MOST_TYPED } from '../../../question/response.js';
import { safeText } from '../../../text/safe.js';

interface Snapshot {
  text: string;
  cursor: number;
}

export interface TextEdit extends Snapshot {
  /** Earlier states, the oldest first. */
  undo: readonly Snapshot[];
  /** What the last change was: letters typed one after the other are undone together. */
  last: 'start' | 'typed' | 'cut' | 'other';
  /** Cut last, for pasting back. */
  cut: string;
  /** Column in cells that moving up and down keeps to; null: that of the cursor. */
  goal: number | null;
}

/** Changes that can be undone. */
const MOST_UNDONE = 200;

/** The text with the cursor at its end, or at `cursor`. Control characters are gone. */
export function startEdit(text: string, cursor?: number): TextEdit {
  const safe = safeText(text).slice(0, MOST_TYPED);
  return { text: safe, cursor: cursor ?? safe.length, undo: [], last: 'start', cut: '', goal: null };
}

/** Puts text in at the cursor: one change, as a paste is. Where there is one line only, line breaks become blanks. */
export function insert(edit: TextEdit, typed: string, lines: boolean): TextEdit {
  const safe = lines ? safeText(typed) : safeText(typed).replace(/\s*\n\s*/g, ' ');
  const fitting = safe.slice(0, Math.max(0, MOST_TYPED - edit.text.length));
  if (fitting === '') return edit;
  const text = edit.text.slice(0, edit.cursor) + fitting + edit.text.slice(edit.cursor);
  const kind = [...fitting].length === 1 && /\S/.test(fitting) ? 'typed' : 'other';
  return changed(edit, text, edit.cursor + fitting.length, kind);
}

/** Takes out what lies between two places; `cut`: it can be put back with `paste`. */
export function remove(edit: TextEdit, from: number, to: number, cut = false): TextEdit {
  const [start, end] = from < to ? [from, to] : [to, from];
  if (start === end) return moved(edit, edit.cursor);
  const piece = edit.text.slice(start, end);
  const joined = edit.last !== 'cut' ? piece : start < edit.cursor ? piece + edit.cut : edit.cut + piece;
  const next = changed(edit, edit.text.slice(0, start) + edit.text.slice(end), start, cut ? 'cut' : 'other');
  return cut ? { ...next, cut: joined } : next;
}

/** The cursor at another place; nothing else changes. */
export function moved(edit: TextEdit, cursor: number, goal: number | null = null): TextEdit {
  const at = Math.min(Math.max(0, cursor), edit.text.length);
  return { ...edit, cursor: at, goal, last: edit.last === 'start' ? 'start' : 'other' };
}

/** The state before the last change; the same where there is none. */
export function undone(edit: TextEdit): TextEdit {
  const before = edit.undo.at(-1);
  if (before === undefined) return edit;
  return { ...edit, ...before, undo: edit.undo.slice(0, -1), last: 'other', goal: null };
}

function changed(edit: TextEdit, text: string, cursor: number, kind: TextEdit['last']): TextEdit {
  const joins = kind === 'typed' && edit.last === 'typed';
  const { text: before, cursor: at } = edit;
  const undo = joins ? edit.undo : [...edit.undo.slice(1 - MOST_UNDONE), { text: before, cursor: at }];
  return { ...edit, text, cursor, undo, last: kind, goal: null };
}

let graphemes: Intl.Segmenter | undefined;

/** Made at its first use: that takes 5 ms. */
function lettersOf(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes.segment(text);
}

/** No letter with its marks is longer than this, in UTF-16 units, in a text that people type. */
const LONGEST_LETTER = 40;

/** The place one letter to the left: a letter with its marks is one. */
export function before({ text, cursor }: Snapshot): number {
  const from = Math.max(0, cursor - LONGEST_LETTER);
  const last = [...lettersOf(text.slice(from, cursor))].at(-1);
  return last === undefined ? 0 : from + last.index;
}

/** The place one letter to the right. */
export function after({ text, cursor }: Snapshot): number {
  const [first] = lettersOf(text.slice(cursor, cursor + LONGEST_LETTER));
  return cursor + (first?.segment.length ?? 0);
}

/** The start of the word before the cursor; words are cut at blanks, as Ctrl-W does, or where letters end. */
export function wordBefore({ text, cursor }: Snapshot, at: 'blanks' | 'letters'): number {
  const pattern = at === 'blanks' ? /\S+\s*$/ : /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u;
  return pattern.exec(text.slice(0, cursor))?.index ?? 0;
}

/** The end of the word behind the cursor. */
export function wordAfter({ text, cursor }: Snapshot): number {
  const found = /[^\p{L}\p{N}]*[\p{L}\p{N}]+/u.exec(text.slice(cursor));
  return found === null ? text.length : cursor + found.index + found[0].length;
}

/** Where the line of the cursor begins. */
export function lineStart({ text, cursor }: Snapshot): number {
  return text.lastIndexOf('\n', cursor - 1) + 1;
}

/** Where it ends, before its line break. */
export function lineEnd({ text, cursor }: Snapshot): number {
  const end = text.indexOf('\n', cursor);
  return end < 0 ? text.length : end;
}
