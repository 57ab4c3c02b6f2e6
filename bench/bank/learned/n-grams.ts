// The second learner, as unlike the first as can be: an averaged perceptron over strings of three to five characters.

import { randomStream } from '../../../src/learner/random.js';
import type { Model } from './folds.js';
import type { Puzzle } from './puzzle.js';

const [SHORTEST, LONGEST] = [3, 5];
const ROUNDS = 3;
/** The key has to lead by this much, or the model learns from the item. */
const MARGIN = 0.1;

/**
 * Ranks the options of an item: where the key does not lead, its n-grams gain and those of the best distractor lose. The
 * mean of all stages decides (Freund and Schapire 1999, "Large margin classification using the perceptron algorithm").
 */
export function trainPerceptron(puzzles: readonly Puzzle[]): Model {
  const [weights, drift] = [new Map<string, number>(), new Map<string, number>()];
  const next = randomStream(puzzles.length);
  let stage = 1;
  const move = (text: string, by: number) => {
    const grams = gramsOf(text);
    const part = by / Math.sqrt(grams.length);
    for (const gram of grams) {
      weights.set(gram, (weights.get(gram) ?? 0) + part);
      drift.set(gram, (drift.get(gram) ?? 0) + part * stage);
    }
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { options, right } of shuffled(puzzles, next)) {
      const scores = options.map((text) => scoreOf(text, weights));
      const key = right.indexOf(true);
      const rival = bestBut(key, scores);
      if (scores[rival]! + MARGIN >= scores[key]!) {
        move(options[key]!, 1);
        move(options[rival]!, -1);
      }
      stage += 1;
    }
  }
  const mean = new Map([...weights].map(([gram, weight]) => [gram, weight - drift.get(gram)! / stage]));
  return { score: ({ options }) => options.map((text) => scoreOf(text, mean)) };
}

function bestBut(key: number, scores: readonly number[]): number {
  const rivals = scores.map((_, index) => index).filter((index) => index !== key);
  return rivals.reduce((best, index) => (scores[index]! > scores[best]! ? index : best), rivals[0]!);
}

/** Divided by the root of their number, so that length alone decides little. */
function scoreOf(text: string, weights: ReadonlyMap<string, number>): number {
  const grams = gramsOf(text);
  return grams.reduce((sum, gram) => sum + (weights.get(gram) ?? 0), 0) / Math.sqrt(grams.length);
}

const known = new Map<string, string[]>();

function gramsOf(text: string): string[] {
  const stored = known.get(text);
  if (stored) return stored;
  const padded = `^${text.toLowerCase()}$`;
  const grams = new Set<string>();
  for (let size = SHORTEST; size <= LONGEST; size += 1)
    for (let at = 0; at + size <= padded.length; at += 1) grams.add(padded.slice(at, at + size));
  known.set(text, [...grams]);
  return [...grams];
}

/** Fisher and Yates. */
function shuffled(puzzles: readonly Puzzle[], next: () => number): Puzzle[] {
  const order = [...puzzles];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
