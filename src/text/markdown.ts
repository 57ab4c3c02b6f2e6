// The one reading of Markdown (CommonMark): what a text says, as a tree; its renderings stand elsewhere. The only file that knows mdast.

import type {
  BlockContent,
  DefinitionContent,
  List,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { safeText } from './safe.js';

export type MarkdownList = List;
export type MarkdownNode = Nodes;
export type MarkdownPhrase = PhrasingContent;
export type MarkdownParagraph = Paragraph;
export type MarkdownBlock = RootContent | BlockContent | DefinitionContent;

/** What begins a block, but for fenced code and lists. */
const OTHER_BLOCKS = [
  'blockQuote',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'setextUnderline',
  'thematicBreak',
];
const BLOCKS = [...OTHER_BLOCKS, 'codeFenced', 'list'];
/** What means something within a line. */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

/** A line in which nothing means something, and the tree is known without a parser: most options. */
const UNMARKED = /^[^\s`*_\\[\]<&~](?:[^`*_\\[\]<&~\n\r\t]*[^\s`*_\\[\]<&~])?$/;

/** A text of any length: a stem, an explanation. */
export function readBlocks(markdown: string): MarkdownBlock[] {
  return fromMarkdown(safeText(markdown)).children;
}

/**
 * An option, an item, a side, a reason: one line is inline text, whatever it begins with (`> 500 ms`, `# comment`, `- 1`); in
 * several lines fenced code and lists are what they are.
 */
export function readOption(markdown: string): MarkdownBlock[] {
  const text = safeText(markdown).trim();
  if (UNMARKED.test(text)) return [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
  const isLine = !text.includes('\n');
  const off = [...(isLine ? BLOCKS : OTHER_BLOCKS), 'labelStartImage'];
  return fromMarkdown(text, { extensions: [{ disable: { null: off } }] }).children;
}

/** Blocks alone, nothing within their lines: for finding headings and fences, in time that grows with the length only. */
export function readFlow(markdown: string): MarkdownBlock[] {
  return fromMarkdown(markdown, { extensions: [{ disable: { null: INLINE } }] }).children;
}
