// A snippet by its lines, and the ranges of lines a question names.

/** Lines from 1, both ends included. */
export interface LineRange {
  from: number;
  to: number;
}

/** The lines of a snippet. */
export function linesOf(snippet: string): string[] {
  return snippet.split('\n');
}

/** `3` or `3-5`; ends in the wrong order are put right. */
export function readRange(text: string): LineRange {
  const [from = 0, to = from] = text.split('-').map(Number);
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** True for a line of the range. */
export function isWithin(line: number, { from, to }: LineRange): boolean {
  return line >= from && line <= to;
}

/** Numbers of the lines that hold something: a blank line is nothing to mark. */
export function markableLines(snippet: string): number[] {
  return linesOf(snippet).flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
}
