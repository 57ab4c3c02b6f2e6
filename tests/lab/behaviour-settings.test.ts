// What the settings of behaviours change: lists that drift, patience that is demanded, errors of single fields, instants that are true.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../src/lab/world.js';
import { freshValues } from '../../src/question/lab/fresh-values.js';
import type { Lab } from '../../src/question/question.js';
import { readRequest } from '../../src/question/request/read-request.js';
import { lab } from '../support/questions.js';

type Behaviour = NonNullable<Lab['behaviours']>[number];

const SEED = 'seed';
const VALUES = freshValues(SEED, ['first']);

/** Asks one world: `/path …` as curl would, at an instant in seconds. */
function asking(behaviour: Behaviour, beganMs = 0) {
  const items = '[{"id":"1","cost":5},{"id":"2","cost":6},{"id":"3","cost":7}]';
  const resources: Lab['resources'] = [{ name: 'orders', items, allows: ['list', 'read', 'create'] }];
  const world = makeWorld(lab({ resources, behaviours: [behaviour], fresh: ['first'] }), SEED, beganMs);
  return (command: string, seconds = 0) => {
    const { request } = readRequest(`curl http://127.0.0.1:1${command}`);
    if (request === undefined) throw new Error(command);
    const answer = world.answer(request, seconds * 1000);
    const json = answer.body.startsWith('{') ? (JSON.parse(answer.body) as Record<string, unknown>) : {};
    return { ...answer, json };
  };
}

it('OAuth: a refresh token that was there before is good once, and what it brings goes on', () => {
  const ask = asking({ kind: 'oauth', path: '/token', refresh: 'true', 'refresh-token': '{{first}}' });
  const refresh = (token: unknown) =>
    ask(
      `/token -u ${VALUES.get('client-id')}:${VALUES.get('client-secret')} -d grant_type=refresh_token -d refresh_token=${token}`,
    );
  const second = refresh(VALUES.get('first'));
  expect(second.status).toBe(200);
  expect(refresh(VALUES.get('first'))).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  expect(refresh(second.json.refresh_token).status).toBe(200);
});

describe('lists that drift between two pages', () => {
  const pages = (behaviour: { adds?: string; removes?: string }) => {
    const ask = asking({ kind: 'offset-paging', size: 2, ...behaviour });
    const ids = (offset: number) =>
      (ask(`/orders?offset=${offset}`).json.items as { id: string }[]).map(({ id }) => id);
    return [ids(0), ids(2), ids(0)];
  };
  it('one is put in front: the last of the page comes again', () => {
    expect(pages({ adds: '{"id":"9"}' })).toEqual([
      ['1', '2'],
      ['2', '3'],
      ['9', '1'],
    ]);
  });
  it('one is taken away: the first of the next page is missed', () => {
    expect(pages({ removes: '1' })).toEqual([['1', '2'], [], ['2', '3']]);
  });
  it('neither: nothing moves', () => {
    expect(pages({})).toEqual([['1', '2'], ['3'], ['1', '2']]);
  });
});

it('strict trouble: who comes too early waits anew, who waits is served', () => {
  const ask = asking({ kind: 'flaky', nth: [1], 'retry-after': 2, strict: 'true' });
  const at = (seconds: number) => ask('/orders', seconds).status;
  expect([at(0), at(1), at(2.5), at(4.5), at(4.6)]).toEqual([503, 503, 503, 200, 200]);
});

it('a job looked at too early says so, and that look does not count', () => {
  const ask = asking({ kind: 'job', path: '/exports', looks: 2, result: '{"rows":3}', 'retry-after': 2 });
  expect(ask('/exports -X POST').headers['Retry-After']).toBe('2');
  expect(ask('/exports/job-1', 1)).toMatchObject({ status: 429, note: 'rate-limited' });
  expect(ask('/exports/job-1', 2).json).toMatchObject({ status: 'running' });
  expect(ask('/exports/job-1', 3).status).toBe(429);
  expect(ask('/exports/job-1', 4).json).toMatchObject({ status: 'done', result: { rows: 3 } });
});

it('CORS: methods and headers that are allowed, whatever is asked for', () => {
  const ask = asking({
    kind: 'cors',
    origins: ['https://shop.example'],
    methods: ['GET', 'PUT'],
    headers: ['Content-Type'],
  });
  const preflight = `/orders -X OPTIONS -H 'Origin: https://shop.example' -H 'Access-Control-Request-Method: DELETE' -H 'Access-Control-Request-Headers: x-trace'`;
  expect(ask(preflight).headers).toMatchObject({
    'Access-Control-Allow-Methods': 'GET, PUT',
    'Access-Control-Allow-Headers': 'Content-Type',
  });
});

describe('GraphQL', () => {
  const ask = asking({ kind: 'graphql', path: '/graphql', size: 2, fails: ['orders.cost'] });
  const query = (text: string, variables = {}) =>
    ask(`/graphql --json '${JSON.stringify({ query: text, variables })}'`);
  it('gives a list in pages', () => {
    const page = 'query Page($after: ID) { orders(first: 50, after: $after) { id } }';
    expect(query(page).json).toEqual({ data: { orders: [{ id: '1' }, { id: '2' }] } });
    expect(query(page, { after: '2' })).toMatchObject({
      note: null,
      json: { data: { orders: [{ id: '3' }] } },
    });
    expect(query(page, { after: '3' }).json).toEqual({ data: { orders: [] } });
    expect(query(page, { after: '8' })).toMatchObject({ status: 200, note: 'errors' });
  });
  it('has null for a field that fails, with an error that names its place, beside the rest', () => {
    expect(query('{ orders(first: 1) { id price: cost } order(id: "3") { id cost } }')).toMatchObject({
      status: 200,
      note: 'errors',
      json: {
        data: { orders: [{ id: '1', price: null }], order: { id: '3', cost: null } },
        errors: [{ path: ['orders', 0, 'price'] }, { path: ['order', 'cost'] }],
      },
    });
  });
});

it('signs deliveries at the true instant; a forged one has the same id and another signature', () => {
  const ask = asking(
    { kind: 'webhook', path: '/hooks', events: ['{"n":1}'], forged: 'true' },
    1_700_000_000_000,
  );
  const { deliveries } = ask(`/hooks --json '{"url":"http://127.0.0.1:9/h"}'`, 5);
  expect(deliveries.map(({ note, headers }) => [note, headers['webhook-id']])).toEqual([
    ['forged', 'msg-1'],
    ['genuine', 'msg-1'],
  ]);
  const [forged, genuine] = deliveries.map(({ headers }) => headers['webhook-signature']);
  const key = Buffer.from((VALUES.get('webhook-secret') ?? '').replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update('msg-1.1700000005.{"n":1}').digest('base64');
  expect(genuine).toBe(`v1,${signature}`);
  expect(forged).not.toBe(genuine);
});
