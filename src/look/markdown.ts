// Markdown of questions as lines for a terminal: paragraphs, lists, code, emphasis. The only file that knows mdast.

import type { BlockContent, DefinitionContent, List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { wrapText } from '../text/fit.js';
import { safeText } from '../text/safe.js';
import type { Theme } from './theme.js';

// Texts are made safe twice: as written, and after entities (`&#x202e;`) have become characters.

/** Lines of at most `width` cells; control characters are gone. */
export function renderMarkdown(markdown: string, width: number, theme: Theme): string[] {
  return renderBlocks(fromMarkdown(safeText(markdown)).children, width, theme);
}

/** The same as one painted text without blocks: for options and labels. */
export function renderInline(markdown: string, theme: Theme): string {
  const blocks = fromMarkdown(safeText(markdown)).children;
  return blocks.map((block) => inlineOf(block, theme)).join(' ');
}

type Block = RootContent | BlockContent | DefinitionContent;

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
    case 'thematicBreak':
      return [theme.dim(theme.glyphs.rule.repeat(Math.min(width, 20)))];
    default:
      return wrapText(inlineOf(block, theme), width);
  }
}

/** Code keeps its own line breaks and blanks; a longer line goes on under itself. */
function renderCodeLine(line: string, width: number, theme: Theme): string[] {
  const room = Math.max(8, width - 2);
  const pieces = line === '' ? [''] : (line.match(new RegExp(`.{1,${room}}`, 'gu')) ?? []);
  return pieces.map((piece) => `${theme.dim(theme.glyphs.gutter)} ${piece}`);
}

function renderList(list: List, width: number, theme: Theme): string[] {
  return list.children.flatMap((item, index) => {
    const sign = list.ordered ? `${(list.start ?? 1) + index}.` : theme.glyphs.bullet;
    const indent = sign.length + 1;
    const between = item.spread ? [''] : [];
    return renderBlocks(item.children, width - indent, theme, between).map((line, row) =>
      line === '' ? '' : (row === 0 ? `${sign} ` : ' '.repeat(indent)) + line,
    );
  });
}

function inlineOf(block: Nodes, theme: Theme): string {
  return 'children' in block ? paintAll(block.children as PhrasingContent[], theme) : textOf(block);
}

function paintAll(nodes: readonly PhrasingContent[], theme: Theme): string {
  return nodes.map((node) => paintOne(node, theme)).join('');
}

function paintOne(node: PhrasingContent, theme: Theme): string {
  switch (node.type) {
    case 'inlineCode':
      return theme.code(safeText(node.value));
    case 'strong':
    case 'emphasis':
      return theme.strong(paintAll(node.children, theme));
    case 'link':
      return `${paintAll(node.children, theme)} (${safeText(node.url)})`;
    case 'break':
      return '\n';
    case 'text':
      return safeText(node.value).replace(/\n/g, ' ');
    default:
      return inlineOf(node as Nodes, theme);
  }
}

// HTML in Markdown is shown as the text it is.
function textOf(node: Nodes): string {
  if ('children' in node) return (node.children as Nodes[]).map(textOf).join('');
  if (node.type === 'break') return ' ';
  return 'value' in node ? safeText(node.value) : '';
}
