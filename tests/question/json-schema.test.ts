// The JSON Schema that `api-quiz schema` prints says what the decoder does: same fields, same required ones, nothing else.

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIELDS } from '../../src/question/fields.js';
import { decodeFields, questionJsonSchema } from '../../src/question/schema.js';
import { QUESTION_TYPES, type QuestionType } from '../../src/question/vocabulary.js';
import { parseYamlText } from '../../src/question/yaml-text.js';
import { fencedBlocks, readPage, tableBelow } from './doc-examples.js';

interface Schema {
  title?: string;
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: Schema;
  const?: string;
}

const schema = questionJsonSchema() as { $schema: string; oneOf: Schema[] };
const schemaOf = (type: QuestionType) => schema.oneOf.find(({ title }) => title === type) as Schema;

/** Front matter of the working examples of docs/question-format.md, every scalar as text. */
const examples = new Map(
  fencedBlocks(readPage('question-format.md'), 'markdown').map((text) => {
    const data = parseYamlText(text.split('---\n')[1] as string) as Record<string, unknown>;
    return [data.type as QuestionType, data];
  }),
);

const COMMON = tableBelow(readPage('question-format.md'), '### Fields every question has').map(
  ([field, must]) => [(field as string).replaceAll('`', ''), must === 'yes'] as const,
);

it('is draft 2020-12, one branch per type', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.oneOf.map(({ title }) => title)).toEqual([...QUESTION_TYPES]);
});

describe.each(QUESTION_TYPES)('%s', (type) => {
  const branch = schemaOf(type);
  const example = examples.get(type) as Record<string, unknown>;
  const typeFields = Object.keys(FIELDS[type](z));

  it('has every field of the definition and no other', () => {
    expect(Object.keys(branch.properties ?? {}).sort()).toEqual(
      [...COMMON.map(([name]) => name), ...typeFields].sort(),
    );
    expect(branch.properties?.type?.const).toBe(type);
  });

  it('requires what the documented table says, and the main field of the type', () => {
    const required = COMMON.filter(([, must]) => must).map(([name]) => name);
    expect(branch.required).toEqual(expect.arrayContaining([...required, typeFields[0] as string]));
    expect(branch.required).not.toEqual(expect.arrayContaining(['roles']));
  });

  it('requires exactly the fields that the decoder misses', () => {
    for (const field of Object.keys(branch.properties ?? {})) {
      if (field === 'type') continue;
      const { [field]: _, ...rest } = example;
      const decoded = decodeFields(type, rest);
      const missed =
        'issues' in decoded &&
        decoded.issues.some((issue) => issue.code === 'field-missing' && issue.path[0] === field);
      expect(missed, field).toBe(branch.required?.includes(field));
    }
  });

  it('closes every block of fields, and so does the decoder', () => {
    const blocks = (part: Schema): Schema[] => [
      ...(part.type === 'object' ? [part] : []),
      ...Object.values(part.properties ?? {}).flatMap(blocks),
      ...(part.items ? blocks(part.items) : []),
    ];
    expect(blocks(branch).length).toBeGreaterThan(1);
    for (const block of blocks(branch)) expect(block.additionalProperties).toBe(false);
    const decoded = decodeFields(type, { ...example, extra: 'x' });
    expect('issues' in decoded && decoded.issues).toMatchObject([{ code: 'field-unknown', atKey: 'extra' }]);
  });
});
