// XML as nodes with line numbers, without DOCTYPE and without entities that unfold. The only file that knows fast-xml-parser.

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { messageOf } from '../text/error-message.js';
import { decodeEntities } from './markup/html-entities.js';
import type { Note } from './notes.js';

export interface XmlNode {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlNode | string)[];
  /** 1-based. */
  line: number;
}

const MOST_NESTED = 120;
const PARSER = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
  cdataPropName: '#cdata',
  ignorePiTags: true,
  ignoreDeclaration: true,
  maxNestedTags: MOST_NESTED,
});

/** The root element; or why there is none, with its line. Lines must end in LF. */
export function parseXml(text: string): { root: XmlNode } | { line: number; note: Note } {
  const doctype = placeOfDoctype(text);
  if (doctype >= 0) return { line: lineCounter(text)(doctype), note: { code: 'doctype' } };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { line: valid.err.line, note: { code: 'syntax', detail: valid.err.msg } };
  let parsed: unknown;
  try {
    parsed = PARSER.parse(text);
  } catch (error) {
    return { line: 1, note: { code: 'syntax', detail: messageOf(error) } };
  }
  const lineAt = lineCounter(text);
  const root = nodesOf(parsed, lineAt).find((node) => typeof node !== 'string');
  return root === undefined ? { line: 1, note: { code: 'syntax', detail: 'no element' } } : { root };
}

/** Where a DOCTYPE stands outside comments and CDATA; -1 where none does. */
function placeOfDoctype(text: string): number {
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at)) {
    if (text.startsWith('<!--', at)) at = endOf(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = endOf(text, ']]>', at + 9);
    else return at;
  }
  return -1;
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

const isRecord = (value: unknown): value is Record<string | symbol, unknown> =>
  typeof value === 'object' && value !== null;

function nodesOf(parsed: unknown, lineAt: (offset: number) => number): (XmlNode | string)[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((item: unknown): (XmlNode | string)[] => {
    if (!isRecord(item)) return [];
    const name = Object.keys(item).find((key) => key !== ':@');
    if (name === undefined) return [];
    if (name === '#text') return [decodeEntities(String(item[name]))];
    if (name === '#cdata') return [cdataOf(item[name])];
    // The place stands under a symbol, the only one there is.
    const meta = Reflect.ownKeys(item).find((key) => typeof key === 'symbol');
    const place = meta === undefined ? undefined : item[meta];
    const offset = isRecord(place) ? Number(place.startIndex) : 0;
    return [
      {
        name,
        attributes: attributesOf(item[':@']),
        children: nodesOf(item[name], lineAt),
        line: lineAt(offset),
      },
    ];
  });
}

const cdataOf = (value: unknown) =>
  Array.isArray(value)
    ? value.map((part: unknown) => (isRecord(part) ? String(part['#text'] ?? '') : '')).join('')
    : '';

function attributesOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [name, decodeEntities(String(text))]),
  );
}

/** The child elements, of one name where one is given. */
export function childrenOf(node: XmlNode | undefined, name?: string): XmlNode[] {
  return (node?.children ?? []).filter(
    (child): child is XmlNode => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child element of that name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return childrenOf(node, name)[0];
}

/** All elements of that name below, in document order; not looked for inside each other. */
export function descendantsOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return childrenOf(node).flatMap((child) => (child.name === name ? [child] : descendantsOf(child, name)));
}

/** All text below, as it is written. */
export function textIn(node: XmlNode | undefined): string {
  return (node?.children ?? []).map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** The content as HTML again, elements that `skip` says left out. */
export function innerHtml(
  node: XmlNode | undefined,
  skip: (child: XmlNode) => boolean | string = () => false,
): string {
  return (node?.children ?? [])
    .map((child) => {
      if (typeof child === 'string') return escapeXml(child);
      const skipped = skip(child);
      if (skipped !== false) return skipped === true ? '' : skipped;
      const attributes = Object.entries(child.attributes).map(
        ([name, value]) => ` ${name}="${escapeXml(value)}"`,
      );
      return `<${child.name}${attributes.join('')}>${innerHtml(child, skip)}</${child.name}>`;
    })
    .join('');
}

/** Text as it may stand in XML between tags and in quoted attributes; characters XML does not know are gone. */
export function escapeXml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
