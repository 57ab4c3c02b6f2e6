// Markdown read by the parser: the only file that knows mdast. Loaded for what neither the front nor the build has read already.

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

/** A text of any length, made safe. */
export function parseBlocks(text: string): MarkdownBlock[] {
  return fromMarkdown(text).children;
}

/** An option, made safe: see `readOption`. */
export function parseOption(text: string): MarkdownBlock[] {
  const isLine = !text.includes('\n');
  const off = [...(isLine ? BLOCKS : OTHER_BLOCKS), 'labelStartImage'];
  return fromMarkdown(text, { extensions: [{ disable: { null: off } }] }).children;
}

/** Blocks alone, nothing within their lines: for finding headings and fences, in time that grows with the length only. */
export function readFlow(markdown: string): MarkdownBlock[] {
  return fromMarkdown(markdown, { extensions: [{ disable: { null: INLINE } }] }).children;
}
