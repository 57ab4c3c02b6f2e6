// A page to read, as long as it likes, with keys at its foot: a function of its state.

import { indent, keyLines, measure, type Scrolled, type Size, scrollLines } from '../../look/frame.js';
import type { Theme } from '../../look/theme.js';
import { cellWidth, wrapText } from '../../text/fit.js';

export interface PageScreen {
  /** Margins included. */
  lines: readonly string[];
  /** Said above the keys; empty for nothing. */
  question: string;
  keys: readonly (readonly [key: string, word: string])[];
  /** First line shown. */
  offset: number;
  size: Size;
}

/** The page from its first shown line on, no taller than the terminal. */
export function pageScreen(screen: PageScreen, theme: Theme): string {
  const { lines, foot } = layOut(screen, theme);
  return [...lines, ...foot].join('\n');
}

/** The first line to show after going on by lines or pages; within the page. */
export function turnedPage(screen: PageScreen, by: 'line' | 'page', step: -1 | 1, theme: Theme): number {
  const { offset, page } = layOut(screen, theme);
  const wanted = Math.max(0, offset + step * (by === 'line' ? 1 : page));
  return layOut({ ...screen, offset: wanted }, theme).offset;
}

function layOut(screen: PageScreen, theme: Theme): Scrolled & { foot: string[] } {
  const { lines, question, keys, offset, size } = screen;
  const foot = indent([
    ...(question === '' ? [] : [question]),
    ...keyLines(keys, measure(size.columns), theme),
  ]);
  // A link that is wider than the window would take more rows than it is counted for.
  const fitting = lines.flatMap((line) =>
    cellWidth(line) <= size.columns ? [line] : wrapText(line.trim(), size.columns),
  );
  // One row stays free, so that nothing scrolls by itself.
  return { ...scrollLines(fitting, Math.max(3, size.rows - 1 - foot.length), 0, offset, theme), foot };
}
