// The day of the interview that a plan leads to: the one typed, else that of the settings.

import { isSetting } from '../history/setting-rows.js';
import { localDay } from '../text/duration.js';
import { Failure } from '../text/failure.js';

/** YYYY-MM-DD. A typed day must lie ahead of `now` (ms); one of the settings may have come and gone, and the plan then says so. */
export function dateOfPlan(typed: string | undefined, setting: string | undefined, now: number): string {
  const today = localDay(now);
  if (typed === undefined) {
    if (setting === undefined) throw new Failure('plan-needs-date');
    return setting;
  }
  if (!isSetting('interviewDate', typed) || typed <= today) {
    throw new Failure('option-wrong', {
      option: '--date',
      value: typed,
      expected: `a day after ${today}, such as 2026-12-15`,
    });
  }
  return typed;
}
