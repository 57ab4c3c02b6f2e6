// The fields of a lab: an API as data (resources, behaviours of a closed set) and steps as predicates over what was sent.

import { identifier, number, text, type Zod } from '../parts.js';
import { requestTest } from '../request/request-test-fields.js';
import { behaviour } from './behaviour-fields.js';
import { jsonText, labPath, wholeWithin } from './lab-parts.js';

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
  'errors',
  'abandoned',
] as const;
export type ServerNote = (typeof NOTES)[number];

export const OPERATIONS = ['list', 'read', 'create', 'replace', 'update', 'delete'] as const;

export const FIELD_KINDS = ['text', 'number', 'whole', 'truth', 'list', 'object'] as const;

const resource = (z: Zod) =>
  z.strictObject({
    name: identifier(z),
    path: labPath(z).optional(),
    /** A JSON list of objects, each with an `id`. */
    items: jsonText(z).optional(),
    /** The same object many times; `{{n}}` is 1, 2, 3 … */
    many: z.strictObject({ count: wholeWithin(z, 1, 500), item: jsonText(z) }).optional(),
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
    times: wholeWithin(z, 1, 50).optional(),
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
