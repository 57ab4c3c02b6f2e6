// The one pool of questions: what a person of these roles is asked, and how much of it each topic is.

import type { Role } from '../question/vocabulary.js';
import type { BankEntry } from './entry.js';
import { type Filter, filterEntries } from './filter.js';
import type { LoadedPack } from './load-pack.js';

export interface Pool {
  /** Entries that pass the filter and are for one of the roles at least. */
  readonly entries: BankEntry[];
  /** Empty: everyone. */
  readonly roles: readonly Role[];
  /** By topic of these entries; they sum to 1. */
  readonly shares: ReadonlyMap<string, number>;
}

/** The pool of a filter and these roles, the filter's own left aside; for practice, drill, exam, diagnose, interview, plan, report and stats. */
export function poolOf(
  bank: { readonly entries: readonly BankEntry[]; readonly packs: readonly Pick<LoadedPack, 'pack'>[] },
  filter: Filter,
  roles: readonly Role[],
): Pool {
  // A lab takes a quarter of an hour and a second window: it is asked where it was asked for.
  const entries = filterEntries(bank.entries, { ...filter, roles }).filter(
    ({ type }) => type !== 'lab' || filter.types.includes('lab'),
  );
  return { entries, roles, shares: sharesOf(bank.packs, entries, roles) };
}

/**
 * Share of each topic of the entries. Without a role every topic has the same. With roles a pack's profile decides (of several
 * roles the mean); topics of packs that have none weigh by their number of questions, packs against each other likewise. Where the
 * profiles give nothing to any topic of these entries, as when a filter asks for such topics only, all are equal again.
 */
export function sharesOf(
  packs: readonly Pick<LoadedPack, 'pack'>[],
  entries: readonly BankEntry[],
  roles: readonly Role[],
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { topic } of entries) weights.set(topic, 0);
  if (roles.length > 0) {
    for (const { pack } of packs) {
      const own = entries.filter((entry) => entry.pack === pack.id);
      const counts = countTopics(own);
      const profiles = roles.map((role) => pack.roles?.[role]).filter((profile) => profile !== undefined);
      if (profiles.length === 0) {
        for (const [topic, count] of counts) add(weights, topic, count);
      } else {
        for (const [topic, share] of profiles.flatMap((profile) => Object.entries(profile)))
          add(weights, topic, (own.length * share) / profiles.length);
      }
    }
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map(
    [...weights].map(([topic, weight]) => [topic, total > 0 ? weight / total : 1 / weights.size]),
  );
}

/** Only topics that have entries take part. */
function add(weights: Map<string, number>, topic: string, weight: number): void {
  const before = weights.get(topic);
  if (before !== undefined) weights.set(topic, before + weight);
}

function countTopics(entries: readonly BankEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { topic } of entries) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}
