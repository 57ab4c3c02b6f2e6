// The one reading of Markdown (CommonMark): what a text says, as a tree; its renderings stand elsewhere. Most texts need no parser.

import { type MarkdownBlock, type MarkdownParagraph, parseBlocks, parseOption } from './markdown-parser.js';
import { PROSE } from './prose.js';
import { safeText } from './safe.js';

export type {
  MarkdownBlock,
  MarkdownList,
  MarkdownNode,
  MarkdownParagraph,
  MarkdownPhrase,
} from './markdown-parser.js';

/** A line in which code is the only mark, if there is one, and the tree is known without a parser: most options. */
const UNMARKED = /^(?!\s)(?:[^`*_\\[\]<&~\n\r\t]|`[!-_a-~](?:[ -_a-~]*[!-_a-~])?`(?!`))+(?<!\s)$/;

/** Words in bold before prose: how this program names what follows. */
const LABEL = /^\*\*([A-Za-z](?:[A-Za-z ]*[A-Za-z])?)\*\*(?= |$)/;

/** A text of any length: a stem, an explanation. */
export function readBlocks(markdown: string): MarkdownBlock[] {
  const text = safeText(markdown);
  return blocksOfProse(text) ?? parsed('blocks', text, parseBlocks);
}

/**
 * An option, an item, a side, a reason: one line is inline text, whatever it begins with (`> 500 ms`, `# comment`, `- 1`); in
 * several lines fenced code and lists are what they are.
 */
export function readOption(markdown: string): MarkdownBlock[] {
  const text = safeText(markdown).trim();
  if (UNMARKED.test(text)) return paragraph(text);
  return parsed('option', text, parseOption);
}

/** One text with the tree that `read` gives for it. */
export interface ParsedText {
  as: 'blocks' | 'option';
  text: string;
  tree: MarkdownBlock[];
}

const parsedBefore = {
  blocks: new Map<string, MarkdownBlock[]>(),
  option: new Map<string, MarkdownBlock[]>(),
};

/** A screen is drawn anew at every key and every second: its texts are parsed once. */
const parsedLast: typeof parsedBefore = { blocks: new Map(), option: new Map() };
const LAST = 64;

function parsed(
  as: ParsedText['as'],
  text: string,
  parse: (text: string) => MarkdownBlock[],
): MarkdownBlock[] {
  const known = parsedBefore[as].get(text) ?? parsedLast[as].get(text);
  if (known !== undefined) return known;
  const tree = parse(text);
  if (parsedLast[as].size === LAST) parsedLast[as].clear();
  parsedLast[as].set(text, tree);
  return tree;
}

/** From now on these texts need no parser; the trees must be those that it makes. */
export function rememberParsed(parsed: readonly ParsedText[]): void {
  for (const { as, text, tree } of parsed) parsedBefore[as].set(text, tree);
}

/** The texts of these that take a parser, with their trees; places within the text are left out, for nobody asks for them. */
export function parseAhead(texts: Readonly<Record<ParsedText['as'], readonly string[]>>): ParsedText[] {
  const blocks = [...new Set(texts.blocks.map(safeText))].filter((text) => blocksOfProse(text) === undefined);
  const options = [...new Set(texts.option.map((text) => safeText(text).trim()))];
  return [
    ...blocks.map((text) => ({ as: 'blocks' as const, text, tree: withoutPlaces(parseBlocks(text)) })),
    ...options
      .filter((text) => !UNMARKED.test(text))
      .map((text) => ({ as: 'option' as const, text, tree: withoutPlaces(parseOption(text)) })),
  ];
}

const withoutPlaces = (tree: MarkdownBlock[]): MarkdownBlock[] =>
  JSON.parse(JSON.stringify(tree, (name, value) => (name === 'position' ? undefined : value)));

/** Undefined where it takes a parser. */
function blocksOfProse(text: string): MarkdownBlock[] | undefined {
  const [label, words] = LABEL.exec(text) ?? [''];
  const prose = text.slice(label.length);
  // Blanks at the end of a line may be a break.
  if (!PROSE.test(label === '' ? prose : prose.slice(1)) || / $/m.test(text)) return undefined;
  const [first = '', ...others] = prose.split(/\n{2,}/).map((one) => one.replace(/^\n|\n$/g, ''));
  const blocks = others.flatMap(paragraph);
  if (words === undefined) return [...paragraph(first), ...blocks];
  const strong = { type: 'strong' as const, children: [{ type: 'text' as const, value: words }] };
  return [{ type: 'paragraph', children: [strong, ...phrasesOf(first)] }, ...blocks];
}

/** Of a text in which code in single backticks is the only mark; none of an empty one. */
function paragraph(text: string): MarkdownParagraph[] {
  const children = phrasesOf(text);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

const phrasesOf = (text: string) =>
  text
    .split('`')
    .map((value, index) => ({ type: index % 2 === 0 ? ('text' as const) : ('inlineCode' as const), value }))
    .filter(({ value }) => value !== '');
