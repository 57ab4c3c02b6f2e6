// Commands and messages as people paste them, and what they are read as.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/question/request/http-request.js';
import { readRequest, wantsMore } from '../../../src/question/request/read-request.js';
import { requestProblemMessage } from '../../../src/question/request/request-problems.js';
import { runs } from '../../support/thorough.js';

/** `GET https example.com /a?x=1 | accept: *\/* | body`, leaving out what is not there. */
function shown(text: string): string {
  const { request, problem } = readRequest(text);
  return problem === undefined ? line(request) : `! ${problem.code}`;
}

function line({ method, scheme, host, path, query, headers, body, multipart }: HttpRequest): string {
  const pairs = query.map(([name, value]) => `${name}=${value}`).join('&');
  const told = headers.filter(([name, value]) => !(name === 'accept' && value === '*/*'));
  return [
    `${method} ${scheme ?? '?'} ${host ?? '?'} ${path}${pairs === '' ? '' : `?${pairs}`}`,
    ...told.map(([name, value]) => `${name}: ${value}`),
    ...(body === null ? [] : [body]),
    ...(multipart ?? []).map(({ name, value, file }) => `${name}=${file === null ? value : `<${file}>`}`),
  ].join(' | ');
}

describe('curl', () => {
  it.each<[why: string, command: string, read: string]>([
    ['the plainest', 'curl https://example.com', 'GET https example.com /'],
    [
      'marks that nobody sees, from a page it was copied of',
      '\ufeffcurl \u200bhttps://example.com/a\u2060 -H "A: b\u200b"',
      'GET https example.com /a | a: b',
    ],
    ['a prompt before it', '$ curl https://example.com/a', 'GET https example.com /a'],
    ['no scheme means http', 'curl example.com/a', 'GET http example.com /a'],
    ['a default port', 'curl https://Example.com:443/a', 'GET https example.com /a'],
    ['another port', 'curl http://127.0.0.1:8080/a', 'GET http 127.0.0.1:8080 /a'],
    ['IPv6', 'curl http://[::1]:8080/a', 'GET http [::1]:8080 /a'],
    ['dots and escapes in a path', 'curl https://e.com/a/../b/./%7euser/%2f', 'GET https e.com /b/~user/%2F'],
    ['a fragment is never sent', 'curl https://e.com/a#b', 'GET https e.com /a'],
    ['a quoted query', `curl 'https://e.com/?a=1&b=x%20y+z'`, 'GET https e.com /?a=1&b=x y z'],
    ['-X', 'curl -X DELETE https://e.com/a', 'DELETE https e.com /a'],
    ['-XPUT in one word', 'curl -XPUT https://e.com/a', 'PUT https e.com /a'],
    ['letters in one word', 'curl -sSLi https://e.com/a', 'GET https e.com /a'],
    ['-I', 'curl -I https://e.com/a', 'HEAD https e.com /a'],
    [
      '-d makes a POST of a form',
      'curl -d a=1 -d b=2 https://e.com',
      'POST https e.com / | content-type: application/x-www-form-urlencoded | a=1&b=2',
    ],
    [
      '--data-urlencode',
      `curl --data-urlencode 'q=a b&c' https://e.com`,
      'POST https e.com / | content-type: application/x-www-form-urlencoded | q=a%20b%26c',
    ],
    ['-G', `curl -G https://e.com/s -d limit=5 --data-urlencode 'q=a b'`, 'GET https e.com /s?limit=5&q=a b'],
    ['--url-query', `curl --url-query limit=5 'https://e.com/s?x=1'`, 'GET https e.com /s?x=1&limit=5'],
    [
      '--json',
      `curl --json '{"a":1}' https://e.com`,
      'POST https e.com / | content-type: application/json | accept: application/json | {"a":1}',
    ],
    [
      '--json with a method and a type of its own',
      `curl -X PATCH --json '{}' -H 'content-type: application/merge-patch+json' https://e.com`,
      'PATCH https e.com / | content-type: application/merge-patch+json | accept: application/json | {}',
    ],
    ['-u', 'curl -u ada:s3cret https://e.com', 'GET https e.com / | authorization: Basic YWRhOnMzY3JldA=='],
    [
      'a user in the address',
      'curl https://ada:s3cret@e.com',
      'GET https e.com / | authorization: Basic YWRhOnMzY3JldA==',
    ],
    [
      '--oauth2-bearer',
      'curl --oauth2-bearer t0k3n https://e.com',
      'GET https e.com / | authorization: Bearer t0k3n',
    ],
    ['-b', `curl -b 'a=1; b=2' -b c=3 https://e.com`, 'GET https e.com / | cookie: a=1; b=2; c=3'],
    [
      '-A and -e',
      `curl -A me -e https://x.com https://e.com`,
      'GET https e.com / | user-agent: me | referer: https://x.com',
    ],
    ['-r', 'curl -r 0-99 https://e.com', 'GET https e.com / | range: bytes=0-99'],
    ['-C', 'curl -C 5000 https://e.com', 'GET https e.com / | range: bytes=5000-'],
    ['-C 0 is everything', 'curl -C 0 https://e.com', 'GET https e.com /'],
    [
      '-F',
      `curl -F name=Ada -F 'file=@/tmp/a.png;type=image/png' https://e.com`,
      'POST https e.com / | content-type: multipart/form-data | name=Ada | file=<a.png>',
    ],
    [
      '-H without a value sends none',
      `curl -H 'Accept:' -H 'X-Empty;' https://e.com`,
      'GET https e.com / | x-empty: ',
    ],
    [
      'where an output goes does not matter',
      'curl -o out.json --max-time 5 https://e.com',
      'GET https e.com /',
    ],
    ['lines', `curl https://e.com/a \\\n  -H 'X-A: 1' \\\r\n  -X PUT`, 'PUT https e.com /a | x-a: 1'],
    ['a backslash at the very end', 'curl https://e.com/a \\', 'GET https e.com /a'],
    [
      "$'…'",
      `curl https://e.com --data-raw $'{"name":"O\\'Neill\\u0021"}'`,
      `POST https e.com / | content-type: application/x-www-form-urlencoded | {"name":"O'Neill!"}`,
    ],
    ['a quote in quotes', `curl https://e.com -H 'X-A: it'\\''s'`, `GET https e.com / | x-a: it's`],
    [
      'a variable stays as it is written',
      'curl https://e.com -H "Authorization: Bearer $TOKEN"',
      'GET https e.com / | authorization: Bearer $TOKEN',
    ],
    [
      'line breaks inside quotes',
      `curl https://e.com -d '{\n  "a": 1\n}'`,
      'POST https e.com / | content-type: application/x-www-form-urlencoded | {\n  "a": 1\n}',
    ],
    [
      'a hash in quotes',
      `curl https://e.com -d 'a#b'`,
      'POST https e.com / | content-type: application/x-www-form-urlencoded | a#b',
    ],
  ])('%s', (_, command, read) => {
    expect(shown(command)).toBe(read);
  });

  it.each<[why: string, command: string, code: string]>([
    ['a file as body', 'curl -d @order.json https://e.com', 'curl-reads-file'],
    ['the input as body', 'curl --data-binary @- https://e.com', 'curl-reads-file'],
    ['a file of cookies', 'curl -b cookies.txt https://e.com', 'curl-reads-file'],
    ['a download that goes on from a file', 'curl -C - https://e.com', 'curl-reads-file'],
    ['an upload', 'curl -T a.png https://e.com', 'curl-option-unsupported'],
    ['an unknown option', 'curl --jsn x https://e.com', 'curl-option-unknown'],
    ['an equals sign behind an option', 'curl --request=POST https://e.com', 'curl-option-unknown'],
    ['an unknown letter', 'curl -sY https://e.com', 'curl-option-unknown'],
    ['a value that is missing', 'curl https://e.com -H', 'curl-value-missing'],
    ['a password that is asked for', 'curl -u ada https://e.com', 'curl-asks-password'],
    ['a file to write to', 'curl https://e.com > out', 'shell-operator'],
    ['a program behind it', 'curl https://e.com | jq .', 'shell-operator'],
    ['another command behind it', 'curl https://e.com; ls', 'shell-operator'],
    ['a bare ampersand', 'curl https://e.com/?a=1&b=2', 'shell-ampersand'],
    ['a quote that stays open', `curl 'https://e.com`, 'shell-open-quote'],
    ['a line that stands by itself', 'curl https://e.com\n-X POST', 'shell-second-line'],
    ['no address', 'curl -X GET', 'curl-no-address'],
    ['two addresses', 'curl https://e.com https://f.com', 'curl-two-addresses'],
    ['a header without quotes', 'curl -H Accept: text/plain https://e.com', 'curl-two-addresses'],
    ['braces', `curl 'https://e.com/{a,b}'`, 'curl-pattern'],
    ['a range', `curl 'https://e.com/[1-9]'`, 'curl-pattern'],
    ['braces behind a bracket that stays open', `curl 'https://e.com/[{a,b}'`, 'curl-pattern'],
    ['another protocol', 'curl ftp://e.com', 'curl-address-scheme'],
    ['two kinds of bodies', 'curl -d a=1 -F b=2 https://e.com', 'curl-two-bodies'],
    ['copied for Windows', 'curl "https://e.com" ^\n  -H "X: 1"', 'curl-windows'],
  ])('tells %s', (_, command, code) => {
    expect(shown(command)).toBe(`! ${code}`);
  });

  it('takes what a browser copies, twenty headers and all', () => {
    const headers = `accept: */*|accept-language: en-GB,en;q=0.9|authorization: Bearer t0k3n|cache-control: no-cache|content-type: application/json|dnt: 1|origin: https://app.example.com|pragma: no-cache|priority: u=1, i|referer: https://app.example.com/|sec-ch-ua: "Chromium";v="142", "Not)A;Brand";v="24"|sec-ch-ua-mobile: ?0|sec-ch-ua-platform: "Linux"|sec-fetch-dest: empty|sec-fetch-mode: cors|sec-fetch-site: same-site|user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36|x-requested-with: XMLHttpRequest|te: trailers|connection: keep-alive`;
    const flags = headers
      .split('|')
      .map((header) => `  -H '${header}' \\\n`)
      .join('');
    const { request } = readRequest(
      `curl 'https://api.example.com/orders' \\\n  -X 'POST' \\\n${flags}  -b 'session=abc; theme=dark' \\\n  --data-raw '{"sku":"A1"}' \\\n  --compressed`,
    );
    expect(request).toMatchObject({ method: 'POST', host: 'api.example.com', body: '{"sku":"A1"}' });
    expect(request?.headers).toHaveLength(22);
  });
});

describe('HTTP message', () => {
  it.each<[why: string, message: string, read: string]>([
    ['origin form and Host', 'GET /a?x=1 HTTP/1.1\nHost: e.com', 'GET ? e.com /a?x=1'],
    ['without a version', 'GET https://e.com/a', 'GET https e.com /a'],
    ['without Host', 'GET /a HTTP/1.1', 'GET ? ? /a'],
    [
      'CRLF, blanks around values',
      'PUT /a HTTP/1.1\r\nHost:  e.com \r\nX-A:1\r\n\r\nbody\r\n',
      'PUT ? e.com /a | x-a: 1 | body',
    ],
    ['a body of several lines', 'POST /a HTTP/1.1\nHost: e.com\n\n{\n\n}', 'POST ? e.com /a | {\n\n}'],
    ['OPTIONS *', 'OPTIONS * HTTP/1.1\nHost: e.com', 'OPTIONS ? e.com *'],
    [
      'multipart',
      'POST /a HTTP/1.1\nHost: e.com\nContent-Type: multipart/form-data; boundary=x\n\n--x\nContent-Disposition: form-data; name="a"\n\n1\n--x\nContent-Disposition: form-data; name="f"; filename="f.png"\n\n…\n--x--',
      'POST ? e.com /a | content-type: multipart/form-data; boundary=x | a=1 | f=<f.png>',
    ],
  ])('%s', (_, message, read) => {
    expect(shown(message)).toBe(read);
  });

  it.each([
    ['nothing', '   ', 'request-empty'],
    ['a sentence', 'send it to the server', 'request-unknown'],
    ['a sentence that begins like one', 'I would send it', 'http-request-line'],
    ['a header without a colon', 'GET /a HTTP/1.1\nHost e.com', 'http-header-line'],
    ['a blank before the colon', 'GET /a HTTP/1.1\nHost : e.com', 'http-header-line'],
    ['a body without a blank line before it', 'POST /a HTTP/1.1\nHost: e.com\n{"a":1}', 'http-header-line'],
    ['another version', 'GET /a HTTP/0.9', 'http-version'],
    ['a target without a slash', 'GET a/b HTTP/1.1', 'address-unreadable'],
  ])('tells %s', (_, message, code) => {
    expect(shown(message)).toBe(`! ${code}`);
  });
});

it('knows when a command goes on', () => {
  expect(wantsMore('curl https://e.com \\')).toBe(true);
  expect(wantsMore(`curl https://e.com -d '{`)).toBe(true);
  expect(wantsMore('curl https://e.com')).toBe(false);
  expect(wantsMore('curl https://e.com -d a\\\\')).toBe(false);
});

it('reads or tells anything, however hostile, and what it tells can be printed', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ' ',
      "'",
      '"',
      '\\',
      '\n',
      '$',
      "$'",
      '${',
      '-H',
      '-d',
      '--json',
      '{',
      '}',
      '&',
      '\u001b[2J',
      '#',
      '<(',
      '`',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, asCurl) => {
      const { problem } = readRequest(
        `${asCurl ? 'curl https://e.com ' : 'GET / HTTP/1.1\n'}${pieces.join('')}`,
      );
      if (problem !== undefined)
        expect(requestProblemMessage(problem)).toMatch(/^[^\u0000-\u001f\u007f-\u009f]+$/);
    }),
    runs(500),
  );
});

it.each([
  ['quotes', `curl ${`'a'"b"`.repeat(3000)}`],
  ['backslashes', `curl ${'\\'.repeat(20_000)}`],
  ['dollars', `curl ${'$'.repeat(20_000)}`],
  ['braces', `curl ${'${'.repeat(10_000)}`],
  ['words', `curl ${'a '.repeat(10_000)}`],
  ['brackets', `curl https://e.com/${'['.repeat(20_000)}`],
  ['slashes', `curl https://e.com${'/..'.repeat(6000)}`],
  ['header lines', `GET / HTTP/1.1\n${'a: b\n'.repeat(4000)}`],
  ['blanks', `GET ${' '.repeat(19_000)}`],
])('20,000 characters of %s are read without trouble', (_, text) => {
  expect(() => readRequest(text)).not.toThrow();
});
