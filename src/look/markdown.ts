// Markdown of questions as lines for a terminal: paragraphs, lists, code, emphasis.

import { cellWidth, cutCells, hangLines, wrapHanging, wrapText } from '../text/fit.js';
import {
  type MarkdownBlock,
  type MarkdownList,
  type MarkdownNode,
  type MarkdownParagraph,
  type MarkdownPhrase,
  readBlocks,
  readOption,
} from '../text/markdown.js';
import { nodeText } from '../text/plain.js';
import { safeText } from '../text/safe.js';
import type { Paint, Theme } from './theme.js';

// Texts are made safe twice: as written, and after entities (`&#x202e;`) have become characters.

/** Lines of at most `width` cells; control characters are gone. */
export function renderMarkdown(markdown: string, width: number, theme: Theme): string[] {
  return renderBlocks(readBlocks(markdown), width, theme);
}

/** An option or label as one painted text without blocks. */
export function renderInline(markdown: string, theme: Theme): string {
  return readOption(markdown)
    .map((block) => inlineOf(block, theme))
    .join(' ');
}

export interface OptionLook {
  /** What stands before the first line; the others hang below it. */
  first: string;
  paint?: Paint;
  /** Said before and behind the text itself. */
  before?: string;
  after?: string;
}

/** An option, item, side or reason as lines of at most `width` cells; code and lists keep their lines. */
export function renderOption(markdown: string, width: number, theme: Theme, look: OptionLook): string[] {
  const { first, paint = (text) => text, before = '', after = '' } = look;
  const blocks = readOption(markdown);
  if (isInline(blocks))
    return wrapHanging(
      before + paint(blocks.map((block) => inlineOf(block, theme)).join(' ')) + after,
      width,
      first,
    );
  const lines = renderBlocks(blocks, width - cellWidth(first), theme, []).map(paint);
  const around = (text: string) => (text === '' ? [] : [text.trim()]);
  const said = [...around(before), ...lines, ...around(after)];
  // Code begins on a line of its own: what stands before its first line would move it against the others.
  return hangLines(blocks[0]?.type === 'code' && before === '' ? ['', ...said] : said, first).map((line) =>
    line.trimEnd(),
  );
}

/** True where a text has no lines of its own: it can stand in the middle of another line. */
export function isOneLine(markdown: string): boolean {
  return isInline(readOption(markdown));
}

const isInline = (blocks: readonly Block[]) =>
  blocks.length <= 1 && blocks.every(({ type }) => type === 'paragraph');

type Block = MarkdownBlock;

function renderBlocks(blocks: readonly Block[], width: number, theme: Theme, between = ['']): string[] {
  return blocks.flatMap((block, index) => [
    ...(index > 0 ? between : []),
    ...renderBlock(block, width, theme),
  ]);
}

function renderBlock(block: Block, width: number, theme: Theme): string[] {
  switch (block.type) {
    case 'code':
      return safeText(block.value)
        .split('\n')
        .flatMap((line) => renderCodeLine(line, width, theme));
    case 'list':
      return renderList(block, width, theme);
    case 'blockquote':
      return renderBlocks(block.children, width - 2, theme).map(
        (line) => `${theme.dim(theme.glyphs.gutter)} ${line}`,
      );
    case 'heading':
      return wrapText(theme.strong(paintAll(block.children, theme)), width);
    case 'paragraph':
      return renderParagraph(block, width, theme);
    case 'definition':
      return wrapText(`[${safeText(block.label ?? block.identifier)}]: ${safeText(block.url)}`, width);
    case 'thematicBreak':
      return [theme.dim(theme.glyphs.rule.repeat(Math.min(width, 20)))];
    default:
      return wrapText(inlineOf(block, theme), width);
  }
}

/** Code keeps its own line breaks and blanks; a longer line goes on under itself. */
function renderCodeLine(line: string, width: number, theme: Theme): string[] {
  return cutCells(line, Math.max(8, width - 2)).map((piece) => `${theme.dim(theme.glyphs.gutter)} ${piece}`);
}

/** Rows of a table are no prose: each stays a line. */
function renderParagraph(block: MarkdownParagraph, width: number, theme: Theme): string[] {
  const rows = nodeText(block).split('\n');
  return rows.length > 1 && rows.every((row) => /^\s*\|.*\|\s*$/.test(row))
    ? rows.flatMap((row) => cutCells(row, width))
    : wrapText(inlineOf(block, theme), width);
}

function renderList(list: MarkdownList, width: number, theme: Theme): string[] {
  return list.children.flatMap((item, index) => {
    const sign = list.ordered ? `${(list.start ?? 1) + index}.` : theme.glyphs.bullet;
    const indent = sign.length + 1;
    const between = item.spread ? [''] : [];
    return renderBlocks(item.children, width - indent, theme, between).map((line, row) =>
      line === '' ? '' : (row === 0 ? `${sign} ` : ' '.repeat(indent)) + line,
    );
  });
}

function inlineOf(block: MarkdownNode, theme: Theme): string {
  return 'children' in block ? paintAll(block.children as MarkdownPhrase[], theme) : nodeText(block);
}

function paintAll(nodes: readonly MarkdownPhrase[], theme: Theme): string {
  return nodes.map((node) => paintOne(node, theme)).join('');
}

function paintOne(node: MarkdownPhrase, theme: Theme): string {
  switch (node.type) {
    case 'inlineCode':
      return theme.code(safeText(node.value));
    case 'strong':
    case 'emphasis':
      return theme.strong(paintAll(node.children, theme));
    case 'link': {
      const [text, url] = [paintAll(node.children, theme), safeText(node.url)];
      return text === url ? url : `${text} (${url})`;
    }
    case 'image':
      return `${safeText(node.alt ?? '')} (${safeText(node.url)})`.trim();
    case 'break':
      return '\n';
    case 'text':
      return safeText(node.value).replace(/\n/g, ' ');
    default:
      return inlineOf(node, theme);
  }
}
