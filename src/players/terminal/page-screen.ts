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

/** Lines of the page that are seen at once. */
export function roomOf(screen: PageScreen, theme: Theme): number {
  // One row stays free, so that nothing scrolls by itself.
  return Math.max(3, screen.size.rows - 1 - footOf(screen, theme).length);
}

function footOf({ question, keys, size }: PageScreen, theme: Theme): string[] {
  const width = measure(size.columns);
  return indent([...(question === '' ? [] : wrapText(question, width)), ...keyLines(keys, width, theme)]);
}

/** The first line to show after going on by lines or pages, or to either end; within the page. */
export function turnedPage(
  screen: PageScreen,
  by: 'line' | 'page' | 'end',
  step: -1 | 1,
  theme: Theme,
): number {
  const { offset, page } = layOut(screen, theme);
  const far = by === 'line' ? 1 : by === 'page' ? page : screen.lines.length;
  const wanted = Math.max(0, offset + step * far);
  return layOut({ ...screen, offset: wanted }, theme).offset;
}

function layOut(screen: PageScreen, theme: Theme): Scrolled & { foot: string[] } {
  const { lines, offset, size } = screen;
  // A link that is wider than the window would take more rows than it is counted for.
  const fitting = lines.flatMap((line) =>
    cellWidth(line) <= size.columns ? [line] : wrapText(line.trim(), size.columns),
  );
  return {
    ...scrollLines(fitting, roomOf(screen, theme), 0, offset, theme),
    foot: footOf(screen, theme),
  };
}
