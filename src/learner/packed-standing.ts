// A standing as plain values, columns of numbers among them, that can be kept without losing a bit, and back.
import { packNumbers, unpackNumbers } from '../text/packed-numbers.js';
import { priorBelief } from './belief.js';
import { noStanding } from './no-standing.js';
import type { Card } from './schedule.js';
import type { Standing } from './standing.js';

/** Made by `packStanding`: a column a field. Change `STANDING_FORM` when its meaning changes, or that of what is folded. */
export interface PackedStanding {
  /** Items, concepts and topics of the cards, each once. */
  names: string[];
  /** Of each card in turn, see `figuresOf`. */
  cards: Float64Array;
  tallies: [answers: number, misses: number, lastSeen: number | null][];
  at: number | null;
  /** Per hypothesis: the log of its weight, then base64 of its mean and its covariance. */
  belief: [logWeight: string, mean: string, covariance: string][];
}

/** Raised with every change of what a fold over the same attempts gives. */
export const STANDING_FORM = 6;

export function packStanding({ cards, mastery }: Standing): PackedStanding {
  const names = new Map<string, number>();
  const placeOf = (name: string): number => {
    const place = names.get(name) ?? names.size;
    names.set(name, place);
    return place;
  };
  const figures = [...cards.values()].flatMap((card) => figuresOf(card, placeOf));
  return {
    names: [...names.keys()],
    cards: Float64Array.from(figures),
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
  const figures = packed.cards;
  for (let start = 0; start < figures.length; start += FIGURES) {
    const card = cardOf(figures, start, packed.names);
    standing.cards.set(card.item, card);
  }
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

const FIGURES = 12;

/** In the order in which `cardOf` takes them. */
function figuresOf(card: Card, placeOf: (name: string) => number): number[] {
  const { stability, difficulty, due, lastReview, reviews, misses, lapses, missed, knownLogOdds } = card;
  const names = [card.item, card.concept, card.topic].map(placeOf);
  return [
    ...names,
    ...[stability, difficulty, due, lastReview, reviews, misses, lapses, Number(missed), knownLogOdds],
  ];
}

function cardOf(figures: Float64Array, start: number, names: readonly string[]): Card {
  return {
    item: names[figures[start]!]!,
    concept: names[figures[start + 1]!]!,
    topic: names[figures[start + 2]!]!,
    stability: figures[start + 3]!,
    difficulty: figures[start + 4]!,
    due: figures[start + 5]!,
    lastReview: figures[start + 6]!,
    reviews: figures[start + 7]!,
    misses: figures[start + 8]!,
    lapses: figures[start + 9]!,
    missed: figures[start + 10] === 1,
    knownLogOdds: figures[start + 11]!,
  };
}
