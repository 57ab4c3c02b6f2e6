// Keys about URLs and origins: by Node's URL, and CORS as the Fetch standard (section 3.3) checks it, against a real server.

import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { exchangeBytes, messageBytes, serveHttp, statusOf } from './local-server.js';
import { codeBlock, expectChosen, expectText, inlineCode, readQuestion } from './question-key.js';

it('urls-of-the-same-origin: scheme, host and port', () => {
  const question = readQuestion('urls-of-the-same-origin', 'multiple-choice');
  const page = new URL(inlineCode({ text: question.stem }));
  expectChosen(question, (choice) => new URL(inlineCode(choice)).origin === page.origin);
});

it('pair-that-is-one-address: the host is folded, the path is not', () => {
  const question = readQuestion('pair-that-is-one-address', 'single-choice');
  expectChosen(question, ({ text }) => {
    const [one, other] = [...text.matchAll(/`(https:[^`]+)`/g)].map(([, url]) => new URL(url as string).href);
    expect(other).toBeDefined();
    return one === other;
  });
});

interface Call {
  /** The origin of the page whose script makes the call. */
  from: string;
  headers?: Record<string, string>;
  credentials?: 'include' | 'omit';
}

/** A GET as a browser lets a script make it; undefined: the script gets an error instead of the answer. */
async function browserGet(
  url: string,
  { from, headers = {}, credentials = 'omit' }: Call,
): Promise<string | undefined> {
  const allows = (answer: Response): boolean => {
    const origin = answer.headers.get('access-control-allow-origin');
    if (credentials === 'omit') return origin === '*' || origin === from;
    return origin === from && answer.headers.get('access-control-allow-credentials') === 'true';
  };
  const unsafe = Object.keys(headers).map((name) => name.toLowerCase());
  if (unsafe.length > 0) {
    const asking = {
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': unsafe.join(','),
    };
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { Origin: from, ...asking } });
    const listed = (preflight.headers.get('access-control-allow-headers') ?? '')
      .toLowerCase()
      .split(/\s*,\s*/);
    const wildcard = credentials === 'omit' && listed.includes('*');
    if (!preflight.ok || !allows(preflight) || !(wildcard || unsafe.every((name) => listed.includes(name)))) {
      return undefined;
    }
  }
  const answer = await fetch(url, { headers: { Origin: from, ...headers } });
  const body = await answer.text();
  return allows(answer) ? body : undefined;
}

it('star-origin-with-cookies: which change serves both apps and nobody else', async () => {
  const question = readQuestion('star-origin-with-cookies', 'single-choice');
  const apps = [...question.stem.matchAll(/`(https:[^`]+)`/g)].map(([, origin]) => origin as string);
  const [star, flag] = codeBlock(question).trim().split('\n') as [string, string];
  const works = async (fieldsFor: (origin: string, preflight: boolean) => string[]) => {
    const url = await serveHttp((request, response) => {
      const preflight = request.method === 'OPTIONS';
      for (const field of fieldsFor(request.headers.origin ?? '', preflight)) {
        const [name = '', value = ''] = field.split(': ');
        response.appendHeader(name, value);
      }
      response.end('programme');
    });
    const readable = async (from: string) =>
      (await browserGet(url, { from, headers: { 'X-App': '1' }, credentials: 'include' })) === 'programme';
    const served = await Promise.all(apps.map(readable));
    return served.every((ok) => ok) && !(await readable('https://evil.example'));
  };
  const named = 'Access-Control-Allow-Headers: X-App';
  const exactly = (origin: string) => `Access-Control-Allow-Origin: ${origin}`;
  expect(await works(() => [star, flag, named])).toBe(false);
  expectChosen(question, {
    reflect: await works((origin) => [exactly(origin), flag, named]),
    'true-case': await works((_origin, preflight) => (preflight ? [star, flag, named] : [star])),
    'more-headers': await works(() => [
      star,
      flag,
      'Access-Control-Allow-Methods: *',
      'Access-Control-Allow-Headers: *',
    ]),
    exact: await works((origin) =>
      apps.includes(origin) ? [exactly(origin), flag, named, 'Vary: Origin'] : [],
    ),
  });
});

it('cors-in-one-line: requests go out and others are served; the header lets the page read', async () => {
  const received: IncomingMessage[] = [];
  const url = await serveHttp((request, response) => {
    received.push(request);
    if (request.url === '/open') response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('weather');
  });
  const from = 'https://page.example';
  const closed = await browserGet(`${url}/closed`, { from });
  const open = await browserGet(`${url}/open`, { from });
  const script = await exchangeBytes(url, messageBytes('GET /closed HTTP/1.1\nHost: localhost\n\n'));
  expectChosen(readQuestion('cors-in-one-line', 'single-choice'), {
    blocks: received.filter((request) => request.headers.origin === from).length < 2,
    'server-filter': statusOf(script) !== 200 || !script.endsWith('weather'),
    readable: closed === undefined && open === 'weather',
    preflight: received.filter(({ method }) => method === 'OPTIONS').length >= 2,
  });
});

it('full-address-from-the-docs: base, path and required parameter make one URL', () => {
  const question = readQuestion('full-address-from-the-docs', 'short-answer');
  const docs = codeBlock(question);
  const base = (name: string) => new RegExp(`${name}\\s+(https:\\S+)`).exec(docs)?.[1] ?? '';
  const path = /^GET (\S+)/m.exec(docs)?.[1] ?? '';
  const required = [...docs.matchAll(/^\s+(\w+)\s+\w+, required/gm)].map(([, name]) => name as string);
  expect(required).toEqual(['city']);
  const address = (from: string) => {
    const url = new URL(`${from}${path}`);
    for (const name of required) url.searchParams.set(name, 'Bath');
    return url.href;
  };
  const resolved = new URL(path, base('Sandbox')).href;
  expectText(question, address(base('Sandbox')), address(base('Production')), `${resolved}?city=Bath`);
});
