// FSRS-6's forgetting curve, with the default weights of ts-fsrs: whoever only asks what is remembered need not load the library.
import { DAY_MS } from './attempt.js';

/** Weights 0 and 20 of FSRS-6: days of stability after a first answer graded "again", and how fast memories fade (the exponent). */
export const FIRST_MISS_STABILITY = 0.212;
const DECAY = -0.1542;

/** What makes the curve fall to 90 % after a time of one stability. */
const FACTOR = toEightDecimals(Math.exp(DECAY ** -1 * Math.log(0.9)) - 1);

/**
 * Chance, [0, 1], that the item is remembered at `now` (ms): over fractional days, as ts-fsrs has it, but for its making the curve's
 * numbers anew for every one of thousands. `stability` in days; `lastReview` an instant.
 */
export function retrievability(
  { stability, lastReview }: { readonly stability: number; readonly lastReview: number },
  now: number,
): number {
  return recallAfter(Math.max(0, now - lastReview) / DAY_MS, stability);
}

/** The same after so many days. */
export function recallAfter(days: number, stability: number): number {
  return toEightDecimals((1 + (FACTOR * days) / stability) ** DECAY);
}

/** As the library rounds all it keeps. */
export function toEightDecimals(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}
