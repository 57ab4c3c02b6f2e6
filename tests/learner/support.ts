// Attempts for the tests of the learner room.
import type { Attempt } from '../../src/learner/attempt.js';

/** 2026-11-20T09:00:00Z. */
export const NOW = Date.UTC(2026, 10, 20, 9);

let made = 0;

/** An attempt with everything ordinary except what is given. */
export function attempt(given: Partial<Attempt> = {}): Attempt {
  made += 1;
  return {
    id: `attempt-${made}`,
    item: `item-${made}`,
    concept: 'idempotency',
    topic: 'reliability',
    level: 'intermediate',
    guess: 0.25,
    marking: 'auto',
    credit: 1,
    hinted: false,
    at: NOW,
    ...given,
  };
}
