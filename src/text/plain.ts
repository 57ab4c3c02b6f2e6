// Markdown as plain text: what is said, without marks; code and stars that are no emphasis stay as written.

import { type MarkdownBlock, type MarkdownNode, readBlocks, readOption } from './markdown.js';
import { PROSE } from './prose.js';
import { safeLine, safeText } from './safe.js';

/** Nothing in it could mean something to Markdown: most texts, and read without a parser. */
const UNMARKED = /^(?!\s*(?:[-+>]|\d{1,9}[.)]))[^`*_\\[\]<&#~|=\n\r]*$/;

/** A text as one line: line breaks and runs of blanks become one blank. */
export function plainLine(markdown: string): string {
  const text = safeText(markdown);
  if (UNMARKED.test(text)) return safeLine(text);
  // In a hundredth of the time.
  if (PROSE.test(text)) return safeLine(text.replaceAll('`', ''));
  return safeLine(blocksText(readBlocks(text), ' '));
}

/** An option, item, side or reason as one line: what it begins with is no mark of a block. */
export function plainOption(markdown: string): string {
  if (UNMARKED.test(markdown)) return safeLine(markdown);
  const text = safeText(markdown);
  return safeLine(PROSE.test(text) ? text.replaceAll('`', '') : blocksText(readOption(text), ' '));
}

/** A text with its line breaks: paragraphs apart, code and its indentation as written. */
export function plainText(markdown: string): string {
  const text = safeText(markdown);
  const said = PROSE.test(text)
    ? text.replaceAll('`', '').replace(/\n{3,}/g, '\n\n')
    : blocksText(readBlocks(text), '\n\n');
  return said.replace(/[ \t]+$/gm, '').trim();
}

/** What is said, with what stands between blocks. */
function blocksText(blocks: readonly MarkdownBlock[], between: string): string {
  return blocks.map(blockText).filter(Boolean).join(between);
}

function blockText(block: MarkdownBlock): string {
  switch (block.type) {
    case 'list':
      return block.children
        .map((item, index) => {
          const sign = block.ordered ? `${(block.start ?? 1) + index}.` : '-';
          return `${sign} ${blocksText(item.children, '\n').replace(/\n/g, '\n  ')}`;
        })
        .join('\n');
    case 'blockquote':
      return blocksText(block.children, '\n\n');
    case 'definition':
      return `[${block.label ?? block.identifier}]: ${block.url}`;
    default:
      return nodeText(block);
  }
}

/** The text of what stands within a line; entities have become characters, so it is made safe once more. */
export function nodeText(node: MarkdownNode): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('children' in node) return node.children.map((child: MarkdownNode) => nodeText(child)).join('');
  return 'value' in node ? safeText(node.value) : '';
}
