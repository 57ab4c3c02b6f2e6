// What is recalled before any answer. Pure.

import { noStanding } from '../learner/no-standing.js';
import type { Recollection } from './recollection.js';

/** For these topics. */
export function noRecollection(topics: readonly string[]): Recollection {
  return { answered: 0, items: new Map(), standing: noStanding(topics), lastAt: null, lastAttempt: '' };
}
