// Where a learner stands: cards and mastery as one left fold over the attempts, oldest first.
import type { Attempt } from './attempt.js';
import { REPEAT_THRESHOLD } from './evidence.js';
import { retrievability } from './forgetting.js';
import { absorb, type MasteryDraft } from './mastery.js';
import { type Card, review } from './schedule.js';

/** What a choice of questions needs to know of all answers so far. Changed in place by `foldAttempt`. */
export interface Standing {
  readonly cards: Map<string, Card>;
  readonly mastery: MasteryDraft;
}

/** One attempt more, which must not be older than those before; the rules of `masteryEvidence` and `scheduleCards`. */
export function foldAttempt({ cards, mastery }: Standing, attempt: Attempt): void {
  const card = cards.get(attempt.item);
  const remembered = card ? retrievability(card, attempt.at) : 0;
  cards.set(attempt.item, review(card, attempt, remembered));
  if (attempt.countsForMastery === false) return;
  if (remembered >= REPEAT_THRESHOLD) return;
  absorb(mastery, card ? { ...attempt, guess: attempt.guess + (1 - attempt.guess) * remembered } : attempt);
}
