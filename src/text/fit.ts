// Text made to fit: widths in terminal cells, wrapping at words, cutting with an ellipsis, padding.

import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Width in terminal cells; colour sequences count nothing, wide characters two. */
export function cellWidth(text: string): number {
  return stringWidth(text);
}

/** Lines of at most `width` cells (at least 1); words longer than a line are broken. */
export function wrapText(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true, wordWrap: true }).split('\n');
}

/** Wrapped lines, the first after `first`, the others after `rest` (both of the same width). */
export function wrapHanging(text: string, width: number, first: string, rest = ' '.repeat(cellWidth(first))): string[] {
  return wrapText(text, width - cellWidth(first)).map((line, index) => (index === 0 ? first : rest) + line);
}

/** Plain text cut to `width` cells with an ellipsis where it is longer. */
export function cutText(text: string, width: number, ellipsis = '…'): string {
  if (cellWidth(text) <= width) return text;
  let cut = '';
  for (const character of text) {
    if (cellWidth(cut + character + ellipsis) > width) break;
    cut += character;
  }
  return width < cellWidth(ellipsis) ? '' : cut + ellipsis;
}

/** Padded with blanks on the right (or left) to `width` cells; never cut. */
export function padText(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return side === 'right' ? text + blanks : blanks + text;
}
