// What is said of a question that the person suspends.

import type { AskView } from '../session/player.js';

export function suspendedNotice({ question }: AskView): string {
  return `Suspended: no sitting chooses it any more. It comes back with: api-quiz unsuspend ${question.id}`;
}
