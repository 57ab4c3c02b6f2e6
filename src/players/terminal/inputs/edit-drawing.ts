// Drawing of a text under edit: its rows, and the cursor in them.

import type { Theme } from '../../../look/theme.js';
import { cellWidth } from '../../../text/fit.js';
import type { DrawnInput } from './input.js';
import type { TextEdit } from './text-edit.js';
import { rowAt, rowsOf } from './text-rows.js';

/** Cells for the text itself: a pointer stands before it, and the cursor may stand behind it. */
export function editWidth(width: number, theme: Theme): number {
  return Math.max(4, width - cellWidth(theme.glyphs.pointer) - 2);
}

/** `❯ text`, wrapped under itself. `strong`: lines that the person did not type. */
export function drawEdit(
  edit: TextEdit,
  width: number,
  theme: Theme,
  strong: (line: string) => boolean = () => false,
): Required<DrawnInput> {
  const { text, cursor } = edit;
  const pointer = `${theme.accent(theme.glyphs.pointer)} `;
  const blank = ' '.repeat(cellWidth(pointer));
  const rows = rowsOf(text, editWidth(width, theme));
  const focus = rowAt(rows, cursor);
  const lines = rows.map(({ start, end }, index) => {
    const shown = text.slice(start, end);
    return (index === 0 ? pointer : blank) + (strong(shown) ? theme.strong(shown) : shown);
  });
  const row = rows[focus] ?? { start: 0, end: 0 };
  return { lines, focus, caret: { line: text.slice(row.start, row.end), at: cursor - row.start } };
}
