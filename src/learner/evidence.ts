// Which attempts say something about ability: first ones, and repeats of items that have been forgotten since.
import { type Attempt, inOrder } from './attempt.js';
import { retrievability } from './forgetting.js';
import { type Card, review } from './schedule.js';

/**
 * A repeat counts only when the item was less likely remembered than this. With six items a topic and drilling until
 * right, counting every repeat makes a learner at 39 % on new items look like 69 % (learner-model.md).
 */
export const REPEAT_THRESHOLD = 0.6;

/**
 * The attempts that count for mastery, oldest first. In a repeat that counts, remembering the item is one more way of
 * being right without knowing the topic, so its guessing chance becomes guess + (1 - guess) * retrievability.
 */
export function masteryEvidence(attempts: Iterable<Attempt>): Attempt[] {
  const cards = new Map<string, Card>();
  const counted: Attempt[] = [];
  for (const attempt of inOrder(attempts)) {
    const card = cards.get(attempt.item);
    cards.set(attempt.item, review(card, attempt));
    if (attempt.countsForMastery === false) continue;
    const remembered = card ? retrievability(card, attempt.at) : 0;
    if (remembered >= REPEAT_THRESHOLD) continue;
    counted.push(card ? { ...attempt, guess: attempt.guess + (1 - attempt.guess) * remembered } : attempt);
  }
  return counted;
}
