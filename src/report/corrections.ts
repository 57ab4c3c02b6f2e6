// What stands beside the verdicts: overrides, regrades, changed keys, flags.

import { safeLine } from '../text/safe.js';
import type { Source } from './source.js';
import type { Corrections } from './summary-shape.js';
import type { ItemTally, ReportTally } from './tally.js';

/** Of the answers the report is about; flags of their topics' questions, or all of them where no topic is chosen. */
export function correctionsOf(
  { flags, filters, bank, dayOf }: Omit<Source, 'answers'>,
  { items, overridden, creditAdded, regraded }: ReportTally,
): Corrections {
  // Most people have neither: then the bank need not be gone through.
  const known = items.size === 0 && flags.length === 0 ? [] : bank.entries;
  const keys = new Map(known.map((entry) => [entry.key, entry.keyHash]));
  const topicOf = new Map(known.map((entry) => [entry.key, entry.topic]));
  const wanted = flags.filter(
    ({ item }) => filters.topics.length === 0 || filters.topics.includes(topicOf.get(item) ?? ''),
  );
  return {
    overridden,
    creditAdded,
    regraded,
    outdated: [...items].reduce((sum, [item, tally]) => sum + outdatedIn(tally, keys.get(item)), 0),
    flags: wanted.map(({ item, note, at }) => ({
      item: safeLine(item),
      note: safeLine(note),
      day: dayOf(at),
    })),
  };
}

/** Answers to another key than today's. */
function outdatedIn({ keys }: ItemTally, today: string | undefined): number {
  if (today === undefined) return 0;
  return [...keys].reduce((sum, [key, answers]) => sum + (key === today ? 0 : answers), 0);
}
