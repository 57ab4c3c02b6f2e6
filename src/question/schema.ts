// The one zod definition: decodes front matter, and gives the JSON Schema that `api-quiz schema` prints.
// The only file that loads zod; everything that merely grades or asks does without it.

import { z } from 'zod';
import { FIELDS } from './fields.js';
import { day, identifier, number, text, type Zod } from './parts.js';
import { isProblemCode, type ProblemCode } from './problem-messages.js';
import { type QuickDecoder, quickDecoder, UNDECIDED } from './quick-decode.js';
import { LEVELS, QUESTION_TYPES, type QuestionType, ROLES } from './vocabulary.js';

const commonFields = {
  id: identifier(z).describe('Stable for ever; equals the file name.'),
  topic: identifier(z).describe('A topic of pack.yaml.'),
  concepts: z
    .array(identifier(z))
    .min(1)
    .max(10)
    .describe('Concepts of pack.yaml; the first is the main subject.'),
  level: z.enum(LEVELS),
  roles: z.array(z.enum(ROLES)).max(ROLES.length).optional().describe('Left out: for everyone.'),
  tags: z.array(identifier(z)).max(20).optional(),
  seconds: number(z)
    .pipe(z.number().int().min(5).max(3600))
    .optional()
    .describe('Default by type and level.'),
  apart: z
    .array(identifier(z))
    .min(1)
    .max(10)
    .optional()
    .describe('Items of this pack that give this one away, or it them: never in one sitting.'),
  'variant-of': identifier(z)
    .optional()
    .describe(
      'The item of this pack that this one asks in another guise: a missed item returns as its variant.',
    ),
  sources: z
    .array(z.strictObject({ title: text(z), url: z.url({ protocol: /^https?$/ }).max(2000) }))
    .min(1)
    .max(10),
  reviewed: day(z).describe('Day of the last check against the sources.'),
};

const frontMatter = Object.fromEntries(
  QUESTION_TYPES.map((type) => [
    type,
    (zod: Zod) => zod.strictObject({ ...commonFields, type: zod.literal(type), ...FIELDS[type](zod) }),
  ]),
) as unknown as Record<QuestionType, Define<Record<string, unknown>>>;

type Define<Output> = (zod: Zod) => z.ZodType<Output>;

/** What has been made of each definition, at its first use. */
const made = new WeakMap<Define<unknown>, { schema: z.ZodType; quick: QuickDecoder }>();

function madeOf(define: Define<unknown>) {
  const known = made.get(define);
  if (known !== undefined) return known;
  const schema = define(z);
  const fresh = { schema, quick: quickDecoder(schema) };
  made.set(define, fresh);
  return fresh;
}

export interface SchemaIssue {
  code: ProblemCode;
  path: readonly (string | number)[];
  /** The key itself is meant, not its value. */
  atKey?: string;
  args: Readonly<Record<string, string | number>>;
}

/** Decoded fields of front matter whose `type` is known, or every issue found. */
export function decodeFields(
  type: QuestionType,
  data: unknown,
): { fields: Record<string, unknown> } | { issues: SchemaIssue[] } {
  const result = decodeAs(frontMatter[type], data);
  return 'value' in result ? { fields: result.value } : result;
}

/** Data decoded by a definition made with our zod, which is made once where it is the same function; or every issue found. */
export function decodeAs<Output>(
  define: Define<Output>,
  data: unknown,
): { value: Output } | { issues: SchemaIssue[] } {
  const { schema, quick } = madeOf(define);
  const value = quick(data);
  if (value !== UNDECIDED) return { value: value as Output };
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data as Output };
  const { issues } = result.error;
  // Of a value of the wrong shape zod also tells the length; a text where a list belongs is not "too long".
  const misshapen = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('.')),
  );
  return {
    issues: issues
      .filter((issue) => issue.code === 'invalid_type' || !misshapen.has(issue.path.join('.')))
      .flatMap((issue) => (isMissing(data, issue.path) ? missing(issue.path) : describeIssue(issue))),
  };
}

/** JSON Schema (draft 2020-12) of what a definition made with our zod reads. */
export function jsonSchemaOf(define: (zod: Zod) => z.ZodType): Record<string, unknown> {
  return { ...z.toJSONSchema(define(z), { io: 'output' }) };
}

/** JSON Schema (draft 2020-12) of the front matter of every type. */
export function questionJsonSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Front matter of an api-quiz question',
    oneOf: QUESTION_TYPES.map((type) => {
      const { $schema: _, ...schema } = z.toJSONSchema(frontMatter[type](z), { io: 'output' });
      return { title: type, ...schema };
    }),
  };
}

function isMissing(data: unknown, path: readonly PropertyKey[]): boolean {
  return (
    path.reduce<unknown>(
      (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
      data,
    ) === undefined
  );
}

function missing(steps: readonly PropertyKey[]): SchemaIssue[] {
  const path = withoutSymbols(steps);
  return [{ code: 'field-missing', path, args: { field: path.join('.') } }];
}

const withoutSymbols = (path: readonly PropertyKey[]) => path.filter((step) => typeof step !== 'symbol');

function describeIssue(issue: z.core.$ZodIssue): SchemaIssue[] {
  const path = withoutSymbols(issue.path);
  const field = path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ code: 'field-unknown', path, atKey: key, args: { field: key } }));
    case 'invalid_type':
      return [
        {
          code: 'field-wrong-shape',
          path,
          args: { field, expected: SHAPES[issue.expected] ?? issue.expected },
        },
      ];
    case 'invalid_value':
      return [{ code: 'field-not-allowed', path, args: { field, allowed: issue.values.join(', ') } }];
    case 'invalid_format':
      return [{ code: formatCode(issue), path, args: { field } }];
    case 'too_small':
      return [{ code: 'field-too-small', path, args: { field, minimum: Number(issue.minimum) } }];
    case 'too_big':
      return [{ code: 'field-too-big', path, args: { field, maximum: Number(issue.maximum) } }];
    default:
      return [{ code: 'field-wrong-shape', path, args: { field, expected: issue.message } }];
  }
}

const SHAPES: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a block of fields',
  int: 'a whole number',
};

/** Of an address, a day, or a pattern of ours (see parts.ts), whose message is the code. */
function formatCode({ format, message }: z.core.$ZodIssueInvalidStringFormat): ProblemCode {
  if (format === 'date') return 'date-malformed';
  if (format === 'url') return 'link-malformed';
  return isProblemCode(message) ? message : 'field-wrong-shape';
}
