// An HTTP/1.1 message as text -> the request it is.

import {
  headerValues,
  type MultipartField,
  type NameValue,
  type RequestReading,
  readTarget,
  unreadable,
} from './http-request.js';

const REQUEST_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]+(\S+)(?:[ \t]+(\S+))?[ \t]*$/;
const HEADER_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*$/;

/** The request of a message; the version may be left out, as in a client's address bar (`GET https://…`). */
export function readHttpMessage(text: string): RequestReading {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd().split('\n');
  const first = lines[0] ?? '';
  const match = REQUEST_LINE.exec(first);
  if (match === null) return unreadable('http-request-line', { line: first });
  const [, method = '', address = '', version] = match;
  if (version !== undefined && !/^HTTP\/(1\.[01]|2|2\.0|3)$/i.test(version))
    return unreadable('http-version', { version });
  const target = readTarget(address);
  if (target === undefined || (target.scheme === null && target.host !== null))
    return unreadable('address-unreadable', { address });
  const blank = lines.indexOf('');
  const headers = readHeaders(lines.slice(1, blank < 0 ? undefined : blank));
  if ('problem' in headers) return headers;
  const [host] = headerValues(headers, 'host');
  const body = blank < 0 ? '' : lines.slice(blank + 1).join('\n');
  const multipart = readMultipart(headers.headers, body);
  return {
    request: {
      method,
      ...target,
      host: target.host ?? host?.toLowerCase() ?? null,
      headers: headers.headers.filter(([name]) => name !== 'host'),
      body: body === '' || multipart !== null ? null : body,
      multipart,
    },
  };
}

function readHeaders(lines: readonly string[]): { headers: NameValue[] } | ReturnType<typeof unreadable> {
  const headers: NameValue[] = [];
  for (const line of lines) {
    const match = HEADER_LINE.exec(line);
    if (match === null) return unreadable('http-header-line', { line });
    headers.push([(match[1] ?? '').toLowerCase(), match[2] ?? '']);
  }
  return { headers };
}

/** Fields of a multipart body between its boundaries; null where the headers announce none. */
function readMultipart(headers: readonly NameValue[], body: string): MultipartField[] | null {
  const [type = ''] = headerValues({ headers: [...headers] }, 'content-type');
  const boundary = /^multipart\/[^;]+;.*\bboundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) return null;
  return body
    .split(`--${boundary}`)
    .slice(1)
    .flatMap((part) => {
      const [head = '', ...rest] = part.replace(/^\n/, '').split('\n\n');
      const name = /\bname="?([^";\n]*)"?/i.exec(head)?.[1];
      if (name === undefined) return [];
      const file = /\bfilename="?([^";\n]*)"?/i.exec(head)?.[1] ?? null;
      return [{ name, value: file === null ? rest.join('\n\n').replace(/\n$/, '') : '', file }];
    });
}
