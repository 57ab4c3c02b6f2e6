// The screen of a headless terminal as runs of cells that look alike, with what changes from run to run set to fixed words.

import type { Terminal } from '@xterm/headless';
import type { Run } from './terminal-svg.js';

interface Cell extends Omit<Run, 'text'> {
  sign: string;
}

/** What is replaced in a row: clocks and spans, which differ each time. */
export type Mask = readonly [found: RegExp, fixed: string];

/** The rows of the screen from the first that is not blank to the last. */
export function screenRuns(terminal: Terminal, masks: readonly Mask[]): Run[][] {
  const { active } = terminal.buffer;
  const rows = Array.from({ length: terminal.rows }, (_, row) => cellsOf(terminal, active.viewportY + row));
  while (isBlank(rows.at(-1))) rows.pop();
  while (isBlank(rows[0])) rows.shift();
  return rows.map((cells) => runsOf(masks.reduce(masked, cells)));
}

function isBlank(cells: readonly Cell[] | undefined): boolean {
  return cells?.every(({ sign }) => sign === ' ') ?? false;
}

function cellsOf(terminal: Terminal, row: number): Cell[] {
  const line = terminal.buffer.active.getLine(row);
  return Array.from({ length: terminal.cols }, (_, column) => {
    const cell = line?.getCell(column);
    return {
      sign: cell?.getChars() || ' ',
      colour: cell?.isFgPalette() ? cell.getFgColor() : null,
      bold: Boolean(cell?.isBold()),
      dim: Boolean(cell?.isDim()),
    };
  });
}

/** The first match replaced; a longer word takes blanks before it where it ends the row, after it otherwise. */
function masked(cells: Cell[], [found, fixed]: Mask): Cell[] {
  const text = cells.map(({ sign }) => sign).join('');
  const match = found.exec(text);
  if (match === null) return cells;
  const [old] = match;
  const look = cells[match.index] as Cell;
  const written = [...fixed].map((sign) => ({ ...look, sign }));
  const grown = written.length - old.length;
  const before = cells.slice(0, match.index);
  const after = cells.slice(match.index + old.length);
  const endsRow = after.every(({ sign }) => sign === ' ');
  if (!endsRow) return [...before, ...written, ...after].slice(0, cells.length);
  return [...before.slice(0, before.length - grown), ...written, ...after];
}

function runsOf(cells: readonly Cell[]): Run[] {
  const runs: Run[] = [];
  for (const { sign, ...look } of cells) {
    const last = runs.at(-1);
    const alike = last && last.colour === look.colour && last.bold === look.bold && last.dim === look.dim;
    if (alike) last.text += sign;
    else runs.push({ text: sign, ...look });
  }
  return runs;
}
