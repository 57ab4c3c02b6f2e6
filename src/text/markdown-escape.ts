// Foreign text put into Markdown: shown as written, never as markup, and still readable raw.

import { cellWidth, padText } from './fit.js';
import { safeLine } from './safe.js';

/** One line that means nothing to Markdown, wherever in a line it stands. HTML, links, emphasis, tables and math stay text. */
export function escapeMarkdown(text: string): string {
  return (
    safeLine(text)
      .replace(/[\\`*[\]<>|~$&]/g, '\\$&')
      // Between letters an underscore is no emphasis; escaping it would only make names hard to read.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/^(#{1,6}|[-+=])/, '\\$&')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
  );
}

/** `[title](address)`, or the title alone where the address leads nowhere a link may lead. */
export function markdownLink(title: string, url: string): string {
  if (!/^https?:\/\/\S+$/i.test(url)) return escapeMarkdown(title);
  const address = url.replace(
    /[<>()\\"'`]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${escapeMarkdown(title)}](${address})`;
}

/** A table whose columns line up when read raw. Cells are Markdown already; `right`: columns of figures. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const widths = head.map((title, column) =>
    Math.max(3, cellWidth(title), ...rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  const side = (column: number) => (right.includes(column) ? 'left' : 'right');
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => padText(cells[column] ?? '', width, side(column))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (right.includes(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)];
}
