// Mastery at several instants from one walk over the answers that count.

import { absorb, type MasteryState, masteryDraft, stateOf } from '../learner/mastery.js';
import type { Evidence } from '../learner/replay.js';

/** The states at these instants (ms, ascending), each from the attempts up to and including it. `counted` oldest first. */
export function masteryAt(
  topics: readonly string[],
  counted: readonly Evidence[],
  instants: readonly number[],
): MasteryState[] {
  const draft = masteryDraft(topics);
  let next = 0;
  return instants.map((instant) => {
    for (
      let attempt = counted[next];
      attempt !== undefined && attempt.at <= instant;
      attempt = counted[next]
    ) {
      absorb(draft, attempt);
      next += 1;
    }
    return stateOf(draft);
  });
}
