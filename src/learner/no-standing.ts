// Where a learner stands before any answer.

import { masteryDraft } from './mastery.js';
import type { Standing } from './standing.js';

/** For these topics. */
export function noStanding(topics: readonly string[]): Standing {
  return { cards: new Map(), mastery: masteryDraft(topics) };
}
