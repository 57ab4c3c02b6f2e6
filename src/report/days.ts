// Answers by the learner's calendar day: what the calendar and the weeks are made from.

import type { RememberedAnswer } from '../history/remembered-answer.js';

export interface DayTally {
  answers: number;
  /** Sum of credits. */
  credit: number;
  elapsedMs: number;
}

export type DayTallies = ReadonlyMap<string, DayTally>;

/** Tallies of the days with answers. */
export function tallyDays(
  answers: readonly RememberedAnswer[],
  dayOf: (instant: number) => string,
): DayTallies {
  const days = new Map<string, DayTally>();
  for (const answer of answers) addToDay(days, answer, dayOf);
  return days;
}

/** One answer more. */
export function addToDay(
  days: Map<string, DayTally>,
  { at, effectiveCredit, elapsedMs }: RememberedAnswer,
  dayOf: (instant: number) => string,
): void {
  const day = dayOf(at);
  const tally = days.get(day);
  if (tally) {
    tally.answers += 1;
    tally.credit += effectiveCredit;
    tally.elapsedMs += elapsedMs;
  } else days.set(day, { answers: 1, credit: effectiveCredit, elapsedMs });
}

const QUARTER_HOUR_MS = 900_000;

/** The same, asked once per quarter of an hour: no time zone is finer, and making 100,000 dates takes its time. */
export function rememberDays(dayOf: (instant: number) => string): (instant: number) => string {
  const known = new Map<number, string>();
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER_HOUR_MS);
    const day = known.get(quarter) ?? dayOf(instant);
    known.set(quarter, day);
    return day;
  };
}
