// Calendar weeks of a report's span, Monday first, in the learner's own days.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import { DAY_MS } from '../learner/attempt.js';
import type { Week } from './summary-shape.js';

/** Two years: what came before has faded from every figure. */
const MOST_WEEKS = 104;

/** A calendar day as the UTC instant it would begin at: days can then be counted, whatever the time zone. */
export const dayInstant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The calendar day so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(dayInstant(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(dayInstant(day)).getUTCDay() + 6) % 7;
  return dayAfter(day, -weekday);
}

/** Calendar weeks from one day to another, both counted. */
export function weeksBetween(first: string, last: string): number {
  return Math.round((dayInstant(mondayOf(last)) - dayInstant(mondayOf(first))) / (7 * DAY_MS)) + 1;
}

/** A week and the instant (ms) at which its readiness is looked at: its last answer's, or its end. */
export interface WeekSpan extends Omit<Week, 'readiness'> {
  end: number;
}

/** All weeks from the first answer to `asOf`, those without answers too, the last 104 at most. */
export function weekSpans(
  answers: readonly RememberedAnswer[],
  asOf: number,
  dayOf: (instant: number) => string,
): WeekSpan[] {
  const tallies = new Map<string, { answers: number; credit: number }>();
  for (const { at, effectiveCredit } of answers) {
    const week = mondayOf(dayOf(at));
    const tally = tallies.get(week) ?? { answers: 0, credit: 0 };
    tally.answers += 1;
    tally.credit += effectiveCredit;
    tallies.set(week, tally);
  }
  const first = [...tallies.keys()].sort()[0];
  if (first === undefined) return [];
  const last = mondayOf(dayOf(asOf));
  const count = weeksBetween(first, last);
  // The offset of the learner's clock at `asOf`: ends of weeks are only as exact as an hour of summer time.
  const offset = dayInstant(dayOf(asOf)) - Math.floor(asOf / DAY_MS) * DAY_MS;
  return Array.from({ length: Math.min(count, MOST_WEEKS) }, (_, index) => {
    const week = dayAfter(last, -7 * (Math.min(count, MOST_WEEKS) - 1 - index));
    const tally = tallies.get(week);
    return {
      week,
      answers: tally?.answers ?? 0,
      credit: tally ? tally.credit / tally.answers : null,
      end: Math.min(asOf, dayInstant(week) + 7 * DAY_MS - offset - 1),
    };
  });
}
