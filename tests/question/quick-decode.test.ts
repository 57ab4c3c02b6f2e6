// What is decoded without zod's machinery is what zod decodes, in every type and whatever is wrong; what zod refuses never is.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIELDS } from '../../src/question/fields.js';
import { day, identifier, number, text } from '../../src/question/parts.js';
import { quickDecoder, UNDECIDED } from '../../src/question/quick-decode.js';
import { LEVELS, QUESTION_TYPES, type QuestionType } from '../../src/question/vocabulary.js';
import { parseYamlText } from '../../src/question/yaml-text.js';
import { isRecord } from '../../src/text/is-record.js';
import { runs } from '../support/thorough.js';
import { fencedBlocks, readPage } from './doc-examples.js';

const examples = fencedBlocks(readPage('question-format.md'), 'markdown').map(
  (page) => parseYamlText(page.split('---\n')[1] as string) as Record<string, unknown>,
);

const definitionOf = (type: QuestionType) =>
  z.strictObject({
    type: z.literal(type),
    id: identifier(z),
    level: z.enum(LEVELS),
    seconds: number(z).pipe(z.number().int().min(5).max(3600)).optional(),
    sources: z.array(z.strictObject({ title: text(z), url: z.url({ protocol: /^https?$/ }) })).min(1),
    reviewed: day(z),
    ...FIELDS[type](z),
  });

/** Another value somewhere in it: in place of one, beside it, or none. */
function changed(value: unknown, [step = 0, ...steps]: readonly number[], other: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && step % 5 > 0) {
    const at = step % value.length;
    return value.flatMap((member, index) =>
      index !== at ? [member] : step % 5 === 1 ? [member, other] : [changed(member, steps, other)],
    );
  }
  if (!isRecord(value) || step % 5 === 0) return other;
  const names = Object.keys(value);
  const name = names[step % names.length] ?? '';
  if (step % 5 === 1) return { ...value, surplus: other };
  if (step % 5 === 2) return Object.fromEntries(Object.entries(value).filter(([own]) => own !== name));
  return { ...value, [name]: changed(value[name], steps, other) };
}

const odd = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    ' blanks around ',
    'x'.repeat(4001),
    'a-b',
    'A',
    '3',
    '0.5',
    '-1',
    '1e99',
    '.',
    '+2',
    'true',
    'false',
    'TRUE',
  ],
  ...[
    'https://example.org/',
    ' https://example.org/a b ',
    'http:x',
    'ftp://example.org',
    '2026-02-30',
    '2026-02-03',
    '1-2',
  ],
  ...[undefined, null, [], {}, [''], ['a', 'b'], { id: 'a' }, 3, Number.NaN, true],
);

describe.each(QUESTION_TYPES)('%s', (type) => {
  const schema = definitionOf(type);
  const quick = quickDecoder(schema);
  const fields = Object.keys(schema.shape);
  const example = Object.fromEntries(
    Object.entries(examples.find((one) => one.type === type) ?? {}).filter(([name]) => fields.includes(name)),
  );

  it('decides where all is right, but for what only zod knows', () => {
    const behaved = type === 'lab';
    expect(quick(example)).toStrictEqual(behaved ? UNDECIDED : schema.parse(example));
  });

  it('decides as zod does, or not at all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 5 }), odd, (steps, other) => {
        const data = changed(example, steps, other);
        const own = quick(data);
        if (own === UNDECIDED) return;
        const { success, data: decoded } = schema.safeParse(data);
        expect(success).toBe(true);
        expect(own).toStrictEqual(decoded);
        expect(JSON.stringify(own)).toBe(JSON.stringify(decoded));
      }),
      runs(500),
    );
  });
});

it.each([
  ['a record that names all of a set', z.record(z.enum(['a', 'b']), z.string()), { a: 'x', b: 'y' }],
  ['a record with another name', z.record(z.string().max(1), z.string()), { ab: 'x' }],
  ['a record whose name is changed', z.record(z.string().trim(), z.string()), { 'a ': 'x' }],
  ['a record with a name of the language', z.record(z.string(), z.string()), { constructor: 'x' }],
  ['an object that takes what it does not know', z.object({}), {}],
  ['a refinement that is not met', z.string().refine((value) => value === 'a'), 'b'],
  ['a transformation that may find an issue', z.string().transform((_, context) => context.value), 'a'],
  ['what takes time', z.string().refine(async () => true), 'a'],
  ['a default', z.strictObject({ a: z.string().default('b') }), {}],
])('leaves to zod %s', (_, schema: z.ZodType, value) => {
  expect(quickDecoder(schema)(value)).toBe(UNDECIDED);
});

it('takes records of any names', () => {
  const schema = z.record(z.string(), number(z));
  expect(quickDecoder(schema)({ b: '1', a: '0.5' })).toStrictEqual(schema.parse({ b: '1', a: '0.5' }));
});

it('takes a refinement that is met', () => {
  expect(quickDecoder(z.string().refine((value) => value === 'a'))('a')).toBe('a');
});
