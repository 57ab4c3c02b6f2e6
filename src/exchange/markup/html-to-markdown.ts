// HTML of other programs -> Markdown with nothing in it that could run: structure is kept, what cannot be is told.

import { safeText } from '../../text/safe.js';
import type { Note } from '../notes.js';
import { decodeEntities } from './html-entities.js';
import { attributeOf, htmlTokens, RAW_CONTENT, type Tag } from './html-tokens.js';
import { escapeText } from './safe-markdown.js';

interface Frame {
  tag: Tag;
  text: string;
}

/** Deeper nesting is read as text on one level: no real card has it. */
const DEEPEST = 60;
const LOST: Readonly<Record<string, Note>> = {
  audio: { code: 'media-lost' },
  video: { code: 'media-lost' },
  embed: { code: 'media-lost' },
  object: { code: 'media-lost' },
  iframe: { code: 'media-lost' },
  svg: { code: 'image-lost', detail: 'a drawing' },
  canvas: { code: 'media-lost' },
  math: { code: 'math-lost' },
  script: { code: 'script-lost' },
  style: { code: 'script-lost' },
  form: { code: 'script-lost' },
  input: { code: 'script-lost' },
};
const BLOCKS = new Set(
  'p div section article header footer main figure figcaption blockquote table tbody thead ul ol dl dt dd h1 h2 h3 h4 h5 h6 hr address details summary center'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'meta', 'link', 'source', 'col', 'embed']);

/** The text as Markdown, and what of it was lost. */
export function htmlToMarkdown(html: string): { markdown: string; notes: Note[] } {
  const notes: Note[] = [];
  const root: Frame = { tag: { kind: 'open', name: '', attributes: '' }, text: '' };
  const stack: Frame[] = [root];
  const top = () => stack[stack.length - 1]!;
  const closeTop = () => {
    const frame = stack.pop()!;
    const list = stack.findLast(({ tag }) => tag.name === 'ul' || tag.name === 'ol');
    // Within a fence everything is text already.
    const within = stack.some(({ tag }) => tag.name === 'pre');
    append(top(), within ? frame.text : renderFrame(frame, list), within ? '' : frame.tag.name);
  };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') appendText(top(), token.text, stack);
    else if (token.kind === 'close') {
      const depth = stack.findLastIndex(({ tag }) => tag.name === token.name);
      if (depth > 0) while (stack.length > depth) closeTop();
    } else {
      const lost = LOST[token.name];
      if (lost) notes.push(lost);
      if (token.name === 'img') notes.push({ code: 'image-lost', detail: nameOfImage(token) });
      if (VOID.has(token.name) || token.attributes.endsWith('/'))
        append(top(), renderVoid(token), token.name);
      else if (stack.length < DEEPEST && !RAW_CONTENT.has(token.name)) {
        if ((token.name === 'li' || token.name === 'p') && top().tag.name === token.name) closeTop();
        stack.push({ tag: token, text: '' });
      }
    }
  }
  while (stack.length > 1) closeTop();
  return { markdown: tidy(root.text), notes };
}

/** HTML as plain text on one line: for answers that are compared. */
export function htmlToText(html: string): string {
  let text = '';
  for (const token of htmlTokens(html))
    text += token.kind === 'text' ? token.text : VOID.has(token.name) || BLOCKS.has(token.name) ? ' ' : '';
  return safeText(decodeEntities(text)).replace(/\s+/g, ' ').trim();
}

const isCode = ({ tag }: Frame) => ['code', 'pre', 'tt', 'kbd', 'samp'].includes(tag.name);

function appendText(frame: Frame, raw: string, stack: readonly Frame[]): void {
  const decoded = safeText(decodeEntities(raw));
  if (stack.some(({ tag }) => tag.name === 'pre')) frame.text += decoded;
  else if (stack.some(isCode)) frame.text += decoded.replace(/\s+/g, ' ');
  else {
    const startsLine = frame.text === '' || frame.text.endsWith('\n');
    const words = decoded.replace(/\s+/g, ' ');
    frame.text += escapeText(startsLine ? words.trimStart() : words, startsLine);
  }
}

function append(frame: Frame, text: string, name: string): void {
  if (text === '') return;
  const isNested = (name === 'ul' || name === 'ol') && frame.tag.name === 'li';
  if (name === 'li' || name === 'tr' || isNested) frame.text = `${frame.text.replace(/\s+$/, '')}\n${text}`;
  else if (BLOCKS.has(name) || name === 'pre')
    frame.text = `${frame.text.replace(/\s+$/, '')}\n\n${text}\n\n`;
  else frame.text += text;
}

function renderVoid(tag: Tag): string {
  if (tag.name === 'br') return '\\\n';
  if (tag.name === 'img') return escapeText(`(image: ${nameOfImage(tag)})`, false);
  return '';
}

const nameOfImage = (tag: Tag) =>
  safeText(
    decodeEntities(
      attributeOf(tag, 'alt') || attributeOf(tag, 'src')?.split(/[/\\]/).pop() || 'without a name',
    ),
  ).slice(0, 100);

function renderFrame({ tag, text }: Frame, list: Frame | undefined): string {
  switch (tag.name) {
    case 'b':
    case 'strong':
      return wrapped(text, '**');
    case 'i':
    case 'em':
      return wrapped(text, '*');
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return wrapped(text.trim(), '**');
    case 'tt':
    case 'code':
    case 'kbd':
    case 'samp':
      return inlineCode(text.replace(/\s+/g, ' '));
    case 'pre':
      return fenced(text);
    case 'a':
      return linked(text, decodeEntities(attributeOf(tag, 'href') ?? ''));
    case 'ul':
    case 'ol':
      return text.replace(/^\n+/, '');
    case 'li':
      return indented(text, list?.tag.name === 'ol' ? '1. ' : '- ');
    case 'tr':
      return text.trim() === ''
        ? ''
        : `- ${text
            .replace(/(\s*\|\s*)+$/, '')
            .replace(/\n+/g, ' ')
            .trim()}`;
    case 'td':
    case 'th':
      return hasBlocks(text) ? text : `${text.trim()} | `;
    case 'blockquote':
      return tidy(text).replace(/^/gm, '> ');
    case 'q':
      return hasBlocks(text) ? text : `“${text}”`;
    default:
      return text;
  }
}

/** Paragraphs and fenced code cannot stand within emphasis or a link. */
const hasBlocks = (text: string) => text.includes('\n\n') || text.includes('```');

/** Marks stand close to the words, blanks outside; around blocks there are none. */
function wrapped(text: string, mark: string): string {
  const inner = text.trim().replace(/\\\n$/, '');
  if (inner === '' || hasBlocks(inner)) return text;
  return text.replace(
    /^(\s*)[\s\S]*?(\s*)$/,
    (_, before: string, after: string) => `${before}${mark}${inner}${mark}${after}`,
  );
}

/** Code between as many backticks as it takes. */
export function inlineCode(text: string): string {
  const code = text.trim();
  if (code === '') return '';
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}

function fenced(text: string): string {
  const code = text.replace(/^\n+|\s+$/g, '');
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

function linked(text: string, href: string): string {
  const label = text.trim();
  if (!/^https?:\/\/[^\s<>()\\]+$/i.test(href) || label === '' || label.includes(']:') || hasBlocks(label))
    return text;
  return label === escapeText(href, false) ? `<${href}>` : `[${label}](${href})`;
}

function indented(text: string, mark: string): string {
  const [first = '', ...rest] = tidy(text).split('\n');
  const pad = ' '.repeat(mark.length);
  return [`${mark}${first}`, ...rest.map((line) => (line === '' ? '' : pad + line))].join('\n');
}

const tidy = (text: string) =>
  text
    .replace(/(\\\n[ \t]*)+(?=\n)/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n[ \t]*\n[\n \t]*\n/g, '\n\n')
    .replace(/^(\s|\\\n)+|(\s|\\\n)+$/g, '');
