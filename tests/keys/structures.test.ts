// Keys of matching and ordering questions: parts told by Node's parsers, and orders that survive being played.

import { expect, it } from 'vitest';
import { bodyOf, exchangeBytes, messageBytes, serveHttp } from './local-server.js';
import {
  codeBlock,
  expectOrder,
  expectPairs,
  possibleOrders,
  readQuestion,
  type Steps,
} from './question-key.js';

const bare = (text: string) => text.replaceAll('`', '');

it('parts-of-a-parcel-address: the address of the stem, taken apart by the URL parser', () => {
  const question = readQuestion('parts-of-a-parcel-address', 'matching');
  const url = new URL(/^`(https:.+)`$/m.exec(question.stem)?.[1] ?? '');
  const parts = new Map([
    [url.protocol.replace(':', ''), 'scheme'],
    [url.host, 'authority'],
    [url.pathname, 'path'],
    [url.search.slice(1), 'query'],
    [url.hash.slice(1), 'fragment'],
  ]);
  expectPairs(question, ({ left }) => parts.get(bare(left)));
});

it('parts-of-an-http-request: what a server reads from the bytes of the stem', async () => {
  const question = readQuestion('parts-of-an-http-request', 'matching');
  const parts = new Map<string, string>();
  const url = await serveHttp(async (request, response) => {
    parts.set(request.method ?? '', 'Request method').set(request.url ?? '', 'Request target');
    parts.set(`HTTP/${request.httpVersion}`, 'Protocol version');
    for (const [index, name] of request.rawHeaders.entries()) {
      if (index % 2 === 0) parts.set(`${name}: ${request.rawHeaders[index + 1]}`, 'Header field');
    }
    parts.set(await bodyOf(request), 'Content (body)');
    response.end();
  });
  await exchangeBytes(url, messageBytes(codeBlock(question)));
  expectPairs(question, ({ left }) => parts.get(bare(left)));
});

it('order-of-events-across-zones: the instants of the items', () => {
  const question = readQuestion('order-of-events-across-zones', 'ordering');
  const instant = (text: string) => Date.parse(text.split(/\s+/)[1] ?? '');
  const sorted = question.items.toSorted((one, other) => instant(one.text) - instant(other.text));
  const asText = question.items.toSorted((one, other) =>
    (one.text.split(/\s+/)[1] ?? '').localeCompare(other.text.split(/\s+/)[1] ?? ''),
  );
  expect(new Set(question.items.map(({ text }) => instant(text))).size).toBe(question.items.length);
  expect(asText).not.toEqual(sorted);
  expectOrder(
    question,
    sorted.map(({ id }) => id),
  );
});

interface Rotation {
  signing: readonly number[];
  created: boolean;
  holds: number;
  verified: boolean;
}

it('order-of-a-secret-rotation-with-overlap: no delivery may be refused at any time', () => {
  const question = readQuestion('order-of-a-secret-rotation-with-overlap', 'ordering');
  const accepted = (state: Rotation) => (state.signing.includes(state.holds) ? state : undefined);
  const steps: Steps<Rotation> = {
    create: (state) => ({ ...state, created: true }),
    both: (state) => (state.created ? { ...state, signing: [1, 2] } : undefined),
    install: (state) => (state.created ? accepted({ ...state, holds: 2 }) : undefined),
    verify: (state) =>
      state.signing.includes(2) && state.holds === 2 ? { ...state, verified: true } : undefined,
    // Nobody knows that the customer is ready before the log shows it.
    retire: (state) => (state.verified ? accepted({ ...state, signing: [2] }) : undefined),
  };
  const orders = possibleOrders(steps, { signing: [1], created: false, holds: 1, verified: false });
  expect(orders).toHaveLength(1);
  expectOrder(question, orders[0] ?? []);
});
