// Markdown as one line of plain text: for lists and titles, where a whole parser would be too slow.

import { safeLine } from './safe.js';

/** Code marks and bold marks are dropped, line breaks become blanks; everything else stays as written. */
export function plainLine(markdown: string): string {
  return safeLine(markdown.replace(/^ {0,3}(`{3,}|~{3,}).*$/gm, '').replace(/`|\*\*/g, ''));
}
