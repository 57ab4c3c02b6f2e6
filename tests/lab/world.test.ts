// Every behaviour of a lab's API: what it answers to what, as one table of requests each.

import { describe, expect, it } from 'vitest';
import { type LabWorld, makeWorld } from '../../src/lab/world.js';
import { freshValues } from '../../src/question/lab/fresh-values.js';
import type { Lab } from '../../src/question/question.js';
import { readRequest } from '../../src/question/request/read-request.js';
import { lab } from '../support/questions.js';

type Behaviour = NonNullable<Lab['behaviours']>[number];

const SEED = 'seed';
const VALUES = freshValues(SEED);
const BASE = 'http://127.0.0.1:1';

function worldOf(
  behaviours: Behaviour[],
  change: Partial<Lab['resources'][number]> = {},
  beganMs = 0,
): LabWorld {
  const orders = {
    name: 'orders',
    items: '[{"id":"1","status":"paid"},{"id":"2","status":"open"},{"id":"3","status":"paid"}]',
    allows: ['list', 'read', 'create', 'replace', 'update', 'delete'] as Lab['resources'][number]['allows'],
    ...change,
  };
  return makeWorld(lab({ resources: [orders], behaviours }), SEED, beganMs);
}

/** `curl /path …` at an instant in seconds. */
function ask(world: LabWorld, command: string, seconds = 0) {
  const { request, problem } = readRequest(
    command.replace(/curl (-X \w+ |-I )?(')?\//, (_, way = '', quote = '') => `curl ${way}${quote}${BASE}/`),
  );
  if (request === undefined) throw new Error(problem.code);
  const { status, headers, body, note, drop, delayMs, deliveries } = world.answer(request, seconds * 1000);
  return {
    status,
    headers,
    body,
    note,
    drop,
    delayMs,
    deliveries,
    json: body.startsWith('{') ? (JSON.parse(body) as never as Record<string, never>) : undefined,
  };
}

const said = (world: LabWorld, command: string, seconds = 0) => {
  const { status, note } = ask(world, command, seconds);
  return note === null ? `${status}` : `${status} ${note}`;
};

describe('resources', () => {
  it.each([
    ['curl /orders', '200'],
    ['curl /orders/2', '200'],
    ['curl /orders/9', '404'],
    ['curl /elsewhere', '404'],
    ['curl /orders/1/lines', '404'],
    ['curl -X PUT /orders', '405'],
    [`curl /orders -d '{}'`, '415'],
    [`curl /orders --json '[1]'`, '400'],
    [`curl /orders --json '{"status":"open"}'`, '201'],
    [`curl -X PUT /orders/1 --json '{"status":"sent"}'`, '200'],
    [`curl -X PATCH /orders/1 --json '{"status":"sent"}'`, '200'],
    ['curl -X DELETE /orders/1', '204'],
  ])('%s: %s', (command, answer) => {
    expect(said(worldOf([]), command)).toBe(answer);
  });

  it('filters by fields, and remembers what was written', () => {
    const world = worldOf([]);
    expect(ask(world, `curl '/orders?status=paid'`).json?.items).toHaveLength(2);
    expect(ask(world, `curl /orders --json '{"status":"new"}'`).headers.Location).toBe('/orders/new-1');
    expect(ask(world, 'curl /orders/new-1').json).toEqual({ id: 'new-1', status: 'new' });
    ask(world, `curl -X PATCH /orders/1 --json '{"status":null,"note":"x"}'`);
    expect(ask(world, 'curl /orders/1').json).toEqual({ id: '1', note: 'x' });
  });

  it('says which fields are wrong, as problem details', () => {
    const fields: Lab['resources'][number]['fields'] = [{ name: 'amount', kind: 'whole', required: 'true' }];
    const { status, headers, json } = ask(
      worldOf([], { fields }),
      `curl /orders --json '{"amount":"5","more":1}'`,
    );
    expect(status).toBe(422);
    expect(headers['Content-Type']).toBe('application/problem+json');
    expect(json?.errors).toEqual([
      { pointer: '#/amount', detail: 'must be a whole number' },
      { pointer: '#/more', detail: 'is not a field' },
    ]);
  });
});

describe('who may ask', () => {
  it('bearer and API key', () => {
    const world = worldOf([{ kind: 'bearer' }]);
    expect(said(world, 'curl /orders')).toBe('401 unauthorized');
    expect(ask(world, 'curl /orders').headers['WWW-Authenticate']).toBe('Bearer');
    expect(said(world, `curl /orders -H 'Authorization: Bearer ${VALUES.get('token')}'`)).toBe('200');
    const keyed = worldOf([{ kind: 'api-key', header: 'X-Key' }]);
    expect(said(keyed, 'curl /orders -H X-Key:x')).toBe('401 unauthorized');
    expect(said(keyed, `curl /orders -H X-Key:${VALUES.get('api-key')}`)).toBe('200');
  });

  it('OAuth: a token is good for two requests, then it is refreshed, once', () => {
    const world = worldOf([{ kind: 'oauth', path: '/token', uses: 2, refresh: 'true' }]);
    const client = `-u ${VALUES.get('client-id')}:${VALUES.get('client-secret')}`;
    expect(said(world, 'curl /orders')).toBe('401 unauthorized');
    expect(said(world, 'curl /token -u a:b -d grant_type=client_credentials')).toBe('401');
    expect(said(world, `curl /token ${client} --json '{"grant_type":"client_credentials"}'`)).toBe('400');
    const first = ask(world, `curl /token ${client} -d grant_type=client_credentials`).json;
    const asked = () => said(world, `curl /orders -H 'Authorization: Bearer ${first?.access_token}'`);
    expect([asked(), asked(), asked()]).toEqual(['200', '200', '401 expired']);
    const refresh = `curl /token ${client} -d grant_type=refresh_token -d refresh_token=${first?.refresh_token}`;
    expect([said(world, refresh), said(world, refresh)]).toEqual(['200', '400']);
  });
});

it('pages by cursor: opaque, in order, ended by null', () => {
  const world = worldOf([{ kind: 'cursor-paging', size: 2 }]);
  const first = ask(world, 'curl /orders');
  expect(first.json?.items).toHaveLength(2);
  expect(first.headers.Link).toBe(`</orders?cursor=${first.json?.next_cursor}>; rel="next"`);
  expect(ask(world, `curl '/orders?cursor=${first.json?.next_cursor}'`).json).toMatchObject({
    items: [{ id: '3' }],
    next_cursor: null,
  });
  expect(said(world, `curl '/orders?cursor=2'`)).toBe('400');
});

it('pages by offset', () => {
  const world = worldOf([{ kind: 'offset-paging', size: 2 }]);
  expect(ask(world, `curl '/orders?offset=2'`).json).toMatchObject({ items: [{ id: '3' }], offset: 2 });
  expect(ask(world, `curl '/orders?limit=1'`).headers.Link).toContain('offset=1');
  expect(said(world, `curl '/orders?offset=x'`)).toBe('400');
});

it('entity tags: 304, 428, 412 after a rival, then a write that keeps the rival’s change', () => {
  const world = worldOf([{ kind: 'etag', required: 'true', rival: '{"carrier":"ACME"}' }]);
  const tag = ask(world, 'curl /orders/1').headers.ETag;
  const patch = (etag = '') =>
    `curl -X PATCH /orders/1 --json '{"status":"sent"}'${etag && ` -H 'If-Match: ${etag}'`}`;
  expect(said(world, patch())).toBe('428');
  expect(said(world, patch(tag))).toBe('412');
  const next = ask(world, 'curl /orders/1');
  expect(said(world, `curl /orders/1 -H 'If-None-Match: ${next.headers.ETag}'`)).toBe('304 not-modified');
  expect(ask(world, patch(next.headers.ETag)).json).toEqual({ id: '1', status: 'sent', carrier: 'ACME' });
});

it('idempotency keys: replayed, refused with another body, demanded', () => {
  const world = worldOf([{ kind: 'idempotency', required: 'true' }]);
  const post = (key: string, body = '{"a":1}') =>
    said(world, `curl /orders ${key && `-H Idempotency-Key:${key}`} --json '${body}'`);
  expect([post(''), post('k'), post('k'), post('k', '{"a":2}'), post('l')]).toEqual([
    '400',
    '201',
    '201 replayed',
    '422',
    '201',
  ]);
});

it('rate limit: the window begins with its first request', () => {
  const world = worldOf([{ kind: 'rate-limit', limit: 2, window: 3 }]);
  expect([0, 1, 2].map((second) => said(world, 'curl /orders', second))).toEqual([
    '200',
    '200',
    '429 rate-limited',
  ]);
  expect(ask(world, 'curl /orders', 2).headers['Retry-After']).toBe('1');
  expect(said(world, 'curl /orders', 3)).toBe('200');
});

it('trouble: the second is refused, the third slow, the fourth lost but carried out', () => {
  const world = worldOf([
    { kind: 'flaky', nth: [2], 'retry-after': 1 },
    { kind: 'slow', nth: [3], ms: 50 },
    { kind: 'lost-response', nth: [4] },
  ]);
  const post = () => ask(world, `curl /orders --json '{}'`);
  expect(post()).toMatchObject({ status: 201, delayMs: 0, drop: false });
  expect(post()).toMatchObject({ status: 503, note: 'flaky' });
  expect(post()).toMatchObject({ status: 201, delayMs: 50 });
  expect(post()).toMatchObject({ drop: true, note: 'lost' });
  expect(ask(world, 'curl /orders').json?.items).toHaveLength(6);
});

it('deprecation and CORS', () => {
  const world = worldOf([
    { kind: 'deprecated', on: ['orders'], sunset: 'Wed, 31 Mar 2027 00:00:00 GMT', successor: '/v2/orders' },
    { kind: 'cors', origins: ['https://shop.example.com'] },
  ]);
  expect(ask(world, 'curl /orders').headers).toMatchObject({
    Deprecation: '@1767225600',
    Link: '</v2/orders>; rel="successor-version"',
  });
  const preflight = (origin: string) =>
    ask(world, `curl -X OPTIONS /orders -H 'Origin: ${origin}' -H 'Access-Control-Request-Method: PUT'`);
  expect(preflight('https://shop.example.com')).toMatchObject({ status: 204, note: 'preflight' });
  expect(preflight('https://shop.example.com').headers['Access-Control-Allow-Methods']).toContain('PUT');
  expect(preflight('https://evil.example').headers).toEqual({ Vary: 'Origin' });
});

it('jobs, events, webhooks, GraphQL', () => {
  const world = worldOf([
    { kind: 'job', path: '/exports', looks: 2, result: '{"rows":3}' },
    { kind: 'events', path: '/events', events: ['{"n":1}', '{"n":2}'], cut: 1 },
    { kind: 'webhook', path: '/hooks', events: ['{"n":1}'], forged: 'true', duplicate: 'true' },
    { kind: 'graphql', path: '/graphql' },
  ]);
  expect(ask(world, `curl -X POST /exports`)).toMatchObject({
    status: 202,
    headers: { Location: '/exports/job-1' },
  });
  expect(ask(world, 'curl /exports/job-1').json).toMatchObject({ status: 'running' });
  expect(ask(world, 'curl /exports/job-1').json).toMatchObject({ status: 'done', result: { rows: 3 } });
  expect(ask(world, 'curl /events').body).toBe('retry: 1000\n\nid: 1\ndata: {"n":1}\n\n');
  expect(ask(world, `curl /events -H 'Last-Event-ID: 1'`)).toMatchObject({
    note: 'resumed',
    body: expect.stringContaining('id: 2'),
  });
  const hook = (url: string) => ask(world, `curl /hooks --json '{"url":"${url}"}'`);
  expect(hook('http://127.0.0.1:9/h').deliveries.map(({ note }) => note)).toEqual([
    'forged',
    'genuine',
    'duplicate',
  ]);
  for (const url of [
    'https://example.com/',
    'http://example.com/',
    'http://127.0.0.1.evil.example/',
    'file:///etc/passwd',
    'http://10.0.0.1/',
  ])
    expect(hook(url)).toMatchObject({ status: 422, deliveries: [] });
  const query = (text: string) =>
    ask(world, `curl /graphql --json '${JSON.stringify({ query: text, variables: { id: '2' } })}'`).json;
  expect(
    query('query Q($id: ID!) { one: order(id: $id) { status } orders(first: 1, status: "paid") { id } }'),
  ).toEqual({
    data: { one: { status: 'open' }, orders: [{ id: '1' }] },
  });
  expect(query('{ orders { price } }')).toMatchObject({
    errors: [{ message: 'Cannot query field "price" on "orders".' }],
  });
  expect(query('{')).toMatchObject({ errors: [{ message: expect.stringContaining('Syntax Error') }] });
});
