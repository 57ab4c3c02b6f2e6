// Keys of cloze and short-answer questions about schemas and code: filled in and executed by ajv, graphql-js and Node.

import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js';
import { buildSchema, graphql, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { bodyOf, serveHttp } from './local-server.js';
import { codeBlock, expectBlanks, expectText, filledSnippet, readQuestion, runCode } from './question-key.js';

/** One for all: each reads the schema of schemas anew. */
const ajv = new Ajv2020({ strict: false, logger: false });

/** Which of these values a JSON Schema lets through; unknown keywords are ignored, as the specification has it. */
function passes(schema: string, values: readonly unknown[]): boolean[] {
  const parsed: SchemaObject = JSON.parse(schema);
  try {
    const check = ajv.compile(parsed);
    return values.map((value) => check(value));
  } finally {
    ajv.removeSchema(parsed);
  }
}

it('schema-for-an-agreed-table: keywords that refuse exactly what was not agreed', () => {
  const question = readQuestion('schema-for-an-agreed-table', 'cloze');
  const order = { sku: 'A1234', quantity: 1, note: 'x'.repeat(80) };
  const agreed = [order, { sku: 'Z0000', quantity: 7 }];
  const refused = [
    { quantity: 1 },
    { sku: 'A1234' },
    { ...order, sku: 'a1234' },
    { ...order, sku: 'A123' },
    { ...order, quantity: 1.5 },
    { ...order, quantity: 0 },
    { ...order, note: 'x'.repeat(81) },
    { ...order, colour: 'red' },
  ];
  const isAgreed = (given: Record<string, string>) => {
    try {
      const schema = filledSnippet(question, given);
      const passed = passes(schema, [...agreed, ...refused]);
      return passed.every((isPassed, index) => isPassed === index < agreed.length);
    } catch {
      // A keyword at a place where its value makes no schema.
      return false;
    }
  };
  const words: Record<string, readonly string[]> = {
    must: ['required', 'needed', 'mandatory', 'dependentRequired', 'properties'],
    shape: ['pattern', 'format', 'regex', 'const', 'patternProperties'],
    whole: ['integer', 'number', 'string', 'whole'],
    least: ['minimum', 'exclusiveMinimum', 'min', 'minLength', 'minItems', 'multipleOf'],
    longest: ['maxLength', 'maximum', 'max', 'maxItems', 'maxProperties'],
    others: ['additionalProperties', 'properties', 'unknownProperties', 'additionalItems'],
  };
  for (const [id, candidates] of Object.entries(words)) {
    const working = candidates.filter((word) => isAgreed({ [id]: word }));
    const failing = candidates.filter((word) => !working.includes(word));
    expect(working, id).toHaveLength(1);
    expectBlanks(question, { [id]: working[0] ?? '' }, { [id]: failing });
  }
});

it('schema-keyword-against-unknown-fields: the keywords that refuse the body of the stem', () => {
  const question = readQuestion('schema-keyword-against-unknown-fields', 'short-answer');
  const schema: Record<string, unknown> = JSON.parse(codeBlock(question));
  const extra: Record<string, unknown> = JSON.parse(`{${/`("priority".+?)`/.exec(question.stem)?.[1]}}`);
  const bodies = [{ parcelId: 'P1' }, { parcelId: 'P1', ...extra }];
  expect(passes(JSON.stringify(schema), bodies)).toEqual([true, true]);
  const candidates = [
    'additionalProperties',
    'unevaluatedProperties',
    'additionalItems',
    'unknownProperties',
    'items',
    'propertyNames',
    'not',
  ];
  const isCure = (keyword: string) =>
    passes(JSON.stringify({ ...schema, [keyword]: false }), bodies).join() === 'true,false';
  const cures = candidates.filter(isCure);
  expect(cures).not.toEqual([]);
  const others = candidates.filter((keyword) => !isCure(keyword));
  for (const keyword of cures) expectText(question, keyword, ...others);
});

it('lists-and-exclamation-marks: which nulls graphql-js lets a type carry', async () => {
  const question = readQuestion('lists-and-exclamation-marks', 'cloze');
  const takes = async (type: string, value: unknown) => {
    const schema = buildSchema(`type Query { field: ${type} } type Review { stars: Int }`);
    const source = type.includes('Review') ? '{ field { stars } }' : '{ field }';
    const { errors } = await graphql({ schema, source, rootValue: { field: value } });
    return errors === undefined;
  };
  const required: Record<string, { named: string; can: unknown[]; cannot: unknown[] }> = {
    identifier: { named: 'ID', can: ['a7', 7], cannot: [null] },
    title: { named: 'String', can: ['Tea'], cannot: [null] },
    tags: { named: 'String', can: [[], ['a', 'b']], cannot: [null, ['a', null]] },
    reviews: { named: 'Review', can: [[], null, [{ stars: 5 }]], cannot: [[{ stars: 5 }, null]] },
  };
  for (const [id, { named, can, cannot }] of Object.entries(required)) {
    const isList = Array.isArray(can[0]);
    const types = isList
      ? [`[${named}]`, `[${named}!]`, `[${named}]!`, `[${named}!]!`]
      : [named, `${named}!`];
    const fitting: string[] = [];
    for (const type of types) {
      const taken = await Promise.all([...can, ...cannot].map((value) => takes(type, value)));
      if (taken.join() === [...can.map(() => true), ...cannot.map(() => false)].join()) fitting.push(type);
    }
    expect(fitting, id).toHaveLength(1);
    const others = types.filter((type) => !fitting.includes(type));
    expectBlanks(question, { [id]: fitting[0] ?? '' }, { [id]: others });
  }
});

it('user-id-out-of-the-query-text: the filled operation, validated and executed', async () => {
  const question = readQuestion('user-id-out-of-the-query-text', 'cloze');
  const schema = buildSchema('type Query { user(id: ID!): User } type User { name: String }');
  const [operation = '', variables = ''] = filledSnippet(question).split('variables:');
  expect(validate(schema, parse(operation))).toEqual([]);
  const result = await graphql({
    schema,
    source: operation,
    variableValues: JSON.parse(variables),
    operationName: 'UserName',
    rootValue: { user: ({ id }: { id: string }) => ({ name: `name of ${id}` }) },
  });
  expect(result).toEqual({ data: { user: { name: 'name of u9' } } });
  const works = (given: Record<string, string>) => {
    try {
      const [source = ''] = filledSnippet(question, given).split('variables:');
      return validate(schema, parse(source)).length === 0;
    } catch {
      return false;
    }
  };
  const candidates = {
    definition: ['$id: ID!', '$id: ID', '$id: String!', 'id: ID!', '$user: ID!'],
    use: ['$id', 'id', '$user', '{id}'],
  };
  const working = candidates.definition.filter((definition) => works({ definition }));
  const using = candidates.use.filter((use) => works({ use }));
  expect([working, using]).toEqual([['$id: ID!'], ['$id']]);
  expectBlanks(
    question,
    { definition: working[0] ?? '', use: using[0] ?? '' },
    { definition: candidates.definition.slice(1), use: candidates.use.slice(1) },
  );
});

it('umlauts-broken-in-a-streamed-answer: every option of decode, on an umlaut cut in two', async () => {
  const question = readQuestion('umlauts-broken-in-a-streamed-answer', 'short-answer');
  const bytes = Buffer.from('für');
  const shown = async (option?: string) => {
    const code = codeBlock(question).replace('(chunk)', `(chunk${option ? `, { ${option}: true }` : ''})`);
    let text = '';
    const show = (piece: string) => {
      text += piece;
    };
    await runCode(code, { response: { body: [bytes.subarray(0, 2), bytes.subarray(2)] }, show });
    return text;
  };
  expect(await shown()).toBe('f\uFFFD\uFFFDr');
  const options = ['stream', 'fatal', 'ignoreBOM', 'flush'];
  const cures: string[] = [];
  for (const option of options) if ((await shown(option)) === 'für') cures.push(option);
  expect(cures).toHaveLength(1);
  expectText(question, cures[0] ?? '', ...options.filter((option) => !cures.includes(option)));
});

it('first-page-begins-at-item-twenty-one: expressions in the function of the stem', async () => {
  const question = readQuestion('first-page-begins-at-item-twenty-one', 'short-answer');
  const items = Array.from({ length: 45 }, (_, index) => index + 1);
  const firstsAndLasts = async (expression: string) => {
    const code = codeBlock({
      ...question,
      stem: question.stem.slice(question.stem.indexOf('```js')),
    }).replace('page * size', expression);
    const run = `${code}\nreturn [1, 2, 3].map((page) => pageOf(items, page, 20));`;
    const pages = (await runCode(run, { items })) as number[][];
    return pages.map((page) => `${page[0]} to ${page.at(-1)}`).join();
  };
  expect(await firstsAndLasts('page * size')).toMatch(/^21 to 40,41 to 45/);
  const expressions = [
    '(page - 1) * size',
    'page * size - size',
    'size * (page - 1)',
    'page - 1 * size',
    'page - 1',
    '(page + 1) * size',
    'page * size - 1',
  ];
  const wanted = '1 to 20,21 to 40,41 to 45';
  const outcomes = await Promise.all(expressions.map(firstsAndLasts));
  const right = expressions.filter((_, index) => outcomes[index] === wanted);
  const wrong = expressions.filter((expression) => !right.includes(expression));
  expect(right).toHaveLength(3);
  for (const expression of right) expectText(question, expression, ...wrong);
});

it('header-that-shows-the-servers-clock: the field of a plain answer that holds the time', async () => {
  const question = readQuestion('header-that-shows-the-servers-clock', 'short-answer');
  const url = await serveHttp(async (request, response) => response.end(await bodyOf(request)));
  const before = Date.now() - 1000;
  const { headers } = await fetch(url);
  const isClock = (value: string) => Date.parse(value) >= before && Date.parse(value) <= Date.now();
  const clocks = [...headers].filter(([, value]) => isClock(value)).map(([name]) => name);
  expect(clocks).toHaveLength(1);
  expectText(question, clocks[0] ?? '', 'Age', 'Last-Modified', 'Expires');
});
