// A small GraphQL: queries over a lab's resources. One operation; fields, aliases, arguments, variables; no fragments, no mutations.

import { isRecord } from '../text/is-record.js';
import { type Field, GraphqlProblem, parseGraphql } from './graphql-query.js';
import type { Item, Resource } from './lab-request.js';

interface GraphqlError {
  message: string;
  /** Where in `data` a null stands instead. */
  path?: (string | number)[];
}

interface GraphqlResult {
  data?: Record<string, unknown> | null;
  errors?: GraphqlError[];
}

interface GraphqlSettings {
  /** Members of a list at most. */
  size?: number | undefined;
  /** Fields such as `orders.margin` that cannot be resolved. */
  fails?: readonly string[] | undefined;
}

type Path = readonly (string | number)[];

/** `orders(first: 2, after: "3", status: "paid") { id }` lists, `order(id: "1") { id }` reads. */
export function runGraphql(
  query: string,
  variables: unknown,
  resources: readonly Resource[],
  settings: GraphqlSettings = {},
): GraphqlResult {
  try {
    const fields = parseGraphql(query.slice(0, 8000), isRecord(variables) ? variables : {});
    const execution = new Execution(resources, settings);
    const data = Object.fromEntries(fields.map((field) => [field.alias, execution.root(field)]));
    return execution.errors.length === 0 ? { data } : { errors: execution.errors, data };
  } catch (error) {
    if (!(error instanceof GraphqlProblem)) throw error;
    return { errors: [{ message: error.message }] };
  }
}

class Execution {
  /** Of single fields; the rest of the data stands beside them. */
  readonly errors: GraphqlError[] = [];

  constructor(
    private readonly resources: readonly Resource[],
    private readonly settings: GraphqlSettings,
  ) {}

  root(field: Field): unknown {
    if (field.name === '__typename') return 'Query';
    const list = this.resources.find(({ name }) => name === field.name);
    if (list !== undefined)
      return this.page(list, field).map((item, index) =>
        this.select(item, field, list.name, [field.alias, index]),
      );
    const one = this.resources.find(({ name }) => name.replace(/s$/, '') === field.name);
    if (one === undefined) throw new GraphqlProblem(`Cannot query field "${field.name}" on type "Query".`);
    const item = one.items.get(String(field.args.id));
    return item === undefined ? null : this.select(item, field, one.name, [field.alias]);
  }

  private page({ items: all }: Resource, { args }: Field): Item[] {
    const { first, after, ...filters } = args;
    const items = [...all.values()].filter((item) =>
      Object.entries(filters).every(([name, value]) => String(item[name]) === String(value)),
    );
    const last = items.findIndex(({ id }) => String(id) === String(after));
    if (after !== undefined && after !== null && last === -1)
      throw new GraphqlProblem(`after: there is no "${String(after).slice(0, 40)}".`);
    const most = typeof first === 'number' ? Math.max(0, first) : items.length;
    return items.slice(last + 1, last + 1 + Math.min(most, this.settings.size ?? most));
  }

  private select(value: unknown, field: Field, resource: string, path: Path): unknown {
    if (Array.isArray(value))
      return value.map((member, index) => this.select(member, field, resource, [...path, index]));
    if (typeof value !== 'object' || value === null) {
      if (field.fields !== null) throw new GraphqlProblem(`Field "${field.name}" must not have a selection.`);
      return value;
    }
    if (field.fields === null)
      throw new GraphqlProblem(`Field "${field.name}" must have a selection of subfields.`);
    return Object.fromEntries(
      field.fields.map((inner) => [
        inner.alias,
        this.member(value, inner, field.name, resource, [...path, inner.alias]),
      ]),
    );
  }

  private member(value: object, inner: Field, parent: string, resource: string, path: Path): unknown {
    if (inner.name === '__typename') return parent;
    if (!Object.hasOwn(value, inner.name))
      throw new GraphqlProblem(`Cannot query field "${inner.name}" on "${parent}".`);
    if (this.settings.fails?.includes(`${resource}.${inner.name}`)) {
      this.errors.push({ message: `${inner.name} is not available now.`, path: [...path] });
      return null;
    }
    return this.select(Reflect.get(value, inner.name), inner, resource, path);
  }
}
