// What the learned guessers earn on puzzles they have not seen, and the cues they live on.

import { type Earned, earned, type Share, shareOf } from './credit.js';
import { BIAS, encode } from './features.js';
import { heldOut, type Model, SEEDS } from './folds.js';
import { trainLogit } from './logit.js';
import { trainPerceptron } from './n-grams.js';
import type { Puzzle, Task } from './puzzle.js';

/** One guesser, one look: the plain 97.5 % bound. */
const TAIL = 0.025;

export interface StrongCue {
  name: string;
  weight: number;
}

/** The logit's share of the credit: the mean over the shuffles, against the bound of a single one. */
export function scoreLogit(puzzles: readonly Puzzle[], task: Task): Share {
  const train = trainLogit(encode(puzzles), task);
  return meanShare(puzzles, train, task);
}

/** The same for the perceptron, which only chooses. */
export function scorePerceptron(puzzles: readonly Puzzle[]): Share {
  return meanShare(puzzles, trainPerceptron, 'choose');
}

function meanShare(
  puzzles: readonly Puzzle[],
  train: (known: readonly Puzzle[]) => Model,
  task: Task,
): Share {
  const shares = SEEDS.map((seed) => {
    const all = heldOut(puzzles, train, seed).map(
      ({ puzzle, model }): Earned => earned(puzzle, model.score(puzzle), task),
    );
    return shareOf(all, TAIL);
  });
  const mean = (of: (share: Share) => number) =>
    shares.reduce((sum, one) => sum + of(one), 0) / shares.length;
  return {
    credit: mean((one) => one.credit),
    chance: mean((one) => one.chance),
    bound: mean((one) => one.bound),
  };
}

/** The features with the greatest coefficients, either way, of a logit trained on all of them. */
export function strongestCues(puzzles: readonly Puzzle[], task: Task, count: number): StrongCue[] {
  const encoded = encode(puzzles);
  const { weights } = trainLogit(encoded, task)(puzzles);
  return encoded.names
    .map((name, index) => ({ name, weight: weights[index]! }))
    .filter(({ name }) => name !== BIAS)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, count);
}
