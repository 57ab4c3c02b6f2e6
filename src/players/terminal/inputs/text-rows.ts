// A text under edit as rows of a screen: wrapped at words, so that every place in the text has a row and a column. Pure.

import { cellWidth } from '../../../text/fit.js';

/** Part of the text from `start` up to, not including, `end`; the line break is in no row. */
export interface Row {
  start: number;
  end: number;
}

/** At least one row; a row is at most `width` cells wide, but for blanks hanging at its end. */
export function rowsOf(text: string, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    rows.push(
      ...rowsOfLine(line, Math.max(1, width)).map(({ start: from, end }) => shifted(from, end, start)),
    );
    start += line.length + 1;
  }
  return rows;
}

const shifted = (from: number, end: number, by: number): Row => ({ start: from + by, end: end + by });

function rowsOfLine(line: string, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  let used = 0;
  // Words with the blanks after them; the blanks may hang over the edge.
  for (const { 0: piece, index } of line.matchAll(/\S+\s?|\s/g)) {
    const cells = cellWidth(piece.trimEnd() === '' ? piece : piece.trimEnd());
    if (used > 0 && used + cells > width) {
      rows.push({ start, end: index });
      start = index;
      used = 0;
    }
    for (const cut of cellWidth(piece.trimEnd()) > width ? cutsOf(piece, width) : []) {
      rows.push({ start, end: index + cut });
      start = index + cut;
    }
    used += cellWidth(line.slice(Math.max(start, index), index + piece.length));
  }
  return [...rows, { start, end: line.length }];
}

/** Places where a word that is wider than a row is cut. */
function cutsOf(word: string, width: number): number[] {
  const cuts: number[] = [];
  let used = 0;
  let at = 0;
  for (const character of word.trimEnd()) {
    const cells = cellWidth(character);
    if (used + cells > width && used > 0) {
      cuts.push(at);
      used = 0;
    }
    used += cells;
    at += character.length;
  }
  return cuts;
}

/** The row of a place. Between two rows of one line it is the second. */
export function rowAt(rows: readonly Row[], place: number): number {
  return Math.max(
    0,
    rows.findLastIndex(({ start }) => start <= place),
  );
}

/** The place one row up or down that is nearest to the column `goal` in cells; undefined beyond the first and last row. */
export function placeInRow(
  text: string,
  row: Row | undefined,
  goal: number,
  isLast: boolean,
): number | undefined {
  if (row === undefined) return undefined;
  let used = 0;
  let place = row.start;
  for (const character of text.slice(row.start, row.end)) {
    const cells = cellWidth(character);
    if (used + cells > goal) break;
    used += cells;
    place += character.length;
  }
  // At the end of a row that goes on, the place is already the next row's first.
  return place === row.end && !isLast && text[row.end] !== '\n' ? Math.max(row.start, place - 1) : place;
}

/** Column of a place in its row, in cells. */
export function columnOf(text: string, row: Row, place: number): number {
  return cellWidth(text.slice(row.start, place));
}
