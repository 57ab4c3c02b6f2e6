// Keys that were meant for the screen before: told apart by when they come.

import { isEnter, type Key } from './inputs/input.js';

/** Keys in the first moments were meant for the screen before. */
export const TYPE_AHEAD_MS = 200;
/** Whoever was typing when the time ended pauses before they mean the new screen. */
const PAUSE_MS = 500;

export interface Guard {
  /** True where the key is meant for this screen. */
  takes(key: Key): boolean;
  /** Only Enter, after a pause in typing, does something so far. */
  isClosed(): boolean;
}

/** `late`: the screen came by itself while the person may have been typing. It opens with an Enter that comes after a pause. */
export function makeGuard(late: boolean, now: () => number = () => performance.now()): Guard {
  const opened = now();
  let lastKey = opened;
  let closed = late;
  return {
    takes(key) {
      const since = now() - lastKey;
      lastKey = now();
      if (!closed) return now() - opened >= TYPE_AHEAD_MS;
      if (isEnter(key) && since >= PAUSE_MS) closed = false;
      return false;
    },
    isClosed: () => closed,
  };
}
