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

/** `cards`: of the questions that are still in the bank; `repeats`: those the report is about. */
export function reviewForecast(cards: readonly Card[], repeats: readonly Repeat[], asOf: number): Reviews {
  const dueBy = (instant: number) => cards.filter((card) => card.due <= instant).length;
  return {
    seen: cards.length,
    dueNow: dueBy(asOf),
    dueTomorrow: dueBy(asOf + DAY_MS),
    dueInAWeek: dueBy(asOf + 7 * DAY_MS),
    retention: SPANS.flatMap(([fromDays, toDays]) => {
      const own = repeats.filter(({ days }) => days >= fromDays && (toDays === null || days < toDays));
      if (own.length === 0) return [];
      const remembered = own.filter((repeat) => repeat.remembered).length / own.length;
      const expected = own.reduce((sum, repeat) => sum + repeat.expected, 0) / own.length;
      return [{ fromDays, toDays, repeats: own.length, remembered, expected }];
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
