// A snippet with its line numbers, as every player shows it.

import type { Theme } from '../look/theme.js';
import { blanksInOrder, clozeLines } from '../question/cloze-pieces.js';
import type { Cloze } from '../question/question.js';
import { linesOf } from '../question/snippet.js';
import { cellWidth, cutText, padText, wrapHanging } from '../text/fit.js';
import { safeLine, safeText } from '../text/safe.js';

/** The lines of a snippet made safe: as many as before, so that numbers hold. */
export function safeLines(snippet: string): string[] {
  return linesOf(snippet).map((line) => safeText(line).replaceAll('\n', ' '));
}

/** A line number, as wide as the last one's. */
export function lineNumber(line: number, of: number): string {
  return padText(String(line), String(of).length, 'left');
}

/** A line cut to `width` cells, with a mark where something is missing. */
export function cutLine(line: string, width: number, theme: Theme): string {
  return cutText(line, Math.max(1, width), theme.glyphs.ellipsis);
}

/** `12  GET /orders HTTP/1.1`: every line whole, long ones go on under themselves. */
export function numberedSnippet(snippet: string, width: number, theme: Theme): string[] {
  const lines = safeLines(snippet);
  return lines.flatMap((line, index) => {
    const lead = `  ${theme.dim(lineNumber(index + 1, lines.length))}  `;
    return brokenLine(line, width, lead);
  });
}

/** A line of code in pieces of `width` cells: blanks at its beginning stay, words may be broken. */
export function brokenLine(line: string, width: number, lead: string): string[] {
  const room = Math.max(8, width - cellWidth(lead));
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of line) {
    const cells = cellWidth(character);
    if (used + cells > room) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += cells;
  }
  const rest = ' '.repeat(cellWidth(lead));
  return [...pieces, piece].map((text, index) => (index === 0 ? lead : rest) + text);
}

/** A line of code that may bear colours, broken between words; what it is indented by stays, and stands before what goes on below. */
export function indentedLine(line: string, width: number, lead: string): string[] {
  const text = line.trimStart();
  if (text === '') return [''];
  const indent = line.slice(0, line.length - text.length).slice(0, Math.max(0, Math.floor(width / 2)));
  return wrapHanging(text, width, lead + indent);
}

/** The snippet with `[1: ____]` for its blanks, and the units that some want. */
export function blankedSnippet(question: Cloze, width: number): string[] {
  const units = blanksInOrder(question).flatMap(({ unit }, index) =>
    unit === undefined ? [] : [`  Blank ${index + 1} in ${safeLine(unit)}.`],
  );
  const lines = clozeLines(question).flatMap((pieces) => {
    const line = pieces
      .map((piece) =>
        'text' in piece ? safeText(piece.text).replaceAll('\n', ' ') : `[${piece.blank + 1}: ____]`,
      )
      .join('');
    return line === '' ? [''] : brokenLine(line, width, '  ');
  });
  return [...lines, ...(units.length > 0 ? ['', ...units] : [])];
}
