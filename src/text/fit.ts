// Text made to fit: widths in terminal cells, wrapping at words, cutting with an ellipsis, padding.

import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Printable ASCII: one cell each, and most of what is measured. */
const ASCII = /^[ -~]*$/;

/** True where every character is one cell, and nothing has to be measured. */
export const isAscii = (text: string): boolean => ASCII.test(text);

/** Width in terminal cells; colour sequences count nothing, wide characters two. */
export function cellWidth(text: string): number {
  return isAscii(text) ? text.length : stringWidth(text);
}

/** Lines of at most `width` cells (at least 1); words longer than a line are broken. */
export function wrapText(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true, wordWrap: true }).split('\n');
}

/** Wrapped lines, the first after `first`, the others after `rest` (both of the same width). */
export function wrapHanging(
  text: string,
  width: number,
  first: string,
  rest = ' '.repeat(cellWidth(first)),
): string[] {
  return hangLines(wrapText(text, width - cellWidth(first)), first, rest);
}

/** Lines under `first`: the others are moved as far to the right. */
export function hangLines(
  lines: readonly string[],
  first: string,
  rest = ' '.repeat(cellWidth(first)),
): string[] {
  return lines.map((line, index) => (index === 0 ? first : rest) + line);
}

/**
 * A command that is to be copied, each line after `indent`: broken between words only, and with the backslash by which a shell takes
 * the next line for the same command. A word longer than the line stands whole.
 */
export function wrapCommand(command: string, width: number, indent: string): string[] {
  const room = width - cellWidth(indent);
  if (cellWidth(command) <= room) return [indent + command];
  const lines: string[] = [];
  for (const word of command.split(' ')) {
    const joined = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && cellWidth(joined) <= room - 2) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.map((line, index) => indent + line + (index < lines.length - 1 ? ' \\' : ''));
}

let characters: Intl.Segmenter | undefined;

/** What a reader sees as one character: letters with their marks, emoji joined into one. Made at its first use: that takes 5 ms. */
function charactersOf(text: string): Iterable<{ segment: string }> {
  characters ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return characters.segment(text);
}

/** Plain text cut into pieces of at most `width` cells, blanks kept; a character wider than that has a piece of its own. */
export function cutCells(text: string, width: number): string[] {
  if (ASCII.test(text) && text.length <= width) return [text];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of charactersOf(text)) {
    const cells = cellWidth(segment);
    // Marks without width would make a piece without end.
    if ((used + cells > width || piece.length >= MOST_UNITS) && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += cells;
  }
  return [...pieces, piece];
}

/** Code units of one piece at most. */
const MOST_UNITS = 4000;

/** Plain text cut to `width` cells with an ellipsis where it is longer. */
export function cutText(text: string, width: number, ellipsis = '…'): string {
  // No unit takes more than two cells.
  if (2 * text.length <= width) return text;
  // Far longer than fits: a prefix decides, so that a long text costs no more than a short one.
  const start = text.length > 4 * width + 16 ? text.slice(0, 4 * width + 16) : text;
  if (start === text && cellWidth(text) <= width) return text;
  const room = width - cellWidth(ellipsis);
  if (room < 0) return '';
  if (ASCII.test(start)) return start.slice(0, room) + ellipsis;
  let cut = '';
  let used = 0;
  for (const { segment } of charactersOf(start)) {
    used += cellWidth(segment);
    if (used > room) break;
    cut += segment;
  }
  return cut + ellipsis;
}

/** Plain prose cut like `cutText`, at the end of a word where that leaves half of the width or more. */
export function cutAtWord(text: string, width: number, ellipsis = '…'): string {
  const cut = cutText(text, width, ellipsis);
  if (cut === text || cut === '') return cut;
  const kept = cut.slice(0, cut.length - ellipsis.length);
  const end = text[kept.length] === ' ' ? kept.length : kept.lastIndexOf(' ');
  return end >= kept.length / 2 ? kept.slice(0, end).trimEnd() + ellipsis : cut;
}

/** Padded with blanks on the right (or left) to `width` cells; never cut. */
export function padText(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return side === 'right' ? text + blanks : blanks + text;
}
