// The frame of a question screen: head line, rule, what scrolls, keys at the foot; fitted to columns and rows.

import { cellWidth, cutText, padText } from '../text/fit.js';
import { counted } from '../text/number.js';
import type { Theme } from './theme.js';

export interface Size {
  columns: number;
  rows: number;
}

export const MARGIN = '  ';
const WIDEST = 92;

/** Cells for text between the margins: at most 92, however wide the terminal. */
export function measure(columns: number): number {
  return Math.max(16, Math.min(columns - 2 * MARGIN.length, WIDEST));
}

/** The margin before each line that is not empty. */
export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : MARGIN + line));
}

/** `left … right` on one line; where both do not fit, the left is cut. The paint is put on after the cutting. */
export function headLine(left: string, right: string, width: number, theme: Theme): string {
  const room = headRoom(right, width);
  const shown = cutText(left, room, theme.glyphs.ellipsis);
  return theme.strong(padText(shown, room)) + MARGIN + theme.dim(right);
}

/** Cells for the left side of a head line. */
export function headRoom(right: string, width: number): number {
  return width - cellWidth(right) - MARGIN.length;
}

/** A rule over the whole width. */
export function ruleLine(width: number, theme: Theme): string {
  return theme.dim(theme.glyphs.rule.repeat(width));
}

/** Keys as `key word` pairs, as many lines as they need. */
export function keyLines(
  keys: readonly (readonly [key: string, word: string])[],
  width: number,
  theme: Theme,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [key, word] of keys) {
    const pair = `${theme.accent(key)} ${theme.dim(word)}`;
    const joined = line === '' ? pair : `${line}   ${pair}`;
    if (line !== '' && cellWidth(joined) > width) {
      lines.push(line);
      line = pair;
    } else line = joined;
  }
  return line === '' ? lines : [...lines, line];
}

export interface Scrolled {
  lines: string[];
  /** First line shown; what a page key starts from. */
  offset: number;
  /** Lines a page key moves by. */
  page: number;
  /** 1 where the last line tells how many are hidden below. */
  hiddenBelow: 0 | 1;
}

/** Lines that are seen of a text that is scrolled in `height` lines; the others tell how many are hidden. */
export function pageOf(height: number): number {
  return Math.max(1, height - 2);
}

/**
 * The part of `lines` that fits `height`, with a line that tells how many are hidden at either end. `focus`: the line that
 * must be seen unless the person scrolled by hand (`offset` given).
 */
export function scrollLines(
  lines: readonly string[],
  height: number,
  focus: number,
  offset: number | null,
  theme: Theme,
): Scrolled {
  if (lines.length <= height) return { lines: [...lines], offset: 0, page: height, hiddenBelow: 0 };
  const page = pageOf(height);
  // At either end one of the two telling lines is not needed.
  const last = lines.length - page - 1;
  const from = Math.min(Math.max(0, offset ?? focus - page + 1), last);
  const shown = lines.slice(from, from + page + (from === 0 || from === last ? 1 : 0));
  const hidden = (count: number, sign: string) =>
    count === 0 ? [] : [MARGIN + theme.dim(`${sign} ${counted(count, 'more line')} (PgUp, PgDn)`)];
  return {
    lines: [
      ...hidden(from, theme.glyphs.above),
      ...shown,
      ...hidden(lines.length - from - shown.length, theme.glyphs.below),
    ],
    offset: from,
    page,
    hiddenBelow: from + shown.length < lines.length ? 1 : 0,
  };
}
