// What a sitting verb works with: settings, bank, history, and what was filtered for.

import type { Bank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import type { Filter } from '../bank/filter.js';
import type { Pool } from '../bank/pool.js';
import type { Settings } from '../history/setting-rows.js';
import type { Player } from '../session/player.js';
import type { OpenedHistory } from './open-history.js';
import type { Options } from './options.js';
import type { World } from './world.js';

export interface Scene {
  world: World;
  settings: Settings;
  options: Options;
  bank: Bank;
  history: OpenedHistory;
  /** Entries of the pool. */
  entries: readonly BankEntry[];
  /** Who plays, where neither options nor terminal decide it. */
  player?: Player;
}

export interface OpenScene extends Scene, Pool {
  filter: Filter;
  entries: BankEntry[];
}
