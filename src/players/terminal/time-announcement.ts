// The quiet clock: time is said twice, for people who do not want to see, or hear, it tick.

import { spanInWords } from '../../text/duration.js';

const LAST_CALL_MS = 10_000;

/** What to say when the time left went from `beforeMs` to `nowMs`: at half of the limit, and at ten seconds. */
export function announcement(
  limitMs: number | null,
  beforeMs: number | null,
  nowMs: number | null,
): string | undefined {
  if (limitMs === null || beforeMs === null || nowMs === null) return undefined;
  const passed = (mark: number) => beforeMs > mark && nowMs <= mark;
  if (limitMs > LAST_CALL_MS && passed(LAST_CALL_MS)) return 'Ten seconds left.';
  if (limitMs > 2 * LAST_CALL_MS && passed(limitMs / 2))
    return `Half of the time is over: ${spanInWords(nowMs)} left.`;
  return undefined;
}
