// How a person stands to questions: seen, missed, due, flagged; for the verbs that list them.

import type { Bank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import { MISS_BELOW } from '../history/modes.js';
import { openHistory } from './open-history.js';
import type { Options } from './options.js';
import type { World } from './world.js';

export interface EntryStates {
  seen(entry: BankEntry): boolean;
  /** Answered right when it was last asked. */
  right(entry: BankEntry): boolean;
  missed(entry: BankEntry): boolean;
  due(entry: BankEntry): boolean;
  flagged(entry: BankEntry): boolean;
  suspended(entry: BankEntry): boolean;
}

/** From the history as it is now. */
export function openEntryStates(world: World, bank: Bank): EntryStates {
  const { recollection, flags, suspended, keep } = openHistory(world).recall(bank);
  keep();
  const { items, standing } = recollection;
  const flagged = new Set(flags.map(({ item }) => item));
  const now = world.now();
  const creditOf = ({ key }: BankEntry) => items.get(key)?.told ?? null;
  return {
    seen: (entry) => creditOf(entry) !== null,
    right: (entry) => (creditOf(entry) ?? 0) >= MISS_BELOW,
    missed: (entry) => (creditOf(entry) ?? 1) < MISS_BELOW,
    due: ({ key }) =>
      !suspended.has(key) && (standing.cards.get(key)?.due ?? Number.POSITIVE_INFINITY) <= now,
    flagged: ({ key }) => flagged.has(key),
    suspended: ({ key }) => suspended.has(key),
  };
}

/** The options that keep to some of them. */
export const STATE_OPTIONS = ['seen', 'unseen', 'missed', 'due', 'flagged', 'suspended'] as const;

/** Entries that pass every one of the state options given; the history is read only where one is. */
export function inState(
  entries: readonly BankEntry[],
  options: Options,
  world: World,
  bank: Bank,
): readonly BankEntry[] {
  const asked = STATE_OPTIONS.filter((name) => options[name]);
  if (asked.length === 0) return entries;
  const states = openEntryStates(world, bank);
  return entries.filter((entry) =>
    asked.every((name) => (name === 'unseen' ? !states.seen(entry) : states[name](entry))),
  );
}
