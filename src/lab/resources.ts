// The resources of a lab: items that can be listed, read, made, replaced, changed and deleted.

import type { Lab } from '../question/question.js';
import { jsonIn } from '../question/request/same-meaning.js';
import { isRecord } from '../text/is-record.js';
import {
  header,
  type Item,
  json,
  type LabAnswer,
  type LabRequest,
  problem,
  type Resource,
} from './lab-request.js';

type Spec = Lab['resources'][number];
type Operation = NonNullable<Spec['allows']>[number];
/** Items one resource can hold. */
const MOST_ITEMS = 2000;

/** The resources with the content they begin with. */
export function makeResources(specs: Lab['resources']): Resource[] {
  return specs.map((spec) => {
    const listed = (jsonIn(spec.items ?? '[]')?.value ?? []) as Item[];
    const many = Array.from({ length: spec.many?.count ?? 0 }, (_, index) =>
      jsonIn((spec.many?.item ?? '').replaceAll('{{n}}', String(index + 1))),
    ).flatMap((read) => (read === undefined ? [] : [read.value as Item]));
    const items = new Map([...listed, ...many].map((item) => [String(item.id), item]));
    return { name: spec.name, path: spec.path ?? `/${spec.name}`, spec, items, made: 0 };
  });
}

const METHODS: Readonly<Record<Operation, { method: string; whole: boolean }>> = {
  list: { method: 'GET', whole: true },
  read: { method: 'GET', whole: false },
  create: { method: 'POST', whole: true },
  replace: { method: 'PUT', whole: false },
  update: { method: 'PATCH', whole: false },
  delete: { method: 'DELETE', whole: false },
};

const allowed = ({ spec }: Resource): readonly Operation[] => spec.allows ?? ['list', 'read'];

/** Items that equal the query's values, wherever a parameter names a field of theirs. */
export function filteredItems(resource: Resource, request: LabRequest): Item[] {
  const all = [...resource.items.values()];
  const filters = request.query.filter(([name]) => all.some((item) => Object.hasOwn(item, name)));
  return all.filter((item) => filters.every(([name, value]) => String(item[name]) === value));
}

/** The answer of the bare resource, before any behaviour has its say. */
export function answerFromResource(resource: Resource, id: string | null, request: LabRequest): LabAnswer {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const ways = allowed(resource).filter((operation) => METHODS[operation].whole === (id === null));
  const operation = ways.find((way) => METHODS[way].method === method);
  if (operation === undefined) {
    const allow = ways.map((way) => METHODS[way].method).join(', ');
    return problem(405, 'Method Not Allowed', `Here ${allow || 'nothing'} is allowed.`, {
      headers: { Allow: allow },
    });
  }
  if (operation === 'list') return json(200, { items: filteredItems(resource, request) });
  if (operation === 'create') return create(resource, request);
  const item = resource.items.get(id ?? '');
  if (item === undefined) return problem(404, 'Not Found', `There is no ${resource.name} ${id}.`);
  if (operation === 'read') return json(200, item);
  if (operation === 'delete') {
    resource.items.delete(String(item.id));
    return json(204);
  }
  return write(resource, item, operation, request);
}

function create(resource: Resource, request: LabRequest): LabAnswer {
  const read = readBody(resource, request, true);
  if ('answer' in read) return read.answer;
  if (resource.items.size >= MOST_ITEMS)
    return problem(507, 'Insufficient Storage', 'This lab holds no more items.');
  resource.made += 1;
  const id = `new-${resource.made}`;
  const item: Item = { ...read.fields, id };
  resource.items.set(id, item);
  return json(201, item, { Location: `${resource.path}/${item.id}` });
}

function write(
  resource: Resource,
  item: Item,
  operation: 'replace' | 'update',
  request: LabRequest,
): LabAnswer {
  const read = readBody(resource, request, operation === 'replace');
  if ('answer' in read) return read.answer;
  const merged: Record<string, unknown> = operation === 'replace' ? read.fields : { ...item, ...read.fields };
  // A merge patch takes a field away with null (RFC 7396).
  const kept =
    operation === 'replace'
      ? merged
      : Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const changed: Item = { ...kept, id: item.id };
  resource.items.set(String(item.id), changed);
  return json(200, changed);
}

type Read = { fields: Record<string, unknown> } | { answer: LabAnswer };

/** The JSON object of a body that fits the resource's fields; else the answer that says why not. */
function readBody({ spec }: Resource, request: LabRequest, whole: boolean): Read {
  const type = header(request, 'content-type') ?? '';
  if (!/^application\/([a-z.-]+\+)?json\b/i.test(type))
    return { answer: problem(415, 'Unsupported Media Type', 'Send JSON, and say so in Content-Type.') };
  const fields = jsonIn(request.body ?? '')?.value;
  if (!isRecord(fields)) return { answer: problem(400, 'Bad Request', 'The body is no JSON object.') };
  const errors = spec.fields === undefined ? [] : wrongFields(spec.fields, fields, whole);
  return errors.length === 0
    ? { fields }
    : { answer: problem(422, 'Unprocessable Content', 'Some fields are wrong.', { errors }) };
}

const KINDS: Readonly<Record<NonNullable<Spec['fields']>[number]['kind'], (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value !== '',
  number: (value) => typeof value === 'number',
  whole: Number.isInteger,
  truth: (value) => typeof value === 'boolean',
  list: Array.isArray,
  object: isRecord,
};

function wrongFields(specs: NonNullable<Spec['fields']>, fields: Record<string, unknown>, whole: boolean) {
  const named = specs.flatMap(({ name, kind, required, values }) => {
    const value = fields[name];
    const at = { pointer: `#/${name}` };
    if (value === undefined) return whole && required === 'true' ? [{ ...at, detail: 'is required' }] : [];
    if (value === null && !whole && required !== 'true') return [];
    if (!KINDS[kind](value))
      return [{ ...at, detail: `must be a ${kind === 'whole' ? 'whole number' : kind}` }];
    if (values !== undefined && !values.includes(String(value)))
      return [{ ...at, detail: `must be one of ${values.join(', ')}` }];
    return [];
  });
  const known = new Set([...specs.map(({ name }) => name), 'id']);
  const unknown = Object.keys(fields)
    .filter((name) => !known.has(name))
    .slice(0, 10)
    .map((name) => ({ pointer: `#/${name.slice(0, 60)}`, detail: 'is not a field' }));
  return [...named, ...unknown];
}
