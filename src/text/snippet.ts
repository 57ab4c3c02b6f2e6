// The part of a line in which words were found, with the words marked.

import { cellWidth, cutText } from './fit.js';

type Paint = (text: string) => string;

/** At most `width` cells of the line, about its first found word; `words` are compared whole and without case. */
export function snippetAround(
  line: string,
  words: readonly string[],
  width: number,
  { mark, ellipsis }: { mark: Paint; ellipsis: string },
): string {
  const found = wordsIn(words);
  const at = found === null ? -1 : line.search(found);
  const start = cellWidth(line) <= width || at < width / 2 ? 0 : wordStart(line, at - Math.floor(width / 3));
  const lead = start > 0 ? `${ellipsis} ` : '';
  const shown = lead + cutText(line.slice(start), Math.max(1, width - cellWidth(lead)), ellipsis);
  return found === null ? shown : shown.replace(found, (word) => mark(word));
}

/** Any of these as whole words; null: none is given. */
function wordsIn(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
}

/** The beginning of the word at or behind this place. */
function wordStart(line: string, from: number): number {
  const blank = line.indexOf(' ', Math.max(0, from));
  return blank < 0 ? from : blank + 1;
}
