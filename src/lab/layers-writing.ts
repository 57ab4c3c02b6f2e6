// Writing safely: entity tags with preconditions, idempotency keys.

import { createHash } from 'node:crypto';
import { canonicalJson } from '../question/canonical-json.js';
import { jsonIn } from '../question/request/same-meaning.js';
import { concerns } from './concerns.js';
import type { Item } from './lab-request.js';
import { header, type LabAnswer, problem } from './lab-request.js';
import type { Layer } from './layer.js';

/** Keys one lab remembers. */
const MOST_KEYS = 1000;

const tagOf = (item: Item) =>
  `"${createHash('sha256').update(canonicalJson(item)).digest('hex').slice(0, 12)}"`;
const listsTag = (value: string, tag: string) =>
  value.trim() === '*' || value.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);

/** Conditional requests (RFC 9110, 13): If-None-Match on reads, If-Match on writes. */
export const etag: Layer<'etag'> = (behaviour, next) => {
  const read = new Set<string>();
  return (asked) => {
    const { request, resource, id } = asked;
    const item = id === null ? undefined : resource?.items.get(id);
    if (!concerns(behaviour, asked) || resource === null || item === undefined) return next(asked);
    const tag = tagOf(item);
    if (request.method === 'GET' || request.method === 'HEAD') {
      const known = header(request, 'if-none-match');
      if (known !== undefined && listsTag(known, tag)) {
        return { ...problem(304, '', ''), headers: { ETag: tag }, body: '', note: 'not-modified' };
      }
      const answer = next(asked);
      const rival = behaviour.rival === undefined ? undefined : jsonIn(behaviour.rival)?.value;
      if (rival !== undefined && !read.has(String(item.id)) && answer.status === 200) {
        // Somebody else is faster, once.
        read.add(String(item.id));
        resource.items.set(String(item.id), { ...item, ...(rival as object), id: item.id });
      }
      return answer.status === 200 ? { ...answer, headers: { ...answer.headers, ETag: tag } } : answer;
    }
    const wanted = header(request, 'if-match');
    if (wanted === undefined && behaviour.required === 'true')
      return problem(428, 'Precondition Required', 'Send If-Match with the ETag of what you have read.');
    if (wanted !== undefined && !listsTag(wanted, tag))
      return problem(412, 'Precondition Failed', 'It has been changed since you read it.');
    const answer = next(asked);
    const changed = resource.items.get(String(item.id));
    return changed === undefined || answer.status >= 300
      ? answer
      : { ...answer, headers: { ...answer.headers, ETag: tagOf(changed) } };
  };
};

/** The first answer to a key is kept and replayed; the same key with another body is refused. */
export const idempotency: Layer<'idempotency'> = (behaviour, next) => {
  const kept = new Map<string, { body: string | null; path: string; answer: LabAnswer }>();
  return (asked) => {
    const { request } = asked;
    if (!concerns(behaviour, asked) || request.method !== 'POST' || asked.resource === null)
      return next(asked);
    const key = header(request, 'idempotency-key')?.trim();
    if (key === undefined || key === '') {
      return behaviour.required === 'true'
        ? problem(400, 'Bad Request', 'Send an Idempotency-Key.')
        : next(asked);
    }
    const before = kept.get(key);
    if (before !== undefined) {
      return before.body === request.body && before.path === request.path
        ? { ...before.answer, note: 'replayed' }
        : problem(422, 'Unprocessable Content', 'This Idempotency-Key belongs to another request.');
    }
    const answer = next(asked);
    // A refused request has had no effect: it may be corrected under the same key.
    if (answer.status < 300 && kept.size < MOST_KEYS)
      kept.set(key, { body: request.body, path: request.path, answer });
    return answer;
  };
};
