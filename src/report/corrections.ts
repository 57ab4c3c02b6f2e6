// What stands beside the verdicts: overrides, regrades, changed keys, flags.

import { safeLine } from '../text/safe.js';
import type { Chosen } from './chosen.js';
import type { Source } from './source.js';
import type { Corrections } from './summary-shape.js';

/** Of the answers the report is about; flags of their topics' questions, or all of them where no topic is chosen. */
export function correctionsOf(
  { flags, filters, bank, dayOf }: Source,
  { counted, keys }: Chosen,
): Corrections {
  const overridden = counted.filter((answer) => answer.overridden);
  const topicOf = new Map(bank.entries.map((entry) => [entry.key, entry.topic]));
  const wanted = flags.filter(
    ({ item }) => filters.topics.length === 0 || filters.topics.includes(topicOf.get(item) ?? ''),
  );
  return {
    overridden: overridden.length,
    creditAdded: overridden.reduce((sum, answer) => sum + answer.effectiveCredit - answer.credit, 0),
    regraded: counted.filter((answer) => answer.regraded).length,
    outdated: counted.filter(
      ({ item, effectiveKeyHash }) => (keys.get(item) ?? effectiveKeyHash) !== effectiveKeyHash,
    ).length,
    flags: wanted.map(({ item, note, at }) => ({
      item: safeLine(item),
      note: safeLine(note),
      day: dayOf(at),
    })),
  };
}
