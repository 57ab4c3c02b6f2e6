// Which answers a report is about. Filters narrow what counts, never what has been seen before.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Filters, Source } from './source.js';

/** The answers that pass the filters, oldest first, untouched expiries included. */
export function answersWithin(source: Source): RememberedAnswer[] {
  return source.answers.filter(isToldIn(source)).sort((a, b) => a.at - b.at);
}

/** True for the answers that pass the filters. */
export function isToldIn({
  filters,
  now,
}: Pick<Source, 'filters' | 'now'>): (answer: RememberedAnswer) => boolean {
  const { topics } = filters;
  const asOf = asOfOf(filters, now);
  return (answer) =>
    answer.at <= asOf && isWithin(answer, filters) && (topics.length === 0 || topics.includes(answer.topic));
}

/** Now, or the end of the span. */
export function asOfOf({ until }: Filters, now: number): number {
  return Math.min(now, until ?? now);
}

/** Of the span and the sitting that are wanted. */
export function isWithin({ at, sitting }: RememberedAnswer, filters: Filters): boolean {
  return (
    (filters.since === null || at >= filters.since) &&
    (filters.sitting === null || sitting === filters.sitting.id)
  );
}

/** Answered or skipped: what was never reached, or expired untouched, says nothing. */
export function isCounted(answer: RememberedAnswer): boolean {
  return answer.outcome === 'answered' || answer.outcome === 'skipped';
}
