// Keys about GraphQL: the schemas and operations of the stems, executed and validated by graphql-js.

import {
  buildSchema,
  execute,
  findBreakingChanges,
  type GraphQLError,
  type GraphQLSchema,
  graphql,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { expect, it } from 'vitest';
import {
  codeBlock,
  expectChosen,
  expectFigure,
  expectText,
  expectTruth,
  figures,
  readQuestion,
  runCode,
} from './question-key.js';

type Resolvers = Record<string, unknown>;
type Data = Record<string, unknown> | null | undefined;

const throwing = () => {
  throw new Error('the scale is broken');
};

it('failing-weight-in-a-non-null-list: how far the null moves up', async () => {
  const question = readQuestion('failing-weight-in-a-non-null-list', 'single-choice');
  const selection = /asks for `(.+?\})`/.exec(question.stem)?.[1];
  const parcels = [
    { code: 'P1', weight: 2.5 },
    { code: 'P2', weight: throwing },
  ];
  const { data, errors } = await graphql({
    schema: buildSchema(codeBlock(question)),
    source: `{ ${selection} }`,
    rootValue: { shipment: () => ({ id: '7', parcels }) } satisfies Resolvers,
  });
  expect(errors?.map(({ path }) => path)).toEqual([['shipment', 'parcels', 1, 'weight']]);
  interface Shipment {
    parcels: ({ weight: number | null } | null)[] | null;
  }
  const shipment = (data as Data)?.shipment as Shipment | null | undefined;
  const second = shipment?.parcels?.[1];
  expectChosen(question, {
    weight: second?.weight === null,
    parcel: second === null,
    list: shipment?.parcels === null,
    shipment: shipment === null,
  });
});

it('credit-fails-after-debit-mutation: root fields one after the other, and no way back', async () => {
  const question = readQuestion('credit-fails-after-debit-mutation', 'single-choice');
  const schema = buildSchema(`
    type Query { ok: Boolean }
    type Account { balance: Int }
    type Mutation {
      debit(account: ID!, cents: Int!): Account
      credit(account: ID!, cents: Int!): Account
    }`);
  const balances: Record<string, number> = { A: 1000, B: 0 };
  let debitedWhenCreditRan = false;
  const { data, errors } = await graphql({
    schema,
    source: codeBlock(question),
    rootValue: {
      debit: async ({ account, cents }: { account: string; cents: number }) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        balances[account] = (balances[account] ?? 0) - cents;
        return { balance: balances[account] };
      },
      credit: () => {
        debitedWhenCreditRan = balances.A === 500;
        throw new Error('no');
      },
    } satisfies Resolvers,
  });
  const reported = errors?.some(({ path }) => path?.[0] === 'credit') ?? false;
  expectChosen(question, {
    'rolled-back': balances.A === 1000,
    partial: balances.A === 500 && (data as Data)?.credit === null && reported,
    'either-order': !debitedWhenCreditRan,
    'no-data': balances.A === 500 && reported && !data,
  });
});

type Batch<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

/** A loader that collects the keys of one turn and hands value number n to key number n. */
class DataLoader<Key, Value> {
  #waiting: { key: Key; resolve: (value: Value) => void }[] = [];
  readonly #batch: Batch<Key, Value>;

  constructor(batch: Batch<Key, Value>) {
    this.#batch = batch;
  }

  load(key: Key): Promise<Value> {
    if (this.#waiting.length === 0) setImmediate(() => this.#run());
    return new Promise((resolve) => this.#waiting.push({ key, resolve }));
  }

  async #run(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const values = await this.#batch(waiting.map(({ key }) => key));
    for (const [index, { resolve }] of waiting.entries()) resolve(values[index] as Value);
  }
}

it('statements-saved-by-batching: the statements of one execution, with and without loaders', async () => {
  const question = readQuestion('statements-saved-by-batching', 'numeric');
  const schema = buildSchema(`
    type Query { invoices(first: Int): [Invoice] }
    type Invoice { customer: Customer lines: [Line] }
    type Customer { name: String }
    type Line { amount: Int }`);
  const statements = async (batched: boolean) => {
    let count = 0;
    const rows = <Row>(ids: readonly number[], row: Row) => {
      count += 1;
      return Promise.resolve(ids.map(() => row));
    };
    const fetching = <Row>(row: Row) => {
      const loader = new DataLoader<number, Row>((ids) => rows(ids, row));
      return (id: number) => (batched ? loader.load(id) : rows([id], row).then(([value]) => value));
    };
    const customer = fetching({ name: 'Kim' });
    const lines = fetching([{ amount: 5 }]);
    const { data, errors } = await graphql({
      schema,
      source: codeBlock(question),
      rootValue: {
        invoices: ({ first }: { first: number }) => {
          count += 1;
          return Array.from({ length: first }, (_, id) => ({
            customer: () => customer(id),
            lines: () => lines(id),
          }));
        },
      } satisfies Resolvers,
    });
    expect(errors).toBeUndefined();
    expect((data as Data)?.invoices).toHaveLength(figures(question)[0] as number);
    return count;
  };
  const [apart, batched] = [await statements(false), await statements(true)];
  expectFigure(question, apart - batched, apart, batched, apart - 1);
});

it('books-with-swapped-authors: the loader of the stem over a table that answers in its own order', async () => {
  const question = readQuestion('books-with-swapped-authors', 'single-choice');
  const table = [1, 2, 3].map((id) => ({ id, name: `Author ${id}` }));
  /** Which authors books get, one request at a time, when rows come back in the order of the table or of the ids. */
  const authorsOf = async (books: readonly number[], inOrderOfIds = false) => {
    const batches: number[][] = [];
    const db = {
      query: async (_statement: string, [ids]: [number[]]) => {
        batches.push(ids);
        if (inOrderOfIds) return ids.map((id) => table.find((row) => row.id === id));
        return table.filter((row) => ids.includes(row.id));
      },
    };
    const scope = { DataLoader, db };
    const authors = (await runCode(`${codeBlock(question)}\nreturn authors;`, scope)) as DataLoader<
      number,
      { id: number }
    >;
    const loaded = await Promise.all(books.map((id) => authors.load(id)));
    return { right: loaded.every((author, index) => author.id === books[index]), batches };
  };
  const falling = [3, 1, 2];
  const reported = await authorsOf(falling);
  const alone = await authorsOf([2]);
  expect([reported.right, alone.right]).toEqual([false, true]);
  const other = await authorsOf([1]);
  expectChosen(question, {
    order: (await authorsOf(falling, true)).right,
    merged: other.batches.flat().length > 1,
    early: reported.batches.length > 1,
    duplicates: falling.length !== new Set(falling).size,
  });
});

const customerSchema = (directive: string) =>
  buildSchema(`
    type Query { customer(by: CustomerKey!): String }
    input CustomerKey ${directive} { id: ID email: String phone: String }`);

it('directive-for-exactly-one-input: which directive refuses two fields and none', () => {
  const question = readQuestion('directive-for-exactly-one-input', 'short-answer');
  const passes = (schema: GraphQLSchema, key: string) =>
    validate(schema, parse(`{ customer(by: ${key}) }`)).length === 0;
  const demandsOne = (directive: string) => {
    try {
      const schema = customerSchema(directive);
      return passes(schema, '{ id: 7 }') && !passes(schema, '{}') && !passes(schema, '{ id: 7, phone: "1" }');
    } catch {
      return false;
    }
  };
  const directives = ['@oneOf', '@exactlyOne', '@deprecated', '@union', ''];
  const found = directives.filter(demandsOne);
  expect(found).toHaveLength(1);
  expectText(question, found[0] ?? '', ...directives.filter((directive) => directive !== found[0]));
});

it('guessing-fields-without-introspection: names out of error messages', () => {
  const schema = buildSchema(
    'type Query { patient: Patient } type Patient { diagnosis: String, insuranceNumber: ID }',
  );
  const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = (source: string): readonly GraphQLError[] => validate(schema, parse(source), rules);
  expect(errors('{ __schema { types { name } } }')).not.toEqual([]);
  const guesses = ['patients', 'patient { diagnose }', 'patient { insurance }'];
  const learnt = guesses.flatMap((guess) =>
    errors(`{ ${guess} }`).flatMap(({ message }) => [
      ...(/Did you mean (.*)\?/.exec(message)?.[1] ?? '').matchAll(/"(\w+)"/g),
    ]),
  );
  const names = learnt.map(([, name]) => name);
  expectTruth(
    readQuestion('guessing-fields-without-introspection', 'true-false'),
    names.includes('patient') && names.includes('diagnosis'),
  );
});

it('five-hundred-codes-in-ten-calls: a hundred guesses in a document, under each of the limits', async () => {
  const question = readQuestion('five-hundred-codes-in-ten-calls', 'single-choice');
  const schema = buildSchema(`
    type Query { ok: Boolean }
    type Session { token: String }
    type Mutation { login(user: String!, code: String!): Session }`);
  const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const guessesPerCall = Number(/up to a(\d+)/.exec(codeBlock(question))?.[1]);
  const source = (call: number) =>
    `mutation { ${Array.from({ length: guessesPerCall }, (_, guess) => {
      const code = String(call * guessesPerCall + guess).padStart(4, '0');
      return `a${guess + 1}: login(user: "kim", code: "${code}") { token }`;
    }).join('\n')} }`;
  const depthOf = (text: string) => {
    let depth = 0;
    let deepest = 0;
    for (const sign of text.replaceAll(/\(.*?\)/g, '')) {
      if (sign === '{') depth += 1;
      if (sign === '}') depth -= 1;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  };
  /** Codes tried within a minute. */
  const tried = async ({ calls = 10, attempts = Number.POSITIVE_INFINITY, depth = 99, hidden = false }) => {
    let count = 0;
    let counted = 0;
    for (let call = 0; call < calls; call += 1) {
      const document = parse(source(call));
      if (
        validate(schema, document, hidden ? rules : specifiedRules).length > 0 ||
        depthOf(source(call)) > depth
      )
        continue;
      const login = () => {
        counted += 1;
        if (counted > attempts) throw new Error('too many attempts');
        count += 1;
        return null;
      };
      await execute({ schema, document, rootValue: { login } });
    }
    return count;
  };
  expect(await tried({})).toBe(500);
  const stops = async (limit: Parameters<typeof tried>[0]) => (await tried(limit)) <= 10;
  expectChosen(question, {
    lower: await stops({ calls: 2 }),
    'in-logic': await stops({ attempts: 5 }),
    introspection: await stops({ hidden: true }),
    depth: await stops({ depth: 4 }),
  });
});

it('changes-old-operations-survive: an old schema against six new ones', () => {
  const question = readQuestion('changes-old-operations-survive', 'multiple-choice');
  const old = `
    scalar Date
    enum Status { ON_TIME LATE }
    type Query { flights(date: Date, status: Status): [Flight] }
    type Flight { gate: String! passengers: [Passenger] }
    type Passenger { seatNo: String }`;
  const breaks = (from: string | RegExp, to: string) => {
    const changed = old.replace(from, to);
    expect(changed).not.toBe(old);
    return findBreakingChanges(buildSchema(old), buildSchema(changed)).length > 0;
  };
  expectChosen(question, {
    'add-field': !breaks('seatNo: String', 'seatNo: String boardingGroup: String'),
    'optional-argument': !breaks('gate: String!', 'gate(locale: String): String!'),
    deprecate: !breaks('seatNo: String', 'seatNo: String @deprecated'),
    'required-argument': !breaks('date: Date,', 'date: Date!,'),
    rename: !breaks('LATE', 'DELAYED'),
    loosen: !breaks('gate: String!', 'gate: String'),
  });
});

it('three-fields-same-response-time: what a resolver loads for thirty fields and for three', async () => {
  const question = readQuestion('three-fields-same-response-time', 'single-choice');
  const names = Array.from({ length: 30 }, (_, index) => `field${index}`);
  const schema = buildSchema(
    `type Query { room: Room } type Room { ${names.map((name) => `${name}: String`).join(' ')} }`,
  );
  const run = async (selected: readonly string[]) => {
    let loaded = 0;
    let resolved = 0;
    const room = () => {
      loaded += names.length;
      const value = () => {
        resolved += 1;
        return 'x'.repeat(1000);
      };
      return Object.fromEntries(names.map((name) => [name, value]));
    };
    const source = `{ room { ${selected.join(' ')} } }`;
    const result = await graphql({ schema, source, rootValue: { room } });
    return { loaded, resolved, parsed: source.length, sent: JSON.stringify(result).length };
  };
  const [before, after] = [await run(names), await run(names.slice(0, 3))];
  expectChosen(question, {
    'column-selection': after.parsed >= before.parsed,
    'whole-record': after.loaded === before.loaded,
    json: after.sent === before.sent,
    validation: after.resolved === before.resolved,
  });
});
