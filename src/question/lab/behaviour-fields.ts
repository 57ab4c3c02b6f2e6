// The behaviours of a lab's API: a closed set, each with its settings.

import { identifier, text, type Zod } from '../parts.js';
import { jsonText, labPath, wholeWithin } from './lab-parts.js';

/** Which resources (by name; left out: all) a behaviour is about. */
const on = (z: Zod) => ({ on: z.array(identifier(z)).min(1).max(10).optional() });
/** Which requests of a method and path, counted from 1, it happens to. */
const nth = (z: Zod) => ({
  nth: z
    .array(wholeWithin(z, 1, 1000))
    .min(1)
    .max(20),
});
const method = (z: Zod) => ({ method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional() });

/** Who may ask. */
const accessBehaviours = (z: Zod) =>
  [
    z.strictObject({ kind: z.literal('bearer'), ...on(z) }),
    z.strictObject({ kind: z.literal('api-key'), ...on(z), header: text(z) }),
    // Client credentials at `path`; a token is good for so many requests, then it has expired.
    z.strictObject({
      kind: z.literal('oauth'),
      ...on(z),
      path: labPath(z),
      uses: wholeWithin(z, 1, 1000).optional(),
      refresh: z.enum(['true', 'false']).optional(),
      // A refresh token that a person's consent has brought before the lab begins; good once, as all of them are.
      'refresh-token': text(z).optional(),
    }),
  ] as const;

/** How lists and items are read and written. */
const itemBehaviours = (z: Zod) =>
  [
    z.strictObject({ kind: z.literal('cursor-paging'), ...on(z), size: wholeWithin(z, 1, 100) }),
    // Right after the first page was read another client puts `adds` in front of the list, or takes the item `removes` away.
    z.strictObject({
      kind: z.literal('offset-paging'),
      ...on(z),
      size: wholeWithin(z, 1, 100),
      adds: jsonText(z).optional(),
      removes: text(z).optional(),
    }),
    // ETags on items; writes need If-Match where `required`. `rival`: a JSON patch another client makes right after the first read of each item.
    z.strictObject({
      kind: z.literal('etag'),
      ...on(z),
      required: z.enum(['true', 'false']).optional(),
      rival: jsonText(z).optional(),
    }),
    z.strictObject({
      kind: z.literal('idempotency'),
      ...on(z),
      required: z.enum(['true', 'false']).optional(),
    }),
  ] as const;

/** What goes wrong on the way. */
const troubleBehaviours = (z: Zod) =>
  [
    z.strictObject({
      kind: z.literal('rate-limit'),
      ...on(z),
      limit: wholeWithin(z, 1, 1000),
      window: wholeWithin(z, 1, 60),
    }),
    z.strictObject({
      kind: z.literal('flaky'),
      ...on(z),
      ...method(z),
      ...nth(z),
      'retry-after': wholeWithin(z, 0, 10).optional(),
      // Who asks again before `retry-after` is over is refused once more, and that request is not counted.
      strict: z.enum(['true', 'false']).optional(),
    }),
    z.strictObject({
      kind: z.literal('slow'),
      ...on(z),
      ...method(z),
      ...nth(z),
      ms: wholeWithin(z, 1, 8000),
    }),
    // Carried out, and the connection is closed before the answer.
    z.strictObject({ kind: z.literal('lost-response'), ...on(z), ...method(z), ...nth(z) }),
  ] as const;

/** What changes or comes after the answer. */
const laterBehaviours = (z: Zod) =>
  [
    z.strictObject({
      kind: z.literal('deprecated'),
      on: z.array(identifier(z)).min(1).max(10),
      sunset: text(z),
      successor: labPath(z),
    }),
    // POST is accepted with 202; the job is done after so many looks at it, and then has the result.
    z.strictObject({
      kind: z.literal('job'),
      path: labPath(z),
      looks: wholeWithin(z, 1, 20),
      result: jsonText(z),
      // Seconds between two looks; 429 before.
      'retry-after': wholeWithin(z, 1, 10).optional(),
    }),
    // POST {"url": …} at `path` registers a listener on this machine; then events are delivered, signed.
    z.strictObject({
      kind: z.literal('webhook'),
      path: labPath(z),
      events: z.array(jsonText(z)).min(1).max(10),
      forged: z.enum(['true', 'false']).optional(),
      duplicate: z.enum(['true', 'false']).optional(),
    }),
    // Server-sent events; the connection is cut after so many, and Last-Event-ID goes on.
    z.strictObject({
      kind: z.literal('events'),
      path: labPath(z),
      events: z.array(jsonText(z)).min(1).max(50),
      cut: wholeWithin(z, 1, 50).optional(),
    }),
  ] as const;

/** Other origins, another language. */
const otherBehaviours = (z: Zod) =>
  [
    // `methods` and `headers` that a preflight allows; left out: the usual ones, and whatever is asked for.
    z.strictObject({
      kind: z.literal('cors'),
      ...on(z),
      origins: z.array(text(z)).min(1).max(10),
      methods: z.array(text(z)).min(1).max(10).optional(),
      headers: z.array(text(z)).min(1).max(10).optional(),
    }),
    // `size`: members of a list at most. `fails`: fields such as `orders.margin` that are null, with an error beside them.
    z.strictObject({
      kind: z.literal('graphql'),
      path: labPath(z),
      size: wholeWithin(z, 1, 100).optional(),
      fails: z.array(text(z)).min(1).max(10).optional(),
    }),
  ] as const;

export const behaviour = (z: Zod) =>
  z.discriminatedUnion('kind', [
    ...accessBehaviours(z),
    ...itemBehaviours(z),
    ...troubleBehaviours(z),
    ...laterBehaviours(z),
    ...otherBehaviours(z),
  ]);
