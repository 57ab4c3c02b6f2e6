// What a report is about, in values.

import type { Source } from './source.js';
import type { Scope } from './summary-shape.js';
import type { ReportTally } from './tally.js';

/** Span, topics and sitting that were asked for, and how much was found in them. */
export function scopeOf(
  { filters, dayOf }: Pick<Source, 'filters' | 'dayOf'>,
  { instants, items, sittings }: ReportTally,
): Scope {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const [first] = instants;
  const last = instants.at(-1);
  return {
    since: iso(filters.since),
    until: iso(filters.until),
    topics: [...filters.topics],
    sitting: filters.sitting && {
      id: filters.sitting.id,
      mode: filters.sitting.mode,
      day: dayOf(filters.sitting.startedAt),
    },
    answers: instants.length,
    questions: items.size,
    sittings: sittings.size,
    firstDay: first === undefined ? null : dayOf(first),
    lastDay: last === undefined ? null : dayOf(last),
  };
}
