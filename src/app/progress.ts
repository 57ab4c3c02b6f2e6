// A line on stderr that says what takes so long: only at a terminal, only beyond half a second.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sessionsFolder } from '../history/home.js';
import { groupedNumber } from '../report/words.js';
import type { World } from './world.js';

const PATIENCE_MS = 500;
/** Reading and checking a record takes about this long, so that the line can come before the wait. */
const RECORD_MS = 0.4;
const COUNT_EVERY_MS = 250;
const CLEAR_LINE = '\r\u001b[K';

export interface Progress {
  /** The next step begins. */
  step(name: string): void;
  /** Takes the line away. */
  end(): void;
}

/** Says nothing where stderr is no terminal. `clock`: ms of any origin. */
export function startProgress(
  { stderr, home }: Pick<World, 'stderr' | 'home'>,
  clock: () => number = () => performance.now(),
): Progress {
  if (!stderr.isTTY) return { step: () => {}, end: () => {} };
  const begun = clock();
  let shown = false;
  const show = (text: string) => {
    shown = true;
    stderr.write(`${CLEAR_LINE}${text} …`);
  };
  const records = countRecords(home);
  if (records * RECORD_MS > PATIENCE_MS) show(`Reading ${groupedNumber(records)} records`);
  return {
    step(name) {
      if (shown || clock() - begun > PATIENCE_MS) show(name);
    },
    end() {
      if (shown) stderr.write(CLEAR_LINE);
    },
  };
}

/**
 * A count on stderr of what takes long: only at a terminal, only beyond half a second, four times a second at most. `say` tells at once
 * what is known to take long, before a step during which nothing can be counted.
 */
export function startCount(
  { stderr }: Pick<World, 'stderr'>,
  doing: string,
  what: string,
  clock: () => number = () => performance.now(),
): { count(done: number): void; say(text: string): void; end(): void } {
  let shownAt = clock() + PATIENCE_MS - COUNT_EVERY_MS;
  let shown = false;
  return {
    count(done) {
      if (!stderr.isTTY || clock() - shownAt < COUNT_EVERY_MS) return;
      shownAt = clock();
      shown = true;
      stderr.write(`${CLEAR_LINE}${doing}: ${groupedNumber(done)} ${what} …`);
    },
    say(text) {
      if (!stderr.isTTY) return;
      shown = true;
      stderr.write(`${CLEAR_LINE}${text} …`);
    },
    end() {
      if (shown) stderr.write(CLEAR_LINE);
    },
  };
}

function countRecords(home: string): number {
  const list = (folder: string) => {
    try {
      return readdirSync(folder);
    } catch {
      // No history yet, or none that can be read: then nothing takes long either.
      return [];
    }
  };
  const root = sessionsFolder(home);
  return list(root).reduce(
    (sum, month) => sum + (month.endsWith('.json') ? 1 : list(join(root, month)).length),
    0,
  );
}
