// What the learner model is told of one answer, and the one order in which answers are replayed.

import type { Level } from '../question/vocabulary.js';

/** Milliseconds in a UTC day; every day in this folder is one of these, so no time zone or summer time can matter. */
export const DAY_MS = 86_400_000;

/** One answer, as the caller derives it from the history. An untouched expiry is no attempt: leave it out. */
export interface Attempt {
  /** Unique over all histories, so that the same answer read twice counts once. */
  readonly id: string;
  readonly item: string;
  readonly concept: string;
  readonly topic: string;
  readonly level: Level;
  /** Logits, where many people's answers have told it; left out: that of its level. */
  readonly difficulty?: number | undefined;
  /** Chance of being right by guessing, [0, 1): 1 / choices, 0 for recall. */
  readonly guess: number;
  /** A self-marked answer may be marked wrongly. */
  readonly marking: 'auto' | 'self';
  /** [0, 1]; skipped is 0. */
  readonly credit: number;
  readonly hinted: boolean;
  /** The learner pressed "easy". */
  readonly easy?: boolean;
  readonly confidence?: 'guess' | 'likely' | 'sure' | undefined;
  /** Instant of the answer, ms since epoch. */
  readonly at: number;
  /** False when the answer says nothing about ability (its key has changed since); it still feeds the schedule. */
  readonly countsForMastery?: boolean;
}

/**
 * The attempts oldest first, each id once. The result does not depend on the order or the number of copies given:
 * that is what makes two machines' histories merge to one picture.
 */
export function inOrder(attempts: Iterable<Attempt>): Attempt[] {
  const sorted = [...attempts].sort(byInstant);
  const seen = new Set<string>();
  return sorted.filter((attempt) => !seen.has(attempt.id) && seen.add(attempt.id));
}

/** Oldest first; ids break ties. Two versions of one id (they should not exist) are ordered by item, then credit. */
function byInstant(a: Attempt, b: Attempt): number {
  return a.at - b.at || compareText(a.id, b.id) || compareText(a.item, b.item) || a.credit - b.credit;
}

/** By UTF-16 code unit: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
