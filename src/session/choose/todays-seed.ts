// The seed of a sitting nobody gave one: the same all day until something is answered, so that `plan` can say what `practice` asks.

import { DAY_MS } from '../../learner/attempt.js';
import { seedFrom } from '../shuffle.js';

/** `answered`: answers in the history; `now` in ms. */
export function todaysSeed(now: number, answered: number): number {
  return seedFrom(Math.floor(now / DAY_MS), 'practice', answered) % 1_000_000;
}
