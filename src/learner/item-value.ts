// What asking an item now is worth on the day of the interview: how much likelier it is then remembered or known.
import { DAY_MS } from './attempt.js';
import { FIRST_MISS_STABILITY, retrievability } from './forgetting.js';
import { DISCRIMINATION, difficultyOf, type ItemShape } from './response-model.js';
import { type Card, recallOnceReviewed } from './schedule.js';

/** Days to an interview that nobody has set: it rolls along. */
export const ROLLING_DAYS = 28;

/** What is believed of a topic: ability in logits with its standard deviation (`TopicMastery`). */
export interface TopicAbility {
  readonly ability: number;
  readonly abilitySd: number;
}

/** Of a topic without any answer anywhere: learners' means N(0, 1), offsets N(0, .8). */
export const UNKNOWN_ABILITY: TopicAbility = { ability: 0, abilitySd: 1.28 };

/** The instant (ms) that counts: the interview, or four weeks from now where none is set or it is over. */
export function interviewDay(now: number, interview: number | null): number {
  return interview !== null && interview > now ? interview : now + ROLLING_DAYS * DAY_MS;
}

/**
 * Chance, (0, 1), that a learner knows a new item of this difficulty before it is ever asked: the logistic curve averaged over the belief,
 * by the usual approximation of the logistic by a normal (MacKay 1992). Guessing and slips are no knowledge.
 */
export function knownBefore(
  { ability, abilitySd }: TopicAbility,
  item: Pick<ItemShape, 'level' | 'difficulty'>,
): number {
  const spread = DISCRIMINATION * abilitySd;
  const widened = Math.sqrt(1 + (Math.PI / 8) * spread * spread);
  return 1 / (1 + Math.exp((-DISCRIMINATION * (ability - difficultyOf(item))) / widened));
}

/** The same for an item that has been answered: its answers say whether it was known before or is being learnt here. */
export function knownSince(before: number, card: Card): number {
  const odds = (before / (1 - before)) * Math.exp(card.knownLogOdds);
  return odds / (1 + odds);
}

/**
 * Expected gain, [0, 1], in the chance that the item is known or remembered on `day` from asking it at `now` (ms). What was known
 * before needs no asking; the rest is learnt from the feedback and forgotten by FSRS. `known`: chance that it was known before.
 */
export function askingGain(
  card: Card | undefined,
  known: number,
  { now, day }: { readonly now: number; readonly day: number },
): number {
  if (card === undefined) return (1 - known) * firstMissRecall(day - now);
  const then = recallOnceReviewed(card, now, day);
  const recall = retrievability(card, now);
  return (1 - known) * (recall * then.good + (1 - recall) * then.again - retrievability(card, day));
}

let lastAsked = { span: Number.NaN, recall: 0 };

/** Chance that an item missed at its first asking is remembered after `span` ms: one figure for all unseen items of a choice. */
function firstMissRecall(span: number): number {
  if (lastAsked.span !== span)
    lastAsked = { span, recall: retrievability({ stability: FIRST_MISS_STABILITY, lastReview: 0 }, span) };
  return lastAsked.recall;
}
