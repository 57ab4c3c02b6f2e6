// Whole items left out in turn: each puzzle meets a model that was trained without its item.

import { randomStream } from '../../../src/learner/random.js';
import type { Puzzle } from './puzzle.js';

export interface Model {
  /** One score per option; when ticking, above 0 says yes. */
  score(puzzle: Puzzle): number[];
}

export const FOLDS = 10;
/** One shuffle alone moves the figure by a point or two; the mean over these is what is told. */
export const SEEDS: readonly number[] = [1, 2, 3, 4, 5];

/** Each puzzle with the model that has not seen its item, in the order of the folds. */
export function heldOut<M extends Model>(
  puzzles: readonly Puzzle[],
  train: (known: readonly Puzzle[]) => M,
  seed: number,
): { puzzle: Puzzle; model: M }[] {
  const foldOf = dealt([...new Set(puzzles.map(({ item }) => item))], seed);
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const out = puzzles.filter(({ item }) => foldOf.get(item) === fold);
    if (out.length === 0) return [];
    const model = train(puzzles.filter(({ item }) => foldOf.get(item) !== fold));
    return out.map((puzzle) => ({ puzzle, model }));
  });
}

/** Items shuffled (Fisher and Yates) and dealt to the folds in turn. */
function dealt(items: string[], seed: number): Map<string, number> {
  const next = randomStream(seed);
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return new Map(items.map((item, index) => [item, index % FOLDS]));
}
