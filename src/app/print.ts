// Printing for the verbs that read: JSON, or lines with aligned columns that fit the terminal.

import { cellWidth, cutText, isAscii, padText, wrapHanging, wrapText } from '../text/fit.js';
import type { World } from './world.js';

/** JSON with indentation and a final newline. */
export function printJson(world: World, value: unknown): void {
  world.stdout.write(`${safeJson(JSON.stringify(value, null, 2))}\n`);
}

const UNESCAPED =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu;

/** JSON escapes C0 controls itself; the others would reach a terminal as they are. */
export function safeJson(json: string): string {
  return json.replace(UNESCAPED, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** Lines, each without blanks at its end. */
export function printLines(world: World, lines: readonly string[]): void {
  if (lines.length > 0) world.stdout.write(`${lines.map((line) => line.trimEnd()).join('\n')}\n`);
}

/** What is told on stderr, wrapped at words where a terminal is narrower. Whole lines for pipes and files. */
export function tellLines({ stderr }: Pick<World, 'stderr'>, lines: readonly string[]): void {
  const shown = stderr.isTTY ? lines.flatMap((line) => wrapText(line, stderr.columns || 80)) : lines;
  if (shown.length > 0) stderr.write(`${shown.join('\n')}\n`);
}

/** Lines wrapped at words where a terminal is narrower: what goes on stands two cells further in. Whole lines for pipes. */
export function printWrapped(world: World, lines: readonly string[]): void {
  const width = columnsOf(world);
  const wrapped = (line: string) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    if (!world.stdout.isTTY || cellWidth(line) <= width) return [line];
    return wrapHanging(line, width - 2, indent, `${indent}  `);
  };
  printLines(world, lines.flatMap(wrapped));
}

/** `Name  text`: names in a column, texts wrapped beside them where a terminal is narrower. Whole lines for pipes. */
export function printNamed(world: World, rows: readonly (readonly [string, string])[]): void {
  const names = rows.reduce((widest, [name]) => Math.max(widest, cellWidth(name)), 0);
  const lines = rows.flatMap(([name, text]) => {
    const first = `${padText(name, names)}  `;
    return world.stdout.isTTY ? wrapHanging(text, columnsOf(world), first) : [first + text];
  });
  printLines(world, lines);
}

/** Columns of the terminal; 100 where there is none. */
export function columnsOf(world: World): number {
  return world.stdout.isTTY ? Math.max(20, world.stdout.columns || 80) : 100;
}

/** Columns for text that is read as a page: those of the terminal it is read at, also where a pipe (`| less`) leads to it; 100 where there is none. */
export function pageColumnsOf(world: World): number {
  const { stdout, stderr } = world;
  return !stdout.isTTY && stderr.isTTY ? Math.min(100, Math.max(20, stderr.columns || 80)) : columnsOf(world);
}

/** Rows as aligned columns of plain text; the last column is cut to what is left of `width`. */
export function alignColumns(rows: readonly (readonly string[])[], width: number, gap = 2): string[] {
  // Not Math.max(...rows): a hundred thousand arguments overflow the stack.
  const count = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  // The last column is never padded, so its cells, often long, need no measuring.
  const last = count - 1;
  const before: string[][] = [];
  let room = width;
  for (let column = 0; column < last; column += 1) {
    const { cells, widest } = alignedCells(rows, column, gap);
    before.push(cells);
    room -= widest + gap;
  }
  room = Math.max(8, room);
  return rows.map((row, index) => {
    let line = '';
    for (let column = 0; column < row.length; column += 1)
      line += column === last ? cutText(row[column]!, room) : before[column]![index]!;
    return line;
  });
}

/**
 * The cells of one column, padded; those that end their row without the gap. Every question of the bank comes by here before the
 * compiler has had a look at it: a column of ASCII, as nearly all are, is found in one look and padded by the engine.
 */
function alignedCells(
  rows: readonly (readonly string[])[],
  column: number,
  gap: number,
): { cells: string[]; widest: number } {
  const texts = rows.map((row) => row[column] ?? '');
  const areAscii = isAscii(texts.join(''));
  const widest = widestOf(texts, areAscii ? ({ length }) => length : cellWidth);
  const cells = texts.map((text, index) => {
    const filled = widest + (column === rows[index]!.length - 1 ? 0 : gap);
    return areAscii ? text.padEnd(filled) : padText(text, filled);
  });
  return { cells, widest };
}

function widestOf(texts: readonly string[], width: (text: string) => number): number {
  let widest = 0;
  for (const text of texts) widest = Math.max(widest, width(text));
  return widest;
}
