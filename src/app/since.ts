// Spans and days as a person types them: 7d, 12h, 2w, 2026-11-01.

import { Failure } from '../text/failure.js';

const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** The instant (ms) meant; throws Failure `option-wrong`. A day alone is its start in UTC. */
export function sinceInstant(typed: string, now: number): number {
  const span = /^(\d{1,4})([hdw])$/.exec(typed);
  if (span) return now - Number(span[1]) * (UNIT_MS[span[2] as string] as number);
  const instant = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(typed)
    ? Date.parse(typed)
    : Number.NaN;
  if (Number.isNaN(instant))
    throw new Failure('option-wrong', {
      option: '--since',
      value: typed,
      expected: 'a span such as 7d, 12h or 2w, or a day such as 2026-11-01',
    });
  return instant;
}
