// What of a rubric point an open answer earns: all, half or nothing, and less where only a probe brought it out.

import type { OpenResponse } from './response.js';

/** What a point half said earns of its weight. */
export const HALF_SAID = 0.5;
/** What a point counts that was said only when the interviewer probed for it. */
export const PROBED_SHARE = 0.7;

/** 0 to 1: the share of a point's weight. A point both in `met` and in `half` is met. */
export function shareOf({ met, half = [], late = [] }: OpenResponse, point: string): number {
  const said = met.includes(point) ? 1 : half.includes(point) ? HALF_SAID : 0;
  return late.includes(point) ? said * PROBED_SHARE : said;
}
