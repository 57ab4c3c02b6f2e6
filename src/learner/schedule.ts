// When an item is due again: FSRS-6 cards, replayed from the attempts. The only file that knows ts-fsrs.
import { FSRSAlgorithm, type Grade, Rating, S_MAX, S_MIN } from 'ts-fsrs';
import { type Attempt, DAY_MS, inOrder } from './attempt.js';
import { recallAfter, retrievability, toEightDecimals } from './forgetting.js';
import { asMarked, SLIP } from './response-model.js';

/** How an attempt went, in FSRS's four grades. */
export type ReviewGrade = 'again' | 'hard' | 'good' | 'easy';

/** What is remembered of one item. Instants are ms since epoch. */
export interface Card {
  readonly item: string;
  readonly concept: string;
  readonly topic: string;
  /** Days until retrievability has fallen to 90 %. */
  readonly stability: number;
  /** FSRS difficulty, 1 (easy) to 10. */
  readonly difficulty: number;
  readonly due: number;
  readonly lastReview: number;
  readonly reviews: number;
  /** Attempts graded "again", the first one included. */
  readonly misses: number;
  /** The same, but of several in a row on one UTC day, as a drill makes them, one counts. */
  readonly lapses: number;
  /** The last answer was a miss: not remembered until it is right once. */
  readonly missed: boolean;
  /** Log of how much likelier its answers are where it was known before than where it is being learnt here. */
  readonly knownLogOdds: number;
}

// No learning steps: within a sitting `drill` brings misses back, so the shortest interval here is one day. Answers of
// the same day still move the memory (short-term stability). Fuzz would make the due date depend on more than the history.
const scheduler = new (class extends FSRSAlgorithm {
  constructor(...given: ConstructorParameters<typeof FSRSAlgorithm>) {
    super(...given);
    // Plain: through the library's proxy every look at a weight costs more than what is reckoned with it.
    this.param = { ...this.param };
  }
})({
  request_retention: 0.9,
  maximum_interval: 36_500,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: [],
  relearning_steps: [],
});
const { w } = scheduler.parameters;

const RATINGS: Record<ReviewGrade, Grade> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** The one grade map: credit < 0.5 again; < 1, hinted or a stated guess hard; 1 good; easy only by the learner. */
export function reviewGradeOf(
  attempt: Pick<Attempt, 'credit' | 'hinted' | 'easy' | 'confidence'>,
): ReviewGrade {
  if (attempt.credit < 0.5) return 'again';
  if (attempt.credit < 1 || attempt.hinted || attempt.confidence === 'guess') return 'hard';
  return attempt.easy === true ? 'easy' : 'good';
}

/**
 * The card after one more attempt (`undefined`: the item was never seen). Memory and interval are FSRS-6 with its default
 * parameters and a desired retention of 90 %; days between attempts are UTC calendar days, as in ts-fsrs itself.
 */
export function review(
  card: Card | undefined,
  attempt: Attempt,
  /** That of the card at the instant of the attempt, where it is known already. */
  recall = card ? retrievability(card, attempt.at) : 0,
): Card {
  return reviewAt(card, attempt, reviewGradeOf(attempt), attempt.at, knownEvidence(recall, attempt));
}

/**
 * What one answer adds to `knownLogOdds`: whoever knew it before answers right but for slips, whoever is learning it here remembers
 * or guesses. Partial credit y counts as the likelihood p^y (1-p)^(1-y).
 */
function knownEvidence(recall: number, { guess, credit, marking }: Attempt): number {
  const known = asMarked(1 - SLIP, marking);
  const learning = Math.min(1 - SLIP, Math.max(SLIP, asMarked(recall + (1 - recall) * guess, marking)));
  return credit * Math.log(known / learning) + (1 - credit) * Math.log((1 - known) / (1 - learning));
}

/** The card of an item after a review with this grade at this instant (ms); an instant before the last review counts as the same day. */
export function reviewAt(
  card: Card | undefined,
  item: Pick<Card, 'item' | 'concept' | 'topic'>,
  grade: ReviewGrade,
  at: number,
  /** What it adds to `knownLogOdds`. */
  evidence = 0,
): Card {
  const days = card ? Math.max(0, utcDay(at) - utcDay(card.lastReview)) : 0;
  // The chance that it is remembered, in ours: the library makes its curve's numbers anew each time.
  const recall = card ? recallAfter(days, card.stability) : 0;
  const memory = scheduler.next_state(card ?? null, days, RATINGS[grade], recall);
  return {
    item: item.item,
    concept: item.concept,
    topic: item.topic,
    stability: memory.stability,
    difficulty: memory.difficulty,
    due: at + scheduler.next_interval(memory.stability, days) * DAY_MS,
    lastReview: at,
    reviews: (card?.reviews ?? 0) + 1,
    misses: (card?.misses ?? 0) + (grade === 'again' ? 1 : 0),
    lapses: (card?.lapses ?? 0) + (grade === 'again' && isLapse(card, at) ? 1 : 0),
    missed: grade === 'again',
    knownLogOdds: (card?.knownLogOdds ?? 0) + evidence,
  };
}

/** False for a miss at `at` (ms) straight after another one of the same UTC day. */
export function isLapse(card: Pick<Card, 'missed' | 'lastReview'> | undefined, at: number): boolean {
  return card === undefined || !card.missed || utcDay(card.lastReview) !== utcDay(at);
}

/** One card per item ever attempted, by item. Any order of attempts, and attempts given twice, give the same cards. */
export function scheduleCards(attempts: Iterable<Attempt>): Map<string, Card> {
  const cards = new Map<string, Card>();
  for (const attempt of inOrder(attempts)) cards.set(attempt.item, review(cards.get(attempt.item), attempt));
  return cards;
}

/**
 * Retrievability at `day` (ms) of a card that is reviewed at `now`, right or wrong: that of `reviewAt` for the grades good and again,
 * without making their cards. FSRS-6 as in ts-fsrs, which asks for its parameters through a proxy at every step.
 */
export function recallOnceReviewed(
  { stability, difficulty, lastReview }: Pick<Card, 'stability' | 'difficulty' | 'lastReview'>,
  now: number,
  day: number,
): { good: number; again: number } {
  const days = Math.max(0, utcDay(now) - utcDay(lastReview));
  const then = Math.max(0, day - now) / DAY_MS;
  const recall = recallAfter(days, stability);
  const good = days === 0 ? sameDay(stability, 'good') : recalledStability(difficulty, stability, recall);
  const again = days === 0 ? sameDay(stability, 'again') : missedStability(difficulty, stability, recall);
  return { good: recallAfter(then, good), again: recallAfter(then, again) };
}

const sameDay = (stability: number, grade: ReviewGrade): number =>
  scheduler.next_short_term_stability(stability, RATINGS[grade]);

const RECALL_GAIN = Math.exp(w[8]!);

function recalledStability(difficulty: number, stability: number, recall: number): number {
  const gain = RECALL_GAIN * (11 - difficulty) * stability ** -w[9]! * (Math.exp((1 - recall) * w[10]!) - 1);
  return toStability(stability * (1 + gain));
}

const MISSED_DIVISOR = Math.exp(w[17]! * w[18]!);

/** Of what is forgotten no more is left than a second miss of the same day would leave. */
function missedStability(difficulty: number, stability: number, recall: number): number {
  const forgotten = toStability(
    w[11]! * difficulty ** -w[12]! * ((stability + 1) ** w[13]! - 1) * Math.exp((1 - recall) * w[14]!),
  );
  return Math.min(Math.max(toEightDecimals(stability / MISSED_DIVISOR), S_MIN), forgotten);
}

const toStability = (days: number): number => toEightDecimals(Math.min(Math.max(days, S_MIN), S_MAX));

/** The cards due at `now` (ms), the one most likely forgotten first; equal ones by item. */
export function dueCards(cards: Iterable<Card>, now: number): Card[] {
  return [...cards]
    .filter((card) => card.due <= now)
    .map((card) => ({ card, urgency: retrievability(card, now) }))
    .sort((a, b) => a.urgency - b.urgency || (a.card.item < b.card.item ? -1 : 1))
    .map(({ card }) => card);
}

function utcDay(instant: number): number {
  return Math.floor(instant / DAY_MS);
}
