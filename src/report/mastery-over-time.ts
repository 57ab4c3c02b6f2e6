// Mastery at several instants from one walk over the answers that count.

import type { Attempt } from '../learner/attempt.js';
import { type MasteryState, noAnswers, observe } from '../learner/mastery.js';

/** The states at these instants (ms, ascending), each from the attempts up to and including it. `counted` oldest first. */
export function masteryAt(
  topics: readonly string[],
  counted: readonly Attempt[],
  instants: readonly number[],
): MasteryState[] {
  let state = noAnswers(topics);
  let next = 0;
  return instants.map((instant) => {
    for (
      let attempt = counted[next];
      attempt !== undefined && attempt.at <= instant;
      attempt = counted[next]
    ) {
      state = observe(state, attempt);
      next += 1;
    }
    return state;
  });
}
