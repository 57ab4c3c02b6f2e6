// Building blocks of reports in a terminal: head, sections, bars with intervals, wrapped entries.

import type { Paint } from '../look/theme.js';
import { cellWidth, cutText, padText, wrapHanging, wrapText } from '../text/fit.js';
import { foldSigns, type Painter, type Signs } from './painter.js';

/** Cells of text in a terminal of so many columns, two of margin left on either side. */
export function textWidth(columns: number): number {
  return Math.max(28, Math.min(columns - 4, 92));
}

/** The margin, no blanks at the ends, and only the characters the signs allow. */
export function finishLines(lines: readonly string[], { signs }: Painter): string[] {
  return lines.map((line) => (line === '' ? '' : foldSigns(`  ${line}`, signs).trimEnd()));
}

/** `left … right` and a rule; where both do not fit, the right goes on a line of its own. */
export function headLines(left: string, right: string, width: number, painter: Painter): string[] {
  const rule = painter.dim(painter.signs.rule.repeat(width));
  const room = width - cellWidth(right) - 2;
  if (room < cellWidth(left)) return [painter.strong(left), ...wrapText(right, width).map(painter.dim), rule];
  return [`${painter.strong(padText(left, room))}  ${painter.dim(right)}`, rule];
}

/** A heading and what stands below it; nothing at all where nothing does. */
export function section(title: string, lines: readonly string[], painter: Painter): string[] {
  return lines.length === 0 ? [] : ['', painter.strong(title), ...lines];
}

/** Wrapped text, each line painted: paint put on before wrapping would be cut in two. A figure keeps its unit. */
export function wrapped(text: string, width: number, first = '', paint: Paint = (line) => line): string[] {
  const indent = cellWidth(first);
  return wrapHanging(text.replace(/(\d) (?=%|s\b|min\b|h\b)/g, '$1\u00a0'), width, first)
    .map((line) => line.replaceAll('\u00a0', ' '))
    .map((line) => line.slice(0, indent) + paint(line.slice(indent)));
}

/** A share from 0 to 1 as a bar. */
export function shareBar(share: number, cells: number, { accent, dim, signs }: Painter): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * cells);
  return accent(signs.sure.repeat(full)) + dim(signs.empty.repeat(cells - full));
}

/** A chance with its interval as a bar from 0 to 1: sure up to the low end, then the estimate, then the high end. */
export function intervalBar(
  { low, chance, high }: { low: number; chance: number; high: number },
  cells: number,
  painter: Painter,
): string {
  const { accent, dim, signs } = painter;
  const [a, b, c] = [low, chance, high].map((share) => Math.round(share * cells)) as [number, number, number];
  return (
    accent(signs.sure.repeat(a) + signs.probable.repeat(b - a)) +
    dim(signs.possible.repeat(c - b) + signs.empty.repeat(cells - c))
  );
}

/** What the shades of `intervalBar` mean. */
export function intervalLegend({ sure, probable, possible }: Signs): string {
  return `${sure} up to the low end of the 80 % interval, ${probable} up to the estimate, ${possible} up to the high end`;
}

/** A name of exactly so many cells. */
export function nameCell(name: string, cells: number, { ellipsis }: Signs): string {
  return padText(cutText(name, cells, ellipsis), cells);
}
