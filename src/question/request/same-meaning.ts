// Values compared by what they mean: JSON without regard to the order of names, forms as sets of pairs, media types without case.

import { canonicalJson } from '../canonical-json.js';
import { type HttpRequest, headerValues, type NameValue, readPairs } from './http-request.js';

/** The JSON value in a text; undefined when it is none, or nested so deeply that comparing it would overflow the stack. */
export function jsonIn(text: string): { value: unknown } | undefined {
  if ((text.match(/[[{]/g)?.length ?? 0) > 2000) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** True where two bodies say the same: as JSON, as a form, or letter by letter with outer blanks dropped. */
export function sameBody(wanted: string, sent: string): boolean {
  const json = jsonIn(wanted);
  if (json !== undefined) {
    const other = jsonIn(sent);
    return other !== undefined && canonicalJson(json.value) === canonicalJson(other.value);
  }
  if (looksLikeForm(wanted)) return sortedPairs(readPairs(wanted)) === sortedPairs(readPairs(sent.trim()));
  return wanted.replace(/\r\n?/g, '\n').trim() === sent.replace(/\r\n?/g, '\n').trim();
}

const looksLikeForm = (text: string) => /^[^=&\s{}<>]+=[^&\s]*(&[^=&\s]+=[^&\s]*)*$/.test(text.trim());
const sortedPairs = (pairs: readonly NameValue[]) =>
  JSON.stringify(pairs.map(([name, value]) => JSON.stringify([name, value])).sort());

/** Headers whose values are names of the protocol: their case says nothing. */
const CASELESS = new Set([
  'content-type',
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'upgrade',
]);
const SCHEME = /^(basic|bearer|digest|dpop|apikey)\s+/i;

/** Headers that are lists: sent in several lines they mean the same as joined by commas (RFC 9110, 5.2 and 5.6.1; 9111; 7239; 7240; W3C). */
const LISTS = new Set(
  `accept accept-charset accept-encoding accept-language access-control-request-headers allow baggage cache-control
  connection content-encoding content-language expect forwarded if-match if-none-match prefer te tracestate trailer
  transfer-encoding upgrade vary via x-forwarded-for`.split(/\s+/),
);

/** The values of a header that each count alone: one for a list, however many lines it was sent in. */
export function headerReadings(request: HttpRequest, name: string): string[] {
  const values = headerValues(request, name);
  return LISTS.has(name) && values.length > 1 ? [values.join(', ')] : values;
}

/** Members without the blanks around them; empty ones and repetitions say nothing. A comma in quotes parts nothing. */
function foldList(value: string): string {
  const members = value.match(/(?:[^",]|"(?:\\.|[^"\\])*"|")+/g) ?? [];
  return [...new Set(members.map((member) => member.trim()).filter((member) => member !== ''))].join(',');
}

/** True where a header's value is the wanted one: blanks around commas and semicolons, quotes of parameters and the case of names aside. */
export function sameHeader(name: string, wanted: string, sent: string): boolean {
  return foldHeader(name, wanted) === foldHeader(name, sent);
}

/** A header's value as it counts. */
export function foldHeader(name: string, value: string): string {
  const oneLine = value.trim().replace(/\s+/g, ' ');
  const cased = CASELESS.has(name) ? oneLine.toLowerCase().replace(/\s*([;=])\s*/g, '$1') : oneLine;
  const folded = LISTS.has(name) ? foldList(cased) : cased;
  if (CASELESS.has(name)) return folded.replace(/="([^"]*)"/g, '=$1').replace(/;charset=utf-?8/g, '');
  return folded.replace(SCHEME, (scheme) => scheme.toLowerCase());
}

/** Values of a field of the body: a member of JSON (`name`, or a pointer such as /items/0/sku), or of a form. */
export function fieldValues(request: HttpRequest, field: string): FieldValue[] {
  if (request.multipart !== null) {
    return request.multipart
      .filter(({ name }) => name === field)
      .map(({ value, file }) => ({ text: file ?? value }));
  }
  if (request.body === null) return [];
  const json = jsonIn(request.body);
  if (json !== undefined) {
    const found = memberAt(json.value, field.startsWith('/') ? field.slice(1).split('/') : [field]);
    return found === undefined ? [] : [{ json: found.value }];
  }
  return readPairs(request.body.trim())
    .filter(([name]) => name === field)
    .map(([, value]) => ({ text: value }));
}

export type FieldValue = { text: string; json?: undefined } | { json: unknown; text?: undefined };

/** One step a segment; `~1` is a slash and `~0` a tilde, as in RFC 6901. */
function memberAt(value: unknown, steps: readonly string[]): { value: unknown } | undefined {
  let at = value;
  for (const step of steps) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = Reflect.get(at, name);
  }
  return { value: at };
}

/** `2` is the number, `"2"` the text in JSON; in a form there are only texts. */
export function sameField(wanted: string, sent: FieldValue): boolean {
  if (sent.text !== undefined) return sent.text === wanted;
  const json = jsonIn(wanted);
  return json === undefined ? sent.json === wanted : canonicalJson(json.value) === canonicalJson(sent.json);
}

/** A field's value in words. */
export function fieldText(sent: FieldValue): string {
  return sent.text ?? JSON.stringify(sent.json) ?? '';
}

/** Values of a cookie. */
export function cookieValues(request: HttpRequest, name: string): string[] {
  return headerValues(request, 'cookie')
    .flatMap((line) => line.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

/** Names of the body's fields at its top. */
export function fieldNames(request: HttpRequest): string[] {
  if (request.multipart !== null) return request.multipart.map(({ name }) => name);
  if (request.body === null) return [];
  const json = jsonIn(request.body);
  if (json === undefined)
    return looksLikeForm(request.body) ? readPairs(request.body).map(([name]) => name) : [];
  return typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value)
    ? Object.keys(json.value)
    : [];
}
