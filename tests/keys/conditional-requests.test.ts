// Keys about entity tags and repeated requests: run against a server that keeps RFC 9110, and over every order of steps.

import { STATUS_CODES } from 'node:http';
import { expect, it } from 'vitest';
import { type Answered, ask, conditionalResource, type Stored } from './conditional-resource.js';
import { exchangeBytes, messageBytes, serveHttp, statusOf } from './local-server.js';
import {
  codeBlock,
  expectChosen,
  expectOrder,
  expectText,
  expectTruth,
  inlineCode,
  possibleOrders,
  readQuestion,
  type Steps,
} from './question-key.js';

const bytesOf = async (response: Response) => (await response.arrayBuffer()).byteLength;

it('two-nurses-one-etag: a stale If-Match is refused, and the merged edit goes in', async () => {
  const url = await serveHttp(conditionalResource({ version: 7, body: 'old phone' }));
  const put = (tag: string, body: string) => fetch(url, { method: 'PUT', headers: { 'If-Match': tag }, body });
  expect((await put('"7"', 'old phone, medication')).headers.get('etag')).toBe('"8"');
  const refused = await put('"7"', 'new phone');
  const kept = await (await fetch(url)).text();
  const repeated = await put('"8"', 'new phone, medication');
  expect(kept).toBe('old phone, medication');
  expectChosen(readQuestion('two-nurses-one-etag', 'single-choice'), {
    reread: refused.status === 412 && repeated.ok,
    merge: refused.status === 200,
    'drop-condition': refused.status === 409,
    'not-modified': refused.status === 304,
  });
});

it('etag-after-max-age-expired: one of the strategies is allowed and spares the transfer', async () => {
  const question = readQuestion('etag-after-max-age-expired', 'single-choice');
  const tag = /ETag: (".+")/.exec(codeBlock(question))?.[1] ?? '';
  const lifetime = Number(/max-age=(\d+)/.exec(codeBlock(question))?.[1]);
  const url = await serveHttp(conditionalResource({ version: 3312, body: 'sunny' }, { name: 'f-' }));
  const get = (headers: Record<string, string>) => fetch(url, { headers });
  const asked = await get({ 'If-None-Match': tag });
  const plain = await get({});
  const guarded = await get({ 'If-Match': tag });
  const spared = async (response: Response, status: number) =>
    response.status === status && (await bytesOf(response)) === 0;
  expectChosen(question, {
    'still-fresh': lifetime >= 90,
    revalidate: await spared(asked, 304),
    refetch: await spared(plain, 200),
    'if-match': await spared(guarded, 412),
  });
});

it('unconditional-put-refused, blind-overwrite-refused-status: no condition is another refusal than a false one', async () => {
  const question = readQuestion('unconditional-put-refused', 'single-choice');
  const url = await serveHttp(conditionalResource({ version: 1, body: '{}' }, { demand: true }));
  const send = async (...fields: string[]) =>
    statusOf(await exchangeBytes(url, messageBytes(codeBlock(question), ...fields)));
  const blind = await send();
  const stale = await send('If-Match: "0"');
  const fresh = await send('If-Match: "1"');
  expect([fresh, STATUS_CODES[blind]]).toEqual([204, 'Precondition Required']);
  expectChosen(question, (choice) => Number(inlineCode(choice)) === blind);
  expectText(readQuestion('blind-overwrite-refused-status', 'short-answer'), `${blind}`, `${stale}`);
});

it('second-delete-returns-404, repeated-delete-bug-report: other answers, the same state', async () => {
  const playlists = new Set([8, 9]);
  const url = await serveHttp(({ method, url: path }, response) => {
    const gone = method === 'DELETE' && playlists.delete(Number(path?.split('/').at(-1)));
    response.writeHead(gone ? 204 : 404).end();
  });
  const remove = async () => [(await fetch(`${url}/playlists/9`, { method: 'DELETE' })).status, [...playlists]];
  const [firstStatus, afterOne] = await remove();
  const [secondStatus, afterTwo] = await remove();
  expect([firstStatus, secondStatus]).toEqual([204, 404]);
  const sameEffect = JSON.stringify(afterOne) === JSON.stringify(afterTwo);
  expectTruth(readQuestion('second-delete-returns-404', 'true-false'), !sameEffect);
  expectChosen(readQuestion('repeated-delete-bug-report', 'single-choice'), {
    'tester-right': !sameEffect,
    'developer-right': sameEffect,
    'neither-post': !sameEffect,
    'neither-410': secondStatus === 410,
  });
});

interface Desk {
  server: Stored;
  /** The tag each person has seen last. */
  seen: Record<string, string>;
  /** A request under way, which the server takes before any later one. */
  sent?: { from: string; tag: string } | undefined;
  last?: { from: string; answered: Answered } | undefined;
}

function reads(desk: Desk, who: string, wanted: string): Desk | undefined {
  const [, { etag }] = ask(desk.server, { method: 'GET' }, { name: 'v' });
  if (etag !== wanted || desk.sent?.from === who) return undefined;
  return { ...desk, seen: { ...desk.seen, [who]: etag } };
}

function sends(desk: Desk, who: string, tag: string): Desk | undefined {
  return desk.seen[who] !== tag || desk.sent ? undefined : { ...desk, sent: { from: who, tag }, last: undefined };
}

function answers(desk: Desk, who: string, status: number): Desk | undefined {
  if (desk.sent?.from !== who) return undefined;
  const [server, answered] = ask(desk.server, { method: 'PUT', ifMatch: desk.sent.tag }, { name: 'v' });
  return answered.status === status ? { ...desk, server, sent: undefined, last: { from: who, answered } } : undefined;
}

const lastStatus = (desk: Desk, who: string) => (desk.last?.from === who ? desk.last.answered.status : undefined);

it('two-editors-if-match-order: the steps can happen in one order', () => {
  const steps: Steps<Desk> = {
    merge: (desk) => {
      if (lastStatus(desk, 'doctor') !== 412) return undefined;
      const reread = reads(desk, 'doctor', '"v8"');
      return reread && sends(reread, 'doctor', '"v8"');
    },
    refused: (desk) => answers(desk, 'doctor', 412),
    'doctor-put': (desk) => (desk.server.version === 7 ? undefined : sends(desk, 'doctor', '"v7"')),
    stored: (desk) => {
      const next = answers(desk, 'nurse', 204);
      return next?.server.version === 8 ? next : undefined;
    },
    'nurse-put': (desk) => sends(desk, 'nurse', '"v7"'),
    'both-read': (desk) => {
      const one = reads(desk, 'nurse', '"v7"');
      return one && reads(one, 'doctor', '"v7"');
    },
  };
  const orders = possibleOrders(steps, { server: { version: 7, body: '' }, seen: {} });
  expect(orders).toHaveLength(1);
  expectOrder(readQuestion('two-editors-if-match-order', 'ordering'), orders[0] ?? []);
});

it('lost-update-caught-by-if-match: the events can happen in one order, requests being taken as they were sent', () => {
  const steps: Steps<Desk> = {
    done: (desk) => answers(desk, 'ana', 204),
    merged: (desk) => sends(desk, 'ana', '"v2"'),
    reread: (desk) => (lastStatus(desk, 'ana') === 412 ? reads(desk, 'ana', '"v2"') : undefined),
    refused: (desk) => answers(desk, 'ana', 412),
    stale: (desk) => sends(desk, 'ana', '"v1"'),
    other: (desk) => {
      // The stem: Ana opened the configuration before Ben saved his change.
      if (desk.sent || desk.seen.ana === undefined || desk.server.version !== 1) return undefined;
      const [server] = ask(desk.server, { method: 'PUT', ifMatch: '"v1"' }, { name: 'v' });
      return { ...desk, server };
    },
    read: (desk) => (desk.seen.ana === undefined ? reads(desk, 'ana', '"v1"') : undefined),
  };
  const orders = possibleOrders(steps, { server: { version: 1, body: '' }, seen: {} });
  expect(orders).toHaveLength(1);
  expectOrder(readQuestion('lost-update-caught-by-if-match', 'ordering'), orders[0] ?? []);
});
