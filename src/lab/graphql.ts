// A small GraphQL: queries over a lab's resources. One operation; fields, aliases, arguments, variables; no fragments, no mutations.

import { isRecord } from '../text/is-record.js';
import { type Field, GraphqlProblem, parseGraphql } from './graphql-query.js';
import type { Item, Resource } from './lab-request.js';

interface GraphqlResult {
  data?: Record<string, unknown> | null;
  errors?: { message: string }[];
}

/** `orders(first: 2, status: "paid") { id }` lists, `order(id: "1") { id }` reads. */
export function runGraphql(query: string, variables: unknown, resources: readonly Resource[]): GraphqlResult {
  try {
    const fields = parseGraphql(query.slice(0, 8000), isRecord(variables) ? variables : {});
    return { data: Object.fromEntries(fields.map((field) => [field.alias, resolveRoot(field, resources)])) };
  } catch (error) {
    if (!(error instanceof GraphqlProblem)) throw error;
    return { errors: [{ message: error.message }] };
  }
}

function resolveRoot(field: Field, resources: readonly Resource[]): unknown {
  if (field.name === '__typename') return 'Query';
  const list = resources.find(({ name }) => name === field.name);
  if (list !== undefined) {
    const { first, ...filters } = field.args;
    const items = [...list.items.values()].filter((item) =>
      Object.entries(filters).every(([name, value]) => String(item[name]) === String(value)),
    );
    const most = typeof first === 'number' ? Math.max(0, first) : items.length;
    return items.slice(0, most).map((item) => select(item, field));
  }
  const one = resources.find(({ name }) => name.replace(/s$/, '') === field.name);
  if (one === undefined) throw new GraphqlProblem(`Cannot query field "${field.name}" on type "Query".`);
  const item: Item | undefined = one.items.get(String(field.args.id));
  return item === undefined ? null : select(item, field);
}

function select(value: unknown, field: Field): unknown {
  if (Array.isArray(value)) return value.map((member) => select(member, field));
  if (typeof value !== 'object' || value === null) {
    if (field.fields !== null) throw new GraphqlProblem(`Field "${field.name}" must not have a selection.`);
    return value;
  }
  if (field.fields === null)
    throw new GraphqlProblem(`Field "${field.name}" must have a selection of subfields.`);
  return Object.fromEntries(
    field.fields.map((inner) => {
      if (inner.name === '__typename') return [inner.alias, field.name];
      if (!Object.hasOwn(value, inner.name))
        throw new GraphqlProblem(`Cannot query field "${inner.name}" on "${field.name}".`);
      return [inner.alias, select(Reflect.get(value, inner.name), inner)];
    }),
  );
}
