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
  return {
    totalMs,
    medianMs: medianOf([times.right, times.missed]),
    medianRightMs: medianOf([times.right]),
    medianMissedMs: medianOf([times.missed]),
  };
}

function medianOf(lists: readonly (readonly number[])[]): number | null {
  const times = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  if (times.length === 0) return null;
  let place = 0;
  for (const list of lists) {
    times.set(list, place);
    place += list.length;
  }
  times.sort();
  const middle = times.length >> 1;
  const upper = times[middle]!;
  return times.length % 2 === 1 ? upper : (times[middle - 1]! + upper) / 2;
}
