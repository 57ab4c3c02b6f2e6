// What the bank says today of the items that were answered. Pure.

import type { BankEntry } from '../bank/entry.js';
import { currentKeys, knownDifficulties } from './attempts.js';

/** By `pack/id`. */
export interface Today {
  /** See `currentKeys`. */
  readonly keys: ReadonlyMap<string, string>;
  /** See `knownDifficulties`. */
  readonly difficulties: ReadonlyMap<string, number>;
}

/** Each made when the first answer asks for it: where nobody has answered, nothing is. */
export function todayOf(
  entries: readonly Pick<BankEntry, 'key' | 'keyHash' | 'draft' | 'difficulty'>[],
): Today {
  let keys: Today['keys'] | undefined;
  let difficulties: Today['difficulties'] | undefined;
  return {
    get keys() {
      keys ??= currentKeys(entries);
      return keys;
    },
    get difficulties() {
      difficulties ??= knownDifficulties(entries);
      return difficulties;
    },
  };
}
