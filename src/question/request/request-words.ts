// A part of a request's key in words: what it looks at, and what it wants there.

import type { Request } from '../question.js';
import { type RequestTest, subjectOf } from './request-test.js';

type Part = RequestTest & { any?: Request['parts'][number]['any'] };

/** `method`, `header Authorization`, `query limit or header X-Limit`. */
export function partName({ any, ...own }: Part): string {
  return (any ?? [own]).map(testName).join(' or ');
}

/** Subjects of which a request has several, told apart by name. */
const NAMED = ['query', 'header', 'cookie', 'field'] as const;

function testName(test: RequestTest): string {
  const subject = subjectOf(test) ?? '';
  const named = NAMED.find((known) => known === subject);
  return named === undefined ? subject : `${named} ${test[named] ?? ''}`;
}

/** What is right there: `POST`, `Bearer t0k3n`; empty where any value is. */
export function partWants({ any, ...own }: Part): string {
  return (any ?? [own])
    .map(({ method, target, body, is, begins }) => {
      const values = is?.slice(0, 3) ?? begins?.slice(0, 3).map((beginning) => `${beginning.trim()} …`) ?? [];
      return method ?? target ?? body ?? values.join(' or ');
    })
    .filter((wanted) => wanted !== '')
    .join(', or ');
}
