// What is due, how well was remembered, and how that fades.

import { DAY_MS } from '../learner/attempt.js';
import { rememberedShare } from '../learner/forecast.js';
import type { Repeat } from '../learner/replay.js';
import type { Card } from '../learner/schedule.js';
import type { Reviews } from './summary-shape.js';

/** Spans of days between two askings, ends exclusive. */
const SPANS: readonly (readonly [from: number, to: number | null])[] = [
  [1, 3],
  [3, 7],
  [7, 14],
  [14, 30],
  [30, null],
];

/** Days ahead at which the forecast is told. */
const AHEAD = [0, 1, 2, 3, 5, 7, 10, 14, 21, 30];

/** Repeats of one span. */
export interface RetentionTally {
  /** Of `SPANS`. */
  span: number;
  repeats: number;
  remembered: number;
  /** Sum of the chances. */
  expected: number;
}

/** One repeat more. */
export function addRepeat(tallies: RetentionTally[], { days, remembered, expected }: Repeat): void {
  const span = SPANS.findIndex(([from, to]) => days >= from && (to === null || days < to));
  if (span < 0) return;
  let tally = tallies.find((one) => one.span === span);
  if (tally === undefined) {
    tally = { span, repeats: 0, remembered: 0, expected: 0 };
    tallies.push(tally);
  }
  tally.repeats += 1;
  if (remembered) tally.remembered += 1;
  tally.expected += expected;
}

/** `cards`: of the questions that are still in the bank; `retention`: of the repeats the report is about. */
export function reviewForecast(
  cards: readonly Card[],
  retention: readonly RetentionTally[],
  asOf: number,
): Reviews {
  const dueBy = (instant: number) => cards.filter((card) => card.due <= instant).length;
  return {
    seen: cards.length,
    dueNow: dueBy(asOf),
    dueTomorrow: dueBy(asOf + DAY_MS),
    dueInAWeek: dueBy(asOf + 7 * DAY_MS),
    retention: SPANS.flatMap(([fromDays, toDays], span) => {
      const own = retention.find((tally) => tally.span === span);
      if (own === undefined) return [];
      const { repeats, remembered, expected } = own;
      return [{ fromDays, toDays, repeats, remembered: remembered / repeats, expected: expected / repeats }];
    }),
    forecast:
      cards.length === 0
        ? []
        : AHEAD.map((days) => ({
            days,
            remembered: rememberedShare(cards, cards.length, asOf + days * DAY_MS),
          })),
  };
}
