// When was practised, and how long answers took.

import { MISS_BELOW } from '../history/modes.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { DayTallies } from './days.js';
import type { ActiveDay, TimeSpent } from './summary-shape.js';

/** Days with answers, oldest first. */
export function activityOf(days: DayTallies): ActiveDay[] {
  return [...days]
    .map(([day, { answers, elapsedMs }]) => ({ day, answers, minutes: Math.round(elapsedMs / 6000) / 10 }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Medians: one answer left open over lunch must not speak for the others. */
export function timeSpent(answers: readonly RememberedAnswer[]): TimeSpent {
  const missed = (answer: RememberedAnswer) => answer.effectiveCredit < MISS_BELOW;
  return {
    totalMs: answers.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0),
    medianMs: medianTime(answers),
    medianRightMs: medianTime(answers.filter((answer) => !missed(answer))),
    medianMissedMs: medianTime(answers.filter(missed)),
  };
}

function medianTime(answers: readonly RememberedAnswer[]): number | null {
  if (answers.length === 0) return null;
  const times = Float64Array.from(answers, ({ elapsedMs }) => elapsedMs).sort();
  const middle = times.length >> 1;
  const upper = times[middle]!;
  return times.length % 2 === 1 ? upper : (times[middle - 1]! + upper) / 2;
}
