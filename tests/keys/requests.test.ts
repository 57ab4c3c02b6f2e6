// The key of every request question, sent by the real curl to a real server: what arrives is what we read, and earns full credit.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareRequest } from '../../src/question/request/compare-request.js';
import { readTarget } from '../../src/question/request/http-request.js';
import { isCurl, readRequest } from '../../src/question/request/read-request.js';
import { sameBody } from '../../src/question/request/same-meaning.js';
import { splitWords } from '../../src/question/request/split-words.js';
import { itemsOf } from './hands-on-items.js';

const keys = itemsOf('request').flatMap(({ id, question }) =>
  [question.answer, ...(question.also ?? [])].map((text, index) => ({
    name: index === 0 ? id : `${id} (also ${index})`,
    text,
    question,
  })),
);
const commands = keys.flatMap(({ text }) => (isCurl(text) ? [text] : []));

interface Arrived {
  line: string;
  headers: [name: string, value: string][];
  body: string;
}

let arrived: Arrived[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    arrived.push({
      line: `${request.method} ${request.url}`,
      headers: pairsOf(request),
      body: Buffer.concat(chunks).toString('utf8'),
    });
    response.end();
  });
});
const folder = mkdtempSync(join(tmpdir(), 'api-quiz-keys-'));

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

function pairsOf({ rawHeaders }: IncomingMessage): [string, string][] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, at) => [
    rawHeaders[2 * at]!,
    rawHeaders[2 * at + 1]!,
  ]);
}

/** What arrives of the text sent as its author would, but to our server and without TLS. */
async function sendForReal(text: string): Promise<Arrived> {
  const { port } = server.address() as AddressInfo;
  if (isCurl(text)) {
    byCurl ??= arrivingOf(commands.length, () => curl(port));
    return (await byCurl)[commands.indexOf(text)]!;
  }
  return (await arrivingOf(1, () => message(text, port)))[0]!;
}

/** All commands by one curl, one after the other: to start it takes longer than to send. */
let byCurl: Promise<Arrived[]> | undefined;

async function arrivingOf(count: number, send: () => Promise<void>): Promise<Arrived[]> {
  const all: Arrived[] = [];
  arrived = all;
  await send();
  expect(all).toHaveLength(count);
  return all;
}

function curl(port: number): Promise<void> {
  const words = commands.flatMap((text) => {
    const split = splitWords(text);
    if ('problem' in split) throw new Error(split.problem.code);
    for (const { file } of readRequest(text).request?.multipart ?? [])
      if (file !== null) writeFileSync(join(folder, file), 'content');
    return ['--next', ...ownWords(port), ...split.words.slice(1)];
  });
  const toUs = words.map((word) => word.replace(/^https:\/\//, 'http://'));
  return new Promise((resolve, reject) => {
    const child = spawn('curl', ['-q', '--fail-early', ...toUs.slice(1)], { cwd: folder, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`curl ended with ${code}`))));
  });
}

const ownWords = (port: number) => [
  '-s',
  '-o',
  join(folder, 'out'),
  '--noproxy',
  '*',
  '--connect-to',
  `::127.0.0.1:${port}`,
  '--max-time',
  '10',
];

function message(text: string, port: number): Promise<void> {
  const [head = '', ...rest] = text.trim().replace(/\r?\n/g, '\r\n').split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const line = head.replace(/^(\S+ \S+)(?= *(\r|$))/, '$1 HTTP/1.1');
  const more = /^content-length:/im.test(head) ? '' : `\r\nContent-Length: ${Buffer.byteLength(body)}`;
  const host = /^host:/im.test(head) ? '' : `\r\nHost: ${readRequest(text).request?.host ?? 'example.com'}`;
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${line}${host}${more}\r\nConnection: close\r\n\r\n${body}`),
    );
    socket.on('data', () => undefined);
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
}

describe.each(keys)('$name', ({ text, question }) => {
  let sent: Arrived;
  beforeAll(async () => {
    sent = await sendForReal(text);
  });

  it('arrives as it is read', () => {
    const read = readRequest(text).request!;
    const [method, url = ''] = sent.line.split(' ');
    const target = readTarget(url)!;
    expect(method).toBe(read.method);
    expect(target.path).toBe(read.path);
    expect(target.query).toEqual(read.query);
    for (const [name, value] of read.headers) {
      const values = sent.headers.filter(([other]) => other.toLowerCase() === name).map(([, one]) => one);
      // A boundary and the encodings that curl can unpack are its own affair.
      if (name === 'accept-encoding') expect(values).toHaveLength(1);
      else if (name === 'content-type' && read.multipart !== null)
        expect(values[0]).toMatch(/^multipart\/form-data/);
      else expect(values).toContain(value);
    }
    if (read.body !== null) expect(sameBody(read.body, sent.body)).toBe(true);
  });

  it('earns full credit as what has arrived', () => {
    const read = readRequest(text).request!;
    // What the server sees has no scheme; the host is that of the Host header.
    const headers = sent.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
    const compared = compareRequest(question, `${sent.line} HTTP/1.1\n${headers}\n\n${sent.body}`);
    expect(read.host === null || headers.includes(read.host)).toBe(true);
    expect(compared).toMatchObject({ credit: 1 });
  });
});

it('finds the request questions of the bank', () => {
  expect(keys.length).toBeGreaterThan(2);
});
