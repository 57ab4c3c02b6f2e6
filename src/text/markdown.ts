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
import { PROSE } from './prose.js';
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

/** A line in which code is the only mark, if there is one, and the tree is known without a parser: most options. */
const UNMARKED = /^(?!\s)(?:[^`*_\\[\]<&~\n\r\t]|`[!-_a-~](?:[ -_a-~]*[!-_a-~])?`(?!`))+(?<!\s)$/;

/** A text of any length: a stem, an explanation. */
export function readBlocks(markdown: string): MarkdownBlock[] {
  const text = safeText(markdown);
  // Blanks at the end of a line may be a break.
  if (!PROSE.test(text) || / $/m.test(text)) return fromMarkdown(text).children;
  return text.split(/\n{2,}/).flatMap((one) => paragraph(one.replace(/^\n|\n$/g, '')));
}

/**
 * An option, an item, a side, a reason: one line is inline text, whatever it begins with (`> 500 ms`, `# comment`, `- 1`); in
 * several lines fenced code and lists are what they are.
 */
export function readOption(markdown: string): MarkdownBlock[] {
  const text = safeText(markdown).trim();
  if (UNMARKED.test(text)) return paragraph(text);
  const isLine = !text.includes('\n');
  const off = [...(isLine ? BLOCKS : OTHER_BLOCKS), 'labelStartImage'];
  return fromMarkdown(text, { extensions: [{ disable: { null: off } }] }).children;
}

/** Of a text in which code in single backticks is the only mark; none of an empty one. */
function paragraph(text: string): MarkdownParagraph[] {
  const children = text
    .split('`')
    .map((value, index) => ({ type: index % 2 === 0 ? ('text' as const) : ('inlineCode' as const), value }))
    .filter(({ value }) => value !== '');
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** Blocks alone, nothing within their lines: for finding headings and fences, in time that grows with the length only. */
export function readFlow(markdown: string): MarkdownBlock[] {
  return fromMarkdown(markdown, { extensions: [{ disable: { null: INLINE } }] }).children;
}
