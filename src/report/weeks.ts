// Calendar weeks of a report's span, Monday first, in the learner's own days.

import { DAY_MS } from '../learner/attempt.js';
import type { DayTallies } from './days.js';
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
export function weekSpans(days: DayTallies, asOf: number, dayOf: (instant: number) => string): WeekSpan[] {
  const tallies = new Map<string, { answers: number; credit: number }>();
  for (const [day, { answers, credit }] of days) {
    const week = mondayOf(day);
    const tally = tallies.get(week);
    tallies.set(week, { answers: (tally?.answers ?? 0) + answers, credit: (tally?.credit ?? 0) + credit });
  }
  const first = [...tallies.keys()].sort()[0];
  if (first === undefined) return [];
  const last = mondayOf(dayOf(asOf));
  const count = Math.min(weeksBetween(first, last), MOST_WEEKS);
  return Array.from({ length: count }, (_, index) => {
    const week = dayAfter(last, -7 * (count - 1 - index));
    const tally = tallies.get(week);
    return {
      week,
      answers: tally?.answers ?? 0,
      credit: tally ? tally.credit / tally.answers : null,
      end: Math.min(asOf, endOfWeek(week, dayOf)),
    };
  });
}

const HOUR_MS = 3_600_000;

/** The last ms of a week where the learner is: no clock is further than 15 hours from UTC, summer time or not. */
function endOfWeek(week: string, dayOf: (instant: number) => string): number {
  const next = dayAfter(week, 7);
  let [inside, outside] = [dayInstant(next) - 15 * HOUR_MS, dayInstant(next) + 15 * HOUR_MS];
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (dayOf(middle) < next) inside = middle;
    else outside = middle;
  }
  return inside;
}
