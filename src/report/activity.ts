// When was practised, and how long answers took.

import type { DayTallies } from './days.js';
import type { ActiveDay, TimeSpent } from './summary-shape.js';
import type { ReportTally } from './tally.js';

/** Days with answers, oldest first. */
export function activityOf(days: DayTallies): ActiveDay[] {
  return [...days]
    .map(([day, { answers, elapsedMs }]) => ({ day, answers, minutes: Math.round(elapsedMs / 6000) / 10 }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Medians: one answer left open over lunch must not speak for the others. */
export function timeSpent({ times, totalMs }: Pick<ReportTally, 'times' | 'totalMs'>): TimeSpent {
  const right = Float64Array.from(times.right).sort();
  const missed = Float64Array.from(times.missed).sort();
  return {
    totalMs,
    medianMs: medianOf(merged(right, missed)),
    medianRightMs: medianOf(right),
    medianMissedMs: medianOf(missed),
  };
}

/** Of two sorted lists. */
function merged(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  for (let place = 0, i = 0, j = 0; place < all.length; place += 1) {
    all[place] = j >= b.length || (i < a.length && a[i]! <= b[j]!) ? a[i++]! : b[j++]!;
  }
  return all;
}

/** Of a sorted list. */
function medianOf(times: Float64Array): number | null {
  if (times.length === 0) return null;
  const middle = times.length >> 1;
  const upper = times[middle]!;
  return times.length % 2 === 1 ? upper : (times[middle - 1]! + upper) / 2;
}
