// A home without a history: what it comes to is known without reading, folding or keeping anything.

import { lookAt } from '../../disk/folders.js';
import { sessionsFolder } from '../../history/home.js';
import { NO_LEDGER } from '../../history/ledger/ledger.js';
import type { Folded } from './fold-history.js';

/** True where nothing was ever kept; false also where that cannot be said. */
export function isWithoutHistory(home: string): boolean {
  const found = lookAt(sessionsFolder(home));
  return 'reason' in found && found.reason === 'ENOENT';
}

/** What the fold over no answers comes to. */
export function noHistory(home: string): Omit<Folded<never>, 'state'> {
  return {
    flags: [],
    suspended: new Map(),
    unfinished: null,
    known: { home, ledger: NO_LEDGER, groups: () => new Map() },
    setAside: [],
    fromCheckpoint: false,
    keep() {},
  };
}
