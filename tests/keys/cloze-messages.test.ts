// Keys of cloze questions about HTTP messages: the blanks are what real servers answer and real clients send.

import { STATUS_CODES } from 'node:http';
import { expect, it } from 'vitest';
import { conditionalResource } from './conditional-resource.js';
import { bodyOf, serveHttp } from './local-server.js';
import { expectBlanks, figures, readQuestion } from './question-key.js';

const statusLine = (status: number) => `${status} ${STATUS_CODES[status]}`;

/** What a client with this tag gets from a resource in this version. */
async function revalidate(name: string, version: number, tag: string, content: string) {
  const url = await serveHttp(conditionalResource({ version, body: content }, { name }));
  const plain = await fetch(url);
  const conditional = await fetch(url, { headers: { 'If-None-Match': tag } });
  return {
    tag: plain.headers.get('ETag') ?? '',
    status: conditional.status,
    bytes: (await conditional.arrayBuffer()).byteLength,
    plainBytes: (await plain.arrayBuffer()).byteLength,
  };
}

it('menu-that-changed-once: an old tag, then the tag of the answer', async () => {
  const question = readQuestion('menu-that-changed-once', 'cloze');
  const [, held = '', name = '', version = ''] =
    /If-None-Match: ("(m-)\d+")[\s\S]+?ETag: "m-(\d+)"/.exec(question.snippet) ?? [];
  const old = await revalidate(name, Number(version), held, 'soup');
  const current = await revalidate(name, Number(version), old.tag, 'soup');
  expect([old.bytes, current.bytes]).toEqual([4, 0]);
  expectBlanks(
    question,
    { first: statusLine(old.status), tag: old.tag, second: statusLine(current.status) },
    { first: [current.status], tag: [held], second: [old.status] },
  );
});

it('revalidate-a-price-list: the field with which nothing is sent again', async () => {
  const question = readQuestion('revalidate-a-price-list', 'cloze');
  const [, name = '', version = ''] = /ETag: "(p-)(\d+)"/.exec(question.snippet) ?? [];
  const length = Number(/Content-Length: (\d+)/.exec(question.snippet)?.[1]);
  const url = await serveHttp(
    conditionalResource({ version: Number(version), body: 'x'.repeat(length) }, { name }),
  );
  const tag = (await fetch(url)).headers.get('ETag') ?? '';
  const sent = new Map<string, { status: number; bytes: number }>();
  for (const field of ['If-None-Match', 'If-Match', 'ETag', 'If-Range']) {
    const answer = await fetch(url, { headers: { [field]: tag } });
    sent.set(field, { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength });
  }
  const [saving = ['', { status: 0, bytes: 0 }] as const, ...others] = [...sent].sort(
    ([, one], [, other]) => one.bytes - other.bytes,
  );
  expect(others.map(([, { bytes }]) => bytes)).toEqual([length, length, length]);
  expectBlanks(
    question,
    { header: saving[0], tag, status: statusLine(saving[1].status), bytes: saving[1].bytes },
    { header: others.map(([field]) => field), status: [200], bytes: [length] },
  );
});

/** A server of these bytes that understands one range (RFC 9110, section 14): both ends count, from 0. */
const serveFile = (file: Buffer) =>
  serveHttp((request, response) => {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) {
      response.end(file);
      return;
    }
    const part = file.subarray(Number(from), to ? Number(to) + 1 : undefined);
    response.writeHead(206, {
      'Content-Range': `bytes ${from}-${Number(from) + part.length - 1}/${file.length}`,
      'Content-Length': part.length,
    });
    response.end(part);
  });

/** The rest of a download of which so many bytes have come: only the right first position makes it whole. */
async function resume(length: number, received: number) {
  const file = Buffer.from(Array.from({ length }, (_, index) => (index * 7919) % 251));
  const url = await serveFile(file);
  const attempts = await Promise.all(
    [received - 1, received, received + 1].map(async (from) => {
      const answer = await fetch(url, { headers: { Range: `bytes=${from}-` } });
      const rest = Buffer.from(await answer.arrayBuffer());
      const whole = Buffer.concat([file.subarray(0, received), rest]).equals(file);
      return {
        from,
        whole,
        status: answer.status,
        told: answer.headers.get('Content-Range') ?? '',
        length: Number(answer.headers.get('Content-Length')),
      };
    }),
  );
  const [right, ...others] = attempts.filter(({ whole }) => whole);
  if (right === undefined) throw new Error('no range made the file whole');
  expect(others).toEqual([]);
  return right;
}

it('second-half-of-a-download: the range that makes the file whole', async () => {
  const question = readQuestion('second-half-of-a-download', 'cloze');
  const [whole = 0, received = 0] = figures(question);
  const { from, status, told, length } = await resume(whole, received);
  expectBlanks(
    question,
    { ask: 'Range', range: `bytes=${from}-`, status, told: told.replace('bytes ', ''), length },
    { ask: ['Content-Range'], range: [`bytes=${from + 1}-`], told: [`${from}-${whole}/${whole}`] },
  );
});

it('second-part-of-a-download: where it goes on, what it ends with, and how long it is', async () => {
  const question = readQuestion('second-part-of-a-download', 'cloze');
  const [whole = 0, received = 0] = figures(question);
  const { from, status, told, length } = await resume(whole, received);
  expect(question.snippet).toContain(`bytes ${from}-{{to}}/${whole}`);
  const to = Number(/-(\d+)\//.exec(told)?.[1]);
  expectBlanks(
    question,
    { from, status: statusLine(status), to, length },
    { from: [from + 1], to: [whole], length: [whole - from - 1], status: [200] },
  );
});

it('two-moves-and-a-result-page: which redirects keep the method, and which of them is for good', async () => {
  const question = readQuestion('two-moves-and-a-result-page', 'cloze');
  const arrivedBy = async (status: number, method: string, field = 'Location') => {
    let arrived = '';
    const url = await serveHttp(async (request, response) => {
      arrived = `${request.method} ${await bodyOf(request)}`.trim();
      if (request.url === '/new') response.end();
      else response.writeHead(status, { [field]: '/new' }).end();
    });
    await fetch(`${url}/old`, { method, body: 'x' });
    return arrived;
  };
  const keeping: number[] = [];
  const turning: number[] = [];
  for (const status of [301, 302, 303, 307, 308]) {
    const arrived = [await arrivedBy(status, 'POST'), await arrivedBy(status, 'PUT')];
    if (arrived.join() === 'POST x,PUT x') keeping.push(status);
    if (arrived.join() === 'GET,GET') turning.push(status);
  }
  const isForGood = (status: number) => /Permanent/.test(STATUS_CODES[status] ?? '');
  const [permanent = 0] = keeping.filter(isForGood);
  const [temporary = 0] = keeping.filter((status) => !isForGood(status));
  const [other = 0] = turning;
  expect([keeping.length, turning.length]).toEqual([2, 1]);
  expect(await arrivedBy(other, 'POST', 'Content-Location')).toBe('POST x');
  expectBlanks(
    question,
    {
      permanent: statusLine(permanent),
      temporary: statusLine(temporary),
      other: statusLine(other),
      place: 'Location',
    },
    { permanent: [301, temporary], temporary: [302, permanent], other: [301, 302, permanent] },
  );
});

it('links-of-the-middle-page: links of a server, followed by a client', async () => {
  const question = readQuestion('links-of-the-middle-page', 'cloze');
  const articles = Number(/\((\d+) articles/.exec(question.snippet)?.[1]);
  const perPage = Number(/per_page=(\d+)/.exec(question.snippet)?.[1]);
  const url = await serveHttp((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('page'));
    const left = Math.max(0, articles - perPage * (page - 1));
    if (left > perPage) response.setHeader('Link', `</articles?page=${page + 1}>; rel="next"`);
    response.end(JSON.stringify(Math.min(left, perPage)));
  });
  let target: string | undefined = '/articles?page=1';
  let page = 0;
  let seen = 0;
  while (target !== undefined) {
    const answer: Response = await fetch(url + target);
    seen += Number(await answer.json());
    page += 1;
    target = /<([^>]+)>; rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1];
  }
  expect(seen).toBe(articles);
  expectBlanks(
    question,
    { header: 'Link', relation: 'rel', end: page },
    { end: [page - 1], relation: ['next'] },
  );
});
