// What the options of a curl command add up to, and the request that curl makes of it.

import type { CurlEffect } from './curl-options.js';
import {
  headerValues,
  type MultipartField,
  type NameValue,
  type RequestProblem,
  type RequestReading,
  readPairs,
  readTarget,
  unreadable,
  userOf,
} from './http-request.js';

export interface CurlDraft {
  addresses: string[];
  method: string | null;
  /** As given to -H. */
  headers: string[];
  /** Pieces of -d and its relatives; joined by &. */
  data: string[];
  /** Pieces of --json; joined by nothing. */
  json: string[];
  form: MultipartField[];
  query: NameValue[];
  cookies: string[];
  /** Headers that options set unless -H does. */
  implied: NameValue[];
  get: boolean;
  head: boolean;
  globoff: boolean;
}

/** A command without options. */
export function newCurlDraft(): CurlDraft {
  return {
    addresses: [],
    method: null,
    headers: [],
    data: [],
    json: [],
    form: [],
    query: [],
    cookies: [],
    implied: [],
    get: false,
    head: false,
    globoff: false,
  };
}

type Take = (draft: CurlDraft, value: string, shown: string) => RequestProblem | undefined;

const readsFile = (option: string, value: string) => unreadable('curl-reads-file', { option, value }).problem;
const imply =
  (name: string, made: (value: string) => string = (value) => value): Take =>
  (draft, value) => {
    draft.implied.push([name, made(value)]);
    return undefined;
  };

/** A value that is taken as it is; `@…` would read a file. */
const adds =
  (put: (draft: CurlDraft, value: string) => void, fromFile = false): Take =>
  (draft, value, shown) => {
    if (fromFile && value.startsWith('@')) return readsFile(shown, value);
    put(draft, value);
    return undefined;
  };
const addsData = (fromFile: boolean) => adds((draft, value) => draft.data.push(value), fromFile);

const TAKES: Readonly<Record<CurlEffect, Take>> = {
  nothing: () => undefined,
  'path-as-is': () => undefined,
  method: adds((draft, value) => {
    draft.method = value;
  }),
  header: adds((draft, value) => draft.headers.push(value), true),
  data: addsData(true),
  'data-raw': addsData(false),
  'data-binary': addsData(true),
  'data-urlencode': (draft, value, shown) => {
    const encoded = urlEncoded(value);
    if (encoded === undefined) return readsFile(shown, value);
    draft.data.push(encoded);
    return undefined;
  },
  json: adds((draft, value) => draft.json.push(value), true),
  form: takeForm,
  'form-string': adds((draft, value) => {
    const [name, rest] = cutAt(value, '=');
    draft.form.push({ name, value: rest ?? '', file: null });
  }),
  'url-query': (draft, value, shown) => {
    const encoded = value.startsWith('+') ? value.slice(1) : urlEncoded(value);
    if (encoded === undefined) return readsFile(shown, value);
    draft.query.push(...readPairs(encoded));
    return undefined;
  },
  url: adds((draft, value) => draft.addresses.push(value)),
  user: (draft, value) => {
    if (!value.includes(':')) return unreadable('curl-asks-password', { user: value }).problem;
    draft.implied.push(['authorization', basic(value)]);
    return undefined;
  },
  agent: imply('user-agent'),
  referer: imply('referer', (value) => value.replace(/;auto$/, '')),
  range: imply('range', (value) => `bytes=${value}`),
  // `-C -` looks how long the file on disk is; from byte 0 on everything is asked for.
  continue: (draft, value, shown) => {
    if (value === '-') return readsFile(shown, value);
    if (Number(value) !== 0) draft.implied.push(['range', `bytes=${value}-`]);
    return undefined;
  },
  bearer: imply('authorization', (value) => `Bearer ${value}`),
  compressed: imply('accept-encoding', () => 'deflate, gzip'),
  cookie: (draft, value, shown) => {
    if (!value.includes('=')) return readsFile(shown, value);
    draft.cookies.push(value);
    return undefined;
  },
  get: adds((draft) => {
    draft.get = true;
  }),
  head: adds((draft) => {
    draft.head = true;
  }),
  globoff: adds((draft) => {
    draft.globoff = true;
  }),
};

/** Adds an option to the draft; a problem when a request that is only read cannot have it. */
export function takeOption(
  draft: CurlDraft,
  effect: CurlEffect,
  shown: string,
  value: string,
): RequestProblem | undefined {
  return TAKES[effect](draft, value, shown);
}

const basic = (userAndPassword: string) => `Basic ${Buffer.from(userAndPassword).toString('base64')}`;

/** The forms of --data-urlencode: `content`, `=content`, `name=content`; undefined for those that read a file. */
function urlEncoded(value: string): string | undefined {
  const [name, content] = cutAt(value, '=');
  if (content === undefined) return name.includes('@') ? undefined : encodeURIComponent(name);
  return name === '' ? encodeURIComponent(content) : `${name}=${encodeURIComponent(content)}`;
}

/** `-F name=value`, `name=@file;type=…`: a file is sent under its name, and never read. */
function takeForm(draft: CurlDraft, value: string, shown: string): RequestProblem | undefined {
  const [name, rest = ''] = cutAt(value, '=');
  if (rest.startsWith('<')) return readsFile(shown, value);
  if (!rest.startsWith('@')) {
    draft.form.push({ name, value: rest.replace(/;type=[^;]*$/, ''), file: null });
    return undefined;
  }
  const [path = '', ...settings] = rest.slice(1).split(';');
  if (path === '-') return readsFile(shown, value);
  const named = settings.find((setting) => setting.startsWith('filename='))?.slice('filename='.length);
  const file = (named ?? path.replace(/^.*[/\\]/, '')).replace(/^"|"$/g, '');
  draft.form.push({ name, value: '', file });
  return undefined;
}

function cutAt(text: string, sign: string): [before: string, after: string | undefined] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * A range or set that curl would ask for one by one; an IPv6 address is none. Where nothing closes it, up to the end: an end
 * looked for from each of thousands anew took a second.
 */
const PATTERNS = [/\[(?!:|[0-9a-f]*:)[^\]]*(\]|$)/i, /\{[^}]*(\}|$)/];

/** The request curl would send. */
export function buildRequest(draft: CurlDraft): RequestReading {
  const [address, second] = draft.addresses;
  if (address === undefined) return unreadable('curl-no-address');
  if (second !== undefined) return unreadable('curl-two-addresses', { first: address, second });
  const unfilled = address.replace(/\$\{?\w+\}?/g, '');
  const sign = PATTERNS.map((pattern) => pattern.exec(unfilled)).find((found) => found?.[1])?.[0];
  if (sign !== undefined && !draft.globoff) return unreadable('curl-pattern', { sign });
  // curl guesses http where no scheme is written.
  const target = readTarget(/^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`);
  if (target?.host == null) return unreadable('address-unreadable', { address });
  const { scheme } = target;
  if (scheme !== 'http' && scheme !== 'https')
    return unreadable('curl-address-scheme', { scheme: scheme ?? '' });
  const sends = draft.data.length > 0 || draft.json.length > 0;
  if (sends && draft.form.length > 0) return unreadable('curl-two-bodies');
  const text = sends
    ? [...(draft.json.length > 0 ? [draft.json.join('')] : []), ...draft.data].join('&')
    : null;
  const hasForm = draft.form.length > 0;
  const fallback = draft.head ? 'HEAD' : draft.get || (!sends && !hasForm) ? 'GET' : 'POST';
  return {
    request: {
      method: draft.method ?? fallback,
      ...target,
      query: [...target.query, ...(draft.get && text !== null ? readPairs(text) : []), ...draft.query],
      headers: headersOf(draft, address, sends, hasForm),
      body: draft.get ? null : text,
      multipart: hasForm ? draft.form : null,
    },
  };
}

/** What -H says, over what the other options imply, over what curl adds itself to a body. */
function headersOf(draft: CurlDraft, address: string, sends: boolean, hasForm: boolean): NameValue[] {
  const user = userOf(address);
  const implied: NameValue[] = [
    ...(user === null ? [] : [['authorization', basic(user.includes(':') ? user : `${user}:`)] as const]),
    ...draft.implied,
    ...(draft.cookies.length > 0 ? [['cookie', draft.cookies.join('; ')] as const] : []),
    ...bodyHeaders(draft, sends, hasForm),
  ];
  const given = draft.headers.map(readGivenHeader);
  const names = new Set(given.map(({ name }) => name));
  // Of an option given twice the last counts.
  const lasting = implied.filter(
    ([name], index) => !names.has(name) && implied.findLastIndex(([other]) => other === name) === index,
  );
  const sent = given.flatMap(({ name, value }): NameValue[] => (value === null ? [] : [[name, value]]));
  const headers = [...sent, ...lasting];
  return headerValues({ headers }, 'accept').length > 0 || names.has('accept')
    ? headers
    : [...headers, ['accept', '*/*']];
}

function bodyHeaders(draft: CurlDraft, sends: boolean, hasForm: boolean): NameValue[] {
  if (draft.json.length > 0 && !draft.get)
    return [
      ['content-type', 'application/json'],
      ['accept', 'application/json'],
    ];
  if (hasForm) return [['content-type', 'multipart/form-data']];
  return sends && !draft.get ? [['content-type', 'application/x-www-form-urlencoded']] : [];
}

/** `Name: value`; `Name;` sends it empty, `Name:` not at all (value null). */
function readGivenHeader(given: string): { name: string; value: string | null } {
  const [name, value] = cutAt(given, ':');
  if (value === undefined) return { name: name.replace(/;$/, '').trim().toLowerCase(), value: '' };
  return { name: name.trim().toLowerCase(), value: value.trim() === '' ? null : value.trim() };
}
