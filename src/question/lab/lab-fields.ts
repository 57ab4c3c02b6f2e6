// The fields of a lab: an API as data (resources, behaviours of a closed set) and steps as predicates over what was sent.

import { requestTest } from '../fields.js';
import { identifier, number, text, type Zod } from '../parts.js';

/** What the server did with a request, where its status alone does not say. */
export const NOTES = [
  'not-modified',
  'replayed',
  'rate-limited',
  'flaky',
  'lost',
  'unauthorized',
  'expired',
  'deprecated',
  'preflight',
  'genuine',
  'forged',
  'duplicate',
  'resumed',
] as const;
export type Note = (typeof NOTES)[number];

export const OPERATIONS = ['list', 'read', 'create', 'replace', 'update', 'delete'] as const;

export const FIELD_KINDS = ['text', 'number', 'whole', 'truth', 'list', 'object'] as const;

/** A JSON text; its meaning is checked with the other fields. */
const json = (z: Zod) => z.string().trim().min(2).max(16_000);
const path = (z: Zod) =>
  z
    .string()
    .max(80)
    .regex(/^(\/[a-z0-9_-]+){1,4}$/, 'path-malformed');
const whole = (z: Zod, least: number, most: number) => number(z).pipe(z.number().int().min(least).max(most));

const resource = (z: Zod) =>
  z.strictObject({
    name: identifier(z),
    path: path(z).optional(),
    /** A JSON list of objects, each with an `id`. */
    items: json(z).optional(),
    /** The same object many times; `{{n}}` is 1, 2, 3 … */
    many: z.strictObject({ count: whole(z, 1, 500), item: json(z) }).optional(),
    allows: z.array(z.enum(OPERATIONS)).min(1).max(OPERATIONS.length).optional(),
    /** What a written item has to be; other fields are refused. */
    fields: z
      .array(
        z.strictObject({
          name: text(z),
          kind: z.enum(FIELD_KINDS),
          required: z.enum(['true', 'false']).optional(),
          values: z.array(text(z)).min(1).max(20).optional(),
        }),
      )
      .max(20)
      .optional(),
  });

/** Which resources (by name; left out: all) a behaviour is about. */
const on = (z: Zod) => ({ on: z.array(identifier(z)).min(1).max(10).optional() });
/** Which requests of a method and path, counted from 1, it happens to. */
const nth = (z: Zod) => ({
  nth: z
    .array(whole(z, 1, 1000))
    .min(1)
    .max(20),
});
const method = (z: Zod) => ({ method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional() });

const behaviour = (z: Zod) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bearer'), ...on(z) }),
    z.strictObject({ kind: z.literal('api-key'), ...on(z), header: text(z) }),
    // Client credentials at `path`; a token is good for so many requests, then it has expired.
    z.strictObject({
      kind: z.literal('oauth'),
      ...on(z),
      path: path(z),
      uses: whole(z, 1, 1000).optional(),
      refresh: z.enum(['true', 'false']).optional(),
    }),
    z.strictObject({ kind: z.literal('cursor-paging'), ...on(z), size: whole(z, 1, 100) }),
    z.strictObject({ kind: z.literal('offset-paging'), ...on(z), size: whole(z, 1, 100) }),
    // ETags on items; writes need If-Match where `required`. `rival`: a JSON patch another client makes right after the first read of each item.
    z.strictObject({
      kind: z.literal('etag'),
      ...on(z),
      required: z.enum(['true', 'false']).optional(),
      rival: json(z).optional(),
    }),
    z.strictObject({
      kind: z.literal('idempotency'),
      ...on(z),
      required: z.enum(['true', 'false']).optional(),
    }),
    z.strictObject({
      kind: z.literal('rate-limit'),
      ...on(z),
      limit: whole(z, 1, 1000),
      window: whole(z, 1, 60),
    }),
    z.strictObject({
      kind: z.literal('flaky'),
      ...on(z),
      ...method(z),
      ...nth(z),
      'retry-after': whole(z, 0, 10).optional(),
    }),
    z.strictObject({ kind: z.literal('slow'), ...on(z), ...method(z), ...nth(z), ms: whole(z, 1, 8000) }),
    // Carried out, and the connection is closed before the answer.
    z.strictObject({ kind: z.literal('lost-response'), ...on(z), ...method(z), ...nth(z) }),
    z.strictObject({
      kind: z.literal('deprecated'),
      on: z.array(identifier(z)).min(1).max(10),
      sunset: text(z),
      successor: path(z),
    }),
    // POST is accepted with 202; the job is done after so many looks at it, and then has the result.
    z.strictObject({ kind: z.literal('job'), path: path(z), looks: whole(z, 1, 20), result: json(z) }),
    // POST {"url": …} at `path` registers a listener on this machine; then events are delivered, signed.
    z.strictObject({
      kind: z.literal('webhook'),
      path: path(z),
      events: z.array(json(z)).min(1).max(10),
      forged: z.enum(['true', 'false']).optional(),
      duplicate: z.enum(['true', 'false']).optional(),
    }),
    // Server-sent events; the connection is cut after so many, and Last-Event-ID goes on.
    z.strictObject({
      kind: z.literal('events'),
      path: path(z),
      events: z.array(json(z)).min(1).max(50),
      cut: whole(z, 1, 50).optional(),
    }),
    z.strictObject({ kind: z.literal('cors'), ...on(z), origins: z.array(text(z)).min(1).max(10) }),
    z.strictObject({ kind: z.literal('graphql'), path: path(z) }),
  ]);

/** One exchange that has to be seen. */
const call = (z: Zod) =>
  z.strictObject({
    /** `POST /orders`, `GET /orders/*`, `* /orders`. */
    request: z
      .string()
      .max(120)
      .regex(/^([A-Z]+|\*) (\/(\*|[a-z0-9_.{}-]+))+$/, 'call-malformed'),
    status: z
      .array(z.string().regex(/^[1-5](\d\d|xx)$/, 'status-malformed'))
      .min(1)
      .max(10)
      .optional(),
    has: z
      .array(z.strictObject(requestTest(z)))
      .min(1)
      .max(10)
      .optional(),
    without: z
      .array(z.strictObject(requestTest(z)))
      .min(1)
      .max(10)
      .optional(),
    /** `none`: nothing beyond its status. */
    note: z.enum([...NOTES, 'none']).optional(),
    times: whole(z, 1, 50).optional(),
    /** Seconds at least since the call before. */
    after: number(z).pipe(z.number().min(0).max(60)).optional(),
  });

export const labFields = (z: Zod) => ({
  resources: z.array(resource(z)).min(1).max(10),
  /** Names of values made anew for each run; `{{name}}` stands for them everywhere. */
  fresh: z.array(identifier(z)).min(1).max(20).optional(),
  behaviours: z.array(behaviour(z)).max(20).optional(),
  steps: z
    .array(
      z.strictObject({
        id: identifier(z),
        text: text(z),
        weight: number(z).pipe(z.number().gt(0).max(10)).optional(),
        calls: z.array(call(z)).min(1).max(10).optional(),
        never: z.array(call(z)).min(1).max(5).optional(),
        /** Accepted answers to what the step asks. */
        value: z.array(text(z)).min(1).max(20).optional(),
        needs: z.array(identifier(z)).min(1).max(10).optional(),
        why: text(z).optional(),
      }),
    )
    .min(2)
    .max(12),
});
