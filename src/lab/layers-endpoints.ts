// Endpoints beside the resources: long-running jobs, webhooks, server-sent events, GraphQL.

import { createHmac } from 'node:crypto';
import { fillIn } from '../question/lab/fresh-values.js';
import { jsonIn } from '../question/request/same-meaning.js';
import { isRecord } from '../text/is-record.js';
import { runGraphql } from './graphql.js';
import { type Delivery, header, json, type LabAnswer, problem } from './lab-request.js';
import type { Layer } from './layer.js';
import { loopbackUrl } from './loopback.js';

const onlyPost = () => problem(405, 'Method Not Allowed', 'POST only.', { headers: { Allow: 'POST' } });
const MOST_JOBS = 200;

/** POST is accepted; the job at Location is looked at until it is done (RFC 9110, 15.3.3). */
export const job: Layer<'job'> = (behaviour, next) => {
  const looks = new Map<string, number>();
  const readyAt = new Map<string, number>();
  const wait = behaviour['retry-after'];
  const headers = { 'Retry-After': String(wait ?? 1) };
  return (asked) => {
    const { method, path } = asked.request;
    if (path === behaviour.path) {
      if (method !== 'POST') return onlyPost();
      if (looks.size >= MOST_JOBS) return problem(429, 'Too Many Requests', 'No more jobs in this lab.');
      const id = `job-${looks.size + 1}`;
      looks.set(id, 0);
      readyAt.set(id, asked.atMs + 1000 * (wait ?? 0));
      return json(202, { id, status: 'queued' }, { Location: `${path}/${id}`, ...headers });
    }
    const id = path.startsWith(`${behaviour.path}/`) ? path.slice(behaviour.path.length + 1) : '';
    const count = looks.get(id);
    if (count === undefined) return next(asked);
    if (method !== 'GET')
      return problem(405, 'Method Not Allowed', 'GET only.', { headers: { Allow: 'GET' } });
    if (asked.atMs < (readyAt.get(id) ?? 0))
      return problem(429, 'Too Many Requests', 'Wait as long as Retry-After says.', {
        headers,
        note: 'rate-limited',
      });
    readyAt.set(id, asked.atMs + 1000 * (wait ?? 0));
    looks.set(id, count + 1);
    return count + 1 < behaviour.looks
      ? json(200, { id, status: 'running' }, headers)
      : json(200, { id, status: 'done', result: jsonIn(behaviour.result)?.value });
  };
};

/** Registers a listener on this machine and sends it signed events (Standard Webhooks: id, timestamp, HMAC-SHA256). */
export const webhook: Layer<'webhook'> =
  (behaviour, next, { values, beganMs }) =>
  (asked) => {
    const { request } = asked;
    if (request.path !== behaviour.path) return next(asked);
    if (request.method !== 'POST') return onlyPost();
    const body = jsonIn(request.body ?? '')?.value;
    const url = isRecord(body) && typeof body.url === 'string' ? loopbackUrl(body.url) : undefined;
    if (url === undefined)
      return problem(
        422,
        'Unprocessable Content',
        'url must be http://127.0.0.1:PORT/… (or localhost): this machine only.',
      );
    const secret = values.get('webhook-secret') ?? '';
    const sentMs = beganMs + asked.atMs;
    const deliveries = behaviour.events.flatMap((event, index): Delivery[] => {
      // A forged one takes the id of the genuine one: who notes ids before looking at signatures loses that.
      const make = (note: Delivery['note'], key: string): Delivery => ({
        url,
        body: event,
        note,
        headers: signed(`msg-${index + 1}`, sentMs, event, key),
      });
      return [
        ...(behaviour.forged === 'true' ? [make('forged', 'whsec_AAAA')] : []),
        make('genuine', secret),
        ...(behaviour.duplicate === 'true' ? [make('duplicate', secret)] : []),
      ];
    });
    return { ...json(201, { url, events: behaviour.events.length }), deliveries };
  };

function signed(id: string, sentMs: number, body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(sentMs / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'Content-Type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/** Server-sent events (HTML standard, 9.2); `cut` of them a connection, Last-Event-ID goes on. */
export const events: Layer<'events'> =
  (behaviour, next) =>
  (asked): LabAnswer => {
    const { request } = asked;
    if (request.path !== behaviour.path) return next(asked);
    if (request.method !== 'GET')
      return problem(405, 'Method Not Allowed', 'GET only.', { headers: { Allow: 'GET' } });
    const last = header(request, 'last-event-id');
    const from = last !== undefined && /^\d{1,4}$/.test(last) ? Number(last) : 0;
    const to = behaviour.cut === undefined ? behaviour.events.length : from + behaviour.cut;
    const body = behaviour.events
      .slice(from, to)
      .map((event, index) => `id: ${from + index + 1}\ndata: ${event.replace(/\n/g, '\ndata: ')}\n\n`)
      .join('');
    const answer = json(200, undefined, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    return { ...answer, body: `retry: 1000\n\n${body}`, note: last === undefined ? null : 'resumed' };
  };

/** Queries over the lab's resources; errors stand in the body with status 200, as GraphQL over HTTP has it for JSON. */
export const graphql: Layer<'graphql'> =
  (behaviour, next, { resources, values }) =>
  (asked) => {
    const { request } = asked;
    if (request.path !== behaviour.path) return next(asked);
    if (request.method !== 'POST') return onlyPost();
    const body = jsonIn(request.body ?? '')?.value;
    if (!isRecord(body) || typeof body.query !== 'string')
      return problem(400, 'Bad Request', 'Send {"query": "…"} as JSON.');
    const result = runGraphql(body.query, body.variables, resources, behaviour);
    const answer = json(200, JSON.parse(fillIn(JSON.stringify(result), values)));
    return result.errors === undefined ? answer : { ...answer, note: 'errors' };
  };
