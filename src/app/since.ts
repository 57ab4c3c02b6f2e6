// Spans and days as a person types them: 7d, 12h, 2w, 2026-11-01. Days are those of the learner, as everywhere.

import { Failure } from '../text/failure.js';
import { FIRST_INSTANT, isDay, startOfDay } from '../text/instant.js';
import { instantIn } from './option-rows.js';

const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** The instant (ms) meant; throws Failure `option-wrong`. A day alone is its beginning. */
export function sinceInstant(typed: string, now: number): number {
  return spanOrInstant('--since', typed, now);
}

/** The same for the end of a span; exclusive, so a day alone is meant with all its hours. */
export function untilInstant(typed: string, now: number): number {
  return isDay(typed) ? startOfDay(typed, 1) : spanOrInstant('--until', typed, now);
}

function spanOrInstant(option: string, typed: string, now: number): number {
  const [, count, unit = ''] = /^(\d{1,4})([hdw])$/.exec(typed) ?? [];
  if (count !== undefined) return Math.max(FIRST_INSTANT, now - Number(count) * (UNIT_MS[unit] ?? 0));
  const instant = instantIn(typed);
  if (instant === undefined)
    throw new Failure('option-wrong', {
      option,
      value: typed,
      expected: 'a span such as 7d, 12h or 2w, or a day such as 2026-11-01',
    });
  return instant;
}
