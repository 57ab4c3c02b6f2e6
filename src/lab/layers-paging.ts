// Lists in pages: by cursor or by offset.

import { createHash } from 'node:crypto';
import { jsonIn } from '../question/request/same-meaning.js';
import { concerns } from './concerns.js';
import {
  type Asked,
  type Handler,
  type Item,
  json,
  type LabAnswer,
  parameter,
  problem,
  type Resource,
} from './lab-request.js';
import type { Layer } from './layer.js';
import { filteredItems } from './resources.js';

/** The parameters of the query but for those of paging, to be carried to the next page. */
function nextLink({ request }: Asked, own: Readonly<Record<string, string>>): Record<string, string> {
  const kept = request.query.filter(([name]) => !Object.hasOwn(own, name));
  const query = [...kept, ...Object.entries(own)]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return { Link: `<${request.path}?${query}>; rel="next"` };
}

/** Only lists that the rest of the API gives are cut into pages. */
const isList = ({ request, id, resource }: Asked) =>
  request.method === 'GET' && id === null && resource !== null;

/** Gives the page of a list that came well; `limit`: its items at most. */
type GivePage = (asked: Asked & { resource: Resource }, limit: number) => LabAnswer;

/** What every way of paging does alike: all but such lists goes by untouched, and a limit that makes no sense is refused. */
function paged(
  behaviour: Parameters<Layer<'cursor-paging' | 'offset-paging'>>[0],
  next: Handler,
  givePage: GivePage,
): Handler {
  return (asked) => {
    if (!isList(asked) || !concerns(behaviour, asked)) return next(asked);
    const whole = next(asked);
    const { resource } = asked;
    if (whole.status !== 200 || resource === null) return whole;
    const limit = limitOf(asked, behaviour.size);
    return typeof limit === 'number' ? givePage({ ...asked, resource }, limit) : limit;
  };
}

function limitOf(asked: Asked, size: number): number | LabAnswer {
  const typed = parameter(asked.request, 'limit');
  if (typed === undefined) return size;
  if (!/^[1-9]\d{0,5}$/.test(typed))
    return problem(400, 'Bad Request', 'limit must be a whole number from 1.');
  return Math.min(Number(typed), size);
}

export const cursorPaging: Layer<'cursor-paging'> = (behaviour, next, { seed }) => {
  const cursors = new Map<string, number>();
  const cursorAt = (from: number, asked: Asked) => {
    const cursor = createHash('sha256')
      .update(`${seed} ${asked.resource?.name} ${from}`)
      .digest('hex')
      .slice(0, 12);
    cursors.set(cursor, from);
    return cursor;
  };
  return paged(behaviour, next, (asked, limit) => {
    const typed = parameter(asked.request, 'cursor');
    const from = typed === undefined ? 0 : cursors.get(typed);
    if (from === undefined) return problem(400, 'Bad Request', 'This cursor is not known.');
    const items = filteredItems(asked.resource, asked.request);
    const more = from + limit < items.length;
    const cursor = more ? cursorAt(from + limit, asked) : null;
    return json(
      200,
      { items: items.slice(from, from + limit), next_cursor: cursor },
      cursor === null
        ? {}
        : nextLink(asked, { cursor, ...(limit === behaviour.size ? {} : { limit: String(limit) }) }),
    );
  });
};

export const offsetPaging: Layer<'offset-paging'> = (behaviour, next) => {
  const drifted = new Set<Resource>();
  return paged(behaviour, next, (asked, limit) => {
    const typed = parameter(asked.request, 'offset') ?? '0';
    if (!/^\d{1,6}$/.test(typed)) return problem(400, 'Bad Request', 'offset must be a whole number from 0.');
    const from = Number(typed);
    const items = filteredItems(asked.resource, asked.request);
    const link =
      from + limit < items.length
        ? nextLink(asked, { offset: String(from + limit), limit: String(limit) })
        : {};
    if (!drifted.has(asked.resource)) drift(asked.resource, behaviour);
    drifted.add(asked.resource);
    return json(200, { items: items.slice(from, from + limit), offset: from, limit }, link);
  });
};

/** What another client does to a list while somebody walks through it. */
function drift(
  { items }: Resource,
  { adds, removes }: { adds?: string | undefined; removes?: string | undefined },
) {
  if (removes !== undefined) items.delete(removes);
  const added = adds === undefined ? undefined : (jsonIn(adds)?.value as Item | undefined);
  if (added === undefined) return;
  const before = [...items];
  items.clear();
  for (const [id, item] of [[String(added.id), added] as const, ...before]) items.set(id, item);
}
