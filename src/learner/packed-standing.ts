// A standing as plain values that go through JSON without losing a bit, and back.
import { packNumbers, unpackNumbers } from '../text/packed-numbers.js';
import { priorBelief } from './belief.js';
import type { Card } from './schedule.js';
import { noStanding, type Standing } from './standing.js';

/** Made by `packStanding`. Change `STANDING_FORM` when its meaning changes, or that of what is folded. */
export interface PackedStanding {
  cards: PackedCard[];
  tallies: [answers: number, misses: number, lastSeen: number | null][];
  at: number | null;
  /** Per hypothesis: the log of its weight, then base64 of its mean and its covariance. */
  belief: [logWeight: string, mean: string, covariance: string][];
}

type PackedCard = [
  item: string,
  concept: string,
  topic: string,
  stability: number,
  difficulty: number,
  due: number,
  lastReview: number,
  reviews: number,
  misses: number,
  lapses: number,
  missed: boolean,
  knownLogOdds: number,
];

/** Raised with every change of what a fold over the same attempts gives. */
export const STANDING_FORM = 3;

export function packStanding({ cards, mastery }: Standing): PackedStanding {
  return {
    cards: [...cards.values()].map((card) => [
      card.item,
      card.concept,
      card.topic,
      card.stability,
      card.difficulty,
      card.due,
      card.lastReview,
      card.reviews,
      card.misses,
      card.lapses,
      card.missed,
      card.knownLogOdds,
    ]),
    tallies: mastery.tallies.map(({ answers, misses, lastSeen }) => [answers, misses, lastSeen ?? null]),
    at: mastery.at ?? null,
    belief: mastery.belief.hypotheses.map(({ logWeight, mean, covariance }) => [
      packNumbers(Float64Array.of(logWeight)),
      packNumbers(mean),
      packNumbers(covariance),
    ]),
  };
}

/** For the topics it was packed with; undefined where it does not fit them. */
export function unpackStanding(packed: PackedStanding, topics: readonly string[]): Standing | undefined {
  const prior = priorBelief(topics.length);
  const { tallies, belief, at } = packed;
  if (tallies.length !== topics.length || belief.length !== prior.hypotheses.length) return undefined;
  const hypotheses = prior.hypotheses.map(({ spread }, place) => {
    const [logWeight, mean, covariance] = belief[place]!;
    return {
      spread,
      logWeight: unpackNumbers(logWeight)[0]!,
      mean: unpackNumbers(mean),
      covariance: unpackNumbers(covariance),
    };
  });
  const standing = noStanding(topics);
  for (const card of packed.cards) standing.cards.set(card[0], cardOf(card));
  return {
    cards: standing.cards,
    mastery: {
      topics,
      belief: { topics: topics.length, hypotheses },
      tallies: tallies.map(([answers, misses, lastSeen]) =>
        lastSeen === null ? { answers, misses } : { answers, misses, lastSeen },
      ),
      ...(at === null ? {} : { at }),
    },
  };
}

function cardOf(packed: PackedCard): Card {
  const [
    item,
    concept,
    topic,
    stability,
    difficulty,
    due,
    lastReview,
    reviews,
    misses,
    lapses,
    missed,
    knownLogOdds,
  ] = packed;
  return {
    item,
    concept,
    topic,
    stability,
    difficulty,
    due,
    lastReview,
    reviews,
    misses,
    lapses,
    missed,
    knownLogOdds,
  };
}
