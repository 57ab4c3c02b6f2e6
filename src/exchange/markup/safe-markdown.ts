// Foreign Markdown and foreign plain text, made so that no reader of Markdown runs or fetches anything of it.

import { fencedLines } from '../../question/fenced-lines.js';
import { safeText } from '../../text/safe.js';

/** Plain text as Markdown that shows it as written. `startsLine`: what would begin a list or heading is escaped too. */
export function escapeText(text: string, startsLine: boolean): string {
  const escaped = text
    .replace(/[\\`*[\]<]/g, '\\$&')
    // A gap behind a blank cannot end an emphasis, so it needs no escape; nor do underscores within a word.
    .replace(
      /(^|\s)(_{3,})(?=[\s.,;:?!)]|$)|(?<![\p{L}\p{N}_])_|_(?![\p{L}\p{N}_])/gu,
      (found, before?: string) => (before === undefined ? '\\_' : found),
    )
    .replace(/&(?=#?\w+;)/g, '\\&');
  if (!startsLine) return escaped;
  return escaped.replace(/^(#{1,6}(?=\s)|[-+>=~])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Plain text of several lines; each line stays one. */
export function textToMarkdown(text: string): string {
  return safeText(text)
    .split('\n')
    .map((line) => escapeText(line.trim(), true))
    .join('\n')
    .replace(/([^\n])\n(?=[^\n])/g, '$1\\\n')
    .trim();
}

/** A fence that is not at the start of its line belongs to a list or quotation, and ends with it. */
const FENCE_WITHIN = /^[ \t>*+\d.)-]+(`{3,}|~{3,})/m;

/**
 * Markdown kept as it is, but HTML in it is text, and links lead to http and https only. Code is left alone where it is code
 * beyond doubt; elsewhere a backslash too many is the lesser evil.
 */
export function safeMarkdown(markdown: string): string {
  const text = safeText(markdown).trim();
  if (FENCE_WITHIN.test(text)) return text.split('\n').map(withoutMarkup).join('\n');
  const pieces: string[] = [];
  let prose: string[] = [];
  const endProse = () => {
    if (prose.length > 0) pieces.push(safeProse(prose));
    prose = [];
  };
  for (const { text: line, code } of fencedLines(text)) {
    if (!code) prose.push(line);
    else {
      endProse();
      pieces.push(line);
    }
  }
  endProse();
  return pieces.join('\n');
}

/** Lines between two fences. Spans of code are spared in a paragraph all of whose spans end on their own line. */
function safeProse(lines: readonly string[]): string {
  const paragraphs = lines.join('\n').split(/(\n\s*\n)/);
  return paragraphs
    .map((paragraph) => {
      const cut = paragraph.split('\n').map(cutSpans);
      const isCertain = cut.every((pieces) =>
        pieces.every((piece, index) => index % 2 === 1 || !piece.includes('`')),
      );
      if (!isCertain) return paragraph.split('\n').map(withoutMarkup).join('\n');
      return cut
        .map((pieces) =>
          pieces.map((piece, index) => (index % 2 === 1 ? piece : withoutMarkup(piece))).join(''),
        )
        .join('\n');
    })
    .join('');
}

/** Text and spans of code by turns; a span begins and ends with as many backticks. */
const cutSpans = (line: string) => line.split(/((?<![`\\])`[^`]+`(?!`)|(?<![`\\])``[^`]+``(?!`))/);

/** `<` before what could be a tag is escaped, autolinks excepted; links and definitions lead to http and https or nowhere. */
function withoutMarkup(text: string): string {
  return text
    .replace(/(?<!\\)(\\*)<(?=[a-z/!?])(?!https?:\/\/[^\s<>]*>)/gi, (found, slashes: string) =>
      slashes.length % 2 === 0 ? `${slashes}\\<` : found,
    )
    .replace(/\]\((?!\s*<?https?:\/\/)\s*[^)\s]*/gi, '](#')
    .replace(/\]:(?!\s*<?https?:\/\/)/gi, ']\\:');
}
