// One walk over the attempts that gives all a report needs: cards, what counts for mastery, and how repeats went.
// The same rules as `scheduleCards` and `masteryEvidence` (a test holds them together), at half their cost.
import { type Attempt, DAY_MS, inOrder } from './attempt.js';
import { REPEAT_THRESHOLD } from './evidence.js';
import { retrievability } from './forgetting.js';
import { type Card, review } from './schedule.js';

/** A repeat of an item: what FSRS expected, and what came of it. */
export interface Repeat {
  readonly topic: string;
  /** Days since the item was asked before. */
  readonly days: number;
  /** Chance, [0, 1], that it was remembered. */
  readonly expected: number;
  /** Credit of at least a half. */
  readonly remembered: boolean;
  readonly at: number;
}

/** What is kept of an attempt that counts for mastery: all that `absorb` looks at. */
export type Evidence = Pick<
  Attempt,
  'at' | 'topic' | 'level' | 'difficulty' | 'guess' | 'marking' | 'credit'
>;

export interface Replay {
  readonly cards: Map<string, Card>;
  /** As `masteryEvidence` gives them. */
  readonly counted: Attempt[];
  /** Repeats a day or more after the asking before. */
  readonly repeats: Repeat[];
}

/** Any order of attempts, and attempts given twice, give the same. */
export function replayAttempts(attempts: Iterable<Attempt>): Replay {
  const cards = new Map<string, Card>();
  const counted: Attempt[] = [];
  const repeats: Repeat[] = [];
  for (const attempt of inOrder(attempts)) {
    const card = cards.get(attempt.item);
    cards.set(attempt.item, review(card, attempt));
    const told = replayAttempt(card, attempt);
    if (told.repeat) repeats.push(told.repeat);
    if (told.counted) counted.push(told.counted);
  }
  return { cards, counted, repeats };
}

/** What one attempt says where the item had this card before: as a repeat, and for mastery. */
export function replayAttempt(
  card: Card | undefined,
  attempt: Attempt,
): { repeat: Repeat | undefined; counted: Attempt | undefined } {
  const { topic, at } = attempt;
  const expected = card ? retrievability(card, at) : 0;
  const days = card ? (at - card.lastReview) / DAY_MS : 0;
  const repeat = days < 1 ? undefined : { topic, days, expected, remembered: attempt.credit >= 0.5, at };
  if (attempt.countsForMastery === false || expected >= REPEAT_THRESHOLD)
    return { repeat, counted: undefined };
  const guess = attempt.guess + (1 - attempt.guess) * expected;
  return { repeat, counted: card ? { ...attempt, guess } : attempt };
}
