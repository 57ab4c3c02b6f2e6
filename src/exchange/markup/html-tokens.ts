// HTML cut into tags and text, in one pass and whatever it looks like.

export interface Tag {
  kind: 'open' | 'close';
  name: string;
  attributes: string;
}

export type HtmlToken = Tag | { kind: 'text'; text: string };

/** Beyond this a tag is no tag: what follows an unclosed quote is not searched to the end of the text again and again. */
const LONGEST_TAG = 20_000;
/** Elements whose content is not text. */
export const RAW_CONTENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'head',
  'title',
  'textarea',
  'select',
]);

/** Comments, declarations and the content of scripts are left out; of a script the opening tag alone is told. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const lower = html.toLowerCase();
  let at = 0;
  let textFrom = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const tag = tagAt(html, open);
    if (tag === undefined) {
      at = open + 1;
      continue;
    }
    if (open > textFrom) yield { kind: 'text', text: html.slice(textFrom, open) };
    at = tag.end;
    if (tag.token) {
      yield tag.token;
      if (
        tag.token.kind === 'open' &&
        RAW_CONTENT.has(tag.token.name) &&
        !tag.token.attributes.endsWith('/')
      ) {
        const close = lower.indexOf(`</${tag.token.name}`, at);
        at = close < 0 ? html.length : afterTag(html, close);
      }
    }
    textFrom = at;
  }
  if (textFrom < html.length) yield { kind: 'text', text: html.slice(textFrom) };
}

function afterTag(html: string, from: number): number {
  const end = html.indexOf('>', from);
  return end < 0 ? html.length : end + 1;
}

function tagAt(html: string, open: number): { token?: Tag; end: number } | undefined {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return { end: end < 0 ? html.length : end + 3 };
  }
  if (/^<[!?]/.test(html.slice(open, open + 2))) return { end: afterTag(html, open) };
  const name = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/.exec(html.slice(open, open + 50));
  if (name === null) return undefined;
  const from = open + name[0].length;
  const end = endOfTag(html, from);
  if (end === undefined) return undefined;
  const kind = name[1] === '/' ? 'close' : 'open';
  const token: Tag = { kind, name: (name[2] ?? '').toLowerCase(), attributes: html.slice(from, end).trim() };
  return { token, end: end + 1 };
}

/** Place of the `>` that ends the tag, quotes passed over. */
function endOfTag(html: string, from: number): number | undefined {
  let quote = '';
  const last = Math.min(html.length, from + LONGEST_TAG);
  for (let at = from; at < last; at += 1) {
    const character = html[at]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
    else if (character === '<') return undefined;
  }
  return undefined;
}

/** The value of an attribute, undefined where it has none. */
export function attributeOf(tag: Tag, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    tag.attributes,
  );
  return found === null ? undefined : (found[1] ?? found[2] ?? found[3]);
}
