// Printing for the verbs that read: JSON, or lines with aligned columns that fit the terminal.

import { cellWidth, cutText, padText } from '../text/fit.js';
import type { World } from './world.js';

/** JSON with indentation and a final newline. */
export function printJson(world: World, value: unknown): void {
  world.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Lines, each without blanks at its end. */
export function printLines(world: World, lines: readonly string[]): void {
  if (lines.length > 0) world.stdout.write(`${lines.map((line) => line.trimEnd()).join('\n')}\n`);
}

/** Columns of the terminal; 100 where there is none. */
export function columnsOf(world: World): number {
  return world.stdout.isTTY ? Math.max(20, world.stdout.columns || 80) : 100;
}

/** Rows as aligned columns of plain text; the last column is cut to what is left of `width`. */
export function alignColumns(rows: readonly (readonly string[])[], width: number, gap = 2): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  const before = widths.slice(0, -1).reduce((sum, cells) => sum + cells + gap, 0);
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === count - 1
          ? cutText(cell, Math.max(8, width - before))
          : padText(cell, widths[column] as number),
      )
      .join(' '.repeat(gap)),
  );
}
