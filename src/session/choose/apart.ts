// Items that must not meet in one sitting: those an item names as giving it away, and variants of one original.

import type { BankEntry } from '../../bank/entry.js';

/** Who belongs together: the original an item is a variant of, or the item itself. By `pack/id`. */
export function familyOf({ pack, key, variantOf }: BankEntry): string {
  return variantOf === undefined ? key : `${pack}/${variantOf}`;
}

/** True when the two may be asked in one sitting. Naming each other once is enough. */
export function mayMeet(a: BankEntry, b: BankEntry): boolean {
  if (a.pack !== b.pack) return true;
  return !a.apart?.includes(b.id) && !b.apart?.includes(a.id) && familyOf(a) !== familyOf(b);
}

/** The entries in their order, without those that must not meet an earlier one or one of `asked`. */
export function keepApart(entries: readonly BankEntry[], asked: readonly BankEntry[] = []): BankEntry[] {
  const kept: BankEntry[] = [];
  for (const entry of entries) {
    if ([...asked, ...kept].every((other) => mayMeet(entry, other))) kept.push(entry);
  }
  return kept;
}
