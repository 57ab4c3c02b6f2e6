// An HTTP request as data: what remains when the way it was written down is forgotten.

export type NameValue = readonly [name: string, value: string];

export interface MultipartField {
  name: string;
  value: string;
  /** Name of the file sent under this name; null: an ordinary field. The file itself is never read. */
  file: string | null;
}

export interface HttpRequest {
  method: string;
  /** `http` or `https`; null: the notation does not say. */
  scheme: string | null;
  /** Lower case, with a port where it is not the scheme's own; null: the notation does not say. */
  host: string | null;
  /** Begins with a slash (or is `*`); unreserved characters are not percent-encoded. */
  path: string;
  /** Decoded names and values, in the order sent. */
  query: NameValue[];
  /** Names in lower case, in the order sent. */
  headers: NameValue[];
  /** As text; null: none. */
  body: string | null;
  /** Fields of a multipart body, which then has no text; null: none. */
  multipart: MultipartField[] | null;
}

/** Why a text is no request we can read: a code with its arguments; the English is in request-problems.ts. */
export interface RequestProblem {
  code: string;
  args: Readonly<Record<string, string | number>>;
}

export type RequestReading =
  | { request: HttpRequest; problem?: undefined }
  | { problem: RequestProblem; request?: undefined };

/** A reading that failed. */
export function unreadable(code: string, args: RequestProblem['args'] = {}): { problem: RequestProblem } {
  return { problem: { code, args } };
}

/** All values sent under a header name (lower case). */
export function headerValues({ headers }: Pick<HttpRequest, 'headers'>, name: string): string[] {
  return headers.filter(([other]) => other === name).map(([, value]) => value);
}

export type Target = Pick<HttpRequest, 'scheme' | 'host' | 'path' | 'query'>;

const PORTS: Readonly<Record<string, string>> = { http: ':80', https: ':443' };

/**
 * Parts of an address; undefined when it is none. Without a scheme the first part is the host, as curl reads it; an address that
 * begins with a slash has no host. The fragment is dropped: it is never sent.
 */
export function readTarget(address: string): Target | undefined {
  const bare = address.trim().replace(/#.*$/s, '');
  if (bare === '' || /\s/.test(bare)) return undefined;
  if (bare === '*') return { scheme: null, host: null, path: '*', query: [] };
  const match = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?]*)([^?]*)(?:\?(.*))?$/is.exec(bare);
  if (match === null) return undefined;
  const scheme = match[1]?.toLowerCase() ?? null;
  const authority = (match[2] ?? '').toLowerCase().replace(/^[^@]*@/, '');
  if (authority === '' && scheme !== null) return undefined;
  return {
    scheme,
    host: authority === '' ? null : withoutDefaultPort(authority, scheme),
    path: canonicalPath(match[3] ?? ''),
    query: readPairs(match[4] ?? ''),
  };
}

/** User and password in an address, as curl sends them in an Authorization header; null: none. */
export function userOf(address: string): string | null {
  const match = /^[a-z][a-z0-9+.-]*:\/\/([^/?#@]+)@/i.exec(address.trim());
  return match?.[1] === undefined ? null : decodeText(match[1], false);
}

function withoutDefaultPort(authority: string, scheme: string | null): string {
  const port = scheme === null ? undefined : PORTS[scheme];
  return port !== undefined && authority.endsWith(port) ? authority.slice(0, -port.length) : authority;
}

/** Dot segments resolved, unreserved characters decoded, hexadecimal digits in capitals (RFC 3986, 6.2.2). */
function canonicalPath(path: string): string {
  const decoded = path.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase();
  });
  const kept: string[] = [];
  const segments = decoded.split('/').slice(1);
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '..') kept.pop();
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else if (isLast) kept.push('');
  });
  return `/${kept.join('/')}`;
}

/** Names and values of a query or a form, decoded; a broken escape stays as written. */
export function readPairs(text: string): NameValue[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [decodeText(name, true), equals < 0 ? '' : decodeText(pair.slice(equals + 1), true)] as const;
    });
}

function decodeText(text: string, plusIsBlank: boolean): string {
  const spaced = plusIsBlank ? text.replaceAll('+', ' ') : text;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
