// A sitting of the history by what a person types, read whole without the files of others where that can be.

import type { Bank } from '../bank/bank.js';
import { lastSitting, sittingsNamed } from '../history/ledger/find-sittings.js';
import type { SetAside } from '../history/load-record.js';
import type { Sitting } from '../history/sittings.js';
import { findSitting } from './find-sitting.js';
import type { OpenedHistory } from './open-history.js';
import { tellSetAside } from './tell-set-aside.js';
import type { World } from './world.js';

interface OfHistory {
  world: World;
  history: OpenedHistory;
  bank: Bank;
}

/** Failures: those of `findSitting`. */
export function findInHistory({ world, history, bank }: OfHistory, name: string): Sitting {
  if (name === '') return findSitting([], name);
  const { known } = history.recall(bank);
  const setAside: SetAside[] = [];
  const found = name === 'last' ? lastSitting(known, setAside) : sittingsNamed(known, name, setAside);
  tellSetAside(world, setAside);
  if (found === undefined) return findSitting(history.sittings, name);
  return findSitting(found === null ? [] : [found].flat(), name);
}
