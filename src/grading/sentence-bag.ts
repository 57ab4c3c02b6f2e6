// Sentences as weighted sets of stems, and how near one is to another (the measure of Dice 1945, weighted).

import { rarity } from './rarity.js';
import { cutTokens, DENIAL, type Token } from './tokens.js';

export interface SentenceBag {
  weights: ReadonlyMap<string, number>;
  total: number;
}

/** Words a sentence has at least to stand for a claim. */
const FEWEST_WORDS = 3;
/** A denial turns a claim round, so it weighs as much as half a rare word. */
const DENIAL_WEIGHT = 0.5;
/** How many of the nearest sentences are looked at. */
const NEAREST = 2;

/** The sentences of some texts. */
export function sentenceBags(texts: readonly string[]): SentenceBag[] {
  return texts.flatMap((text) => {
    const sentences = new Map<number, Token[]>();
    for (const token of cutTokens(text)) {
      sentences.set(token.sentence, [...(sentences.get(token.sentence) ?? []), token]);
    }
    return [...sentences.values()].filter((tokens) => tokens.length >= FEWEST_WORDS).map(bagOf);
  });
}

/** The bag of some words. */
export function bagOf(tokens: readonly Token[]): SentenceBag {
  const weights = new Map<string, number>();
  let total = 0;
  for (const { word, stem, telling } of tokens) {
    const denies = DENIAL.has(word);
    if ((!telling && !denies) || weights.has(stem)) continue;
    const weight = denies ? DENIAL_WEIGHT : rarity(stem);
    weights.set(stem, weight);
    total += weight;
  }
  return { weights, total };
}

/** Mean nearness, 0 to 1, to the two nearest of these sentences; 0 where there are none. */
export function nearness(bag: SentenceBag, to: readonly SentenceBag[]): number {
  const near = to.map((other) => likeBags(bag, other)).sort((a, b) => b - a);
  return near.slice(0, NEAREST).reduce((sum, one) => sum + one, 0) / NEAREST;
}

/** Nearness of two bags, 0 to 1. */
export function likeBags(a: SentenceBag, b: SentenceBag): number {
  const [fewer, more] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let both = 0;
  for (const [stem, weight] of fewer.weights) if (more.weights.has(stem)) both += weight;
  return both === 0 ? 0 : (2 * both) / (a.total + b.total);
}
