// Logit models with a ridge: the conditional logit for choosing (McFadden 1974), the ordinary one for ticking.

import { BIAS, type Encoded, type Row } from './features.js';
import type { Model } from './folds.js';
import type { Puzzle, Task } from './puzzle.js';

/** Weight of the squared coefficients against the log likelihood (Hoerl and Kennard 1970). */
const RIDGE = 8;
const STEPS = 150;
const RATE = 0.05;

export interface LogitModel extends Model {
  readonly weights: Float64Array;
}

/**
 * Learns coefficients b that maximise the log likelihood less RIDGE * |b|^2 / 2. Choosing: P(option) = exp(b'x) over the
 * sum of exp(b'x) of the item (McFadden 1974, "Conditional logit analysis of qualitative choice behavior"). Ticking:
 * each option by itself, P = 1 / (1 + exp(-b'x)). Climbed with Adam (Kingma and Ba 2015) on the whole gradient, so that
 * equal puzzles always give equal coefficients.
 */
export function trainLogit(encoded: Encoded, task: Task): (puzzles: readonly Puzzle[]) => LogitModel {
  return (puzzles) => {
    const weights = climb(puzzles, encoded, task);
    const share = shareRight(puzzles);
    const border = task === 'tick' ? Math.log(share / (1 - share)) : 0;
    const score = (puzzle: Puzzle) => encoded.rowsOf.get(puzzle)!.map((row) => dot(row, weights) - border);
    return { weights, score };
  };
}

function climb(puzzles: readonly Puzzle[], { names, rowsOf }: Encoded, task: Task): Float64Array {
  const size = names.length;
  const [weights, first, second] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const bias = names.indexOf(BIAS);
  const slope = new Float64Array(size);
  for (let step = 1; step <= STEPS; step += 1) {
    const [ofFirst, ofSecond] = [1 - 0.9 ** step, 1 - 0.999 ** step];
    for (let at = 0; at < size; at += 1) slope[at] = at === bias ? 0 : -RIDGE * weights[at]!;
    for (const puzzle of puzzles) addSlope(puzzle, rowsOf.get(puzzle)!, weights, task, slope);
    for (let at = 0; at < size; at += 1) {
      first[at] = 0.9 * first[at]! + 0.1 * slope[at]!;
      second[at] = 0.999 * second[at]! + 0.001 * slope[at]! * slope[at]!;
      const mean = first[at]! / ofFirst;
      const spread = Math.sqrt(second[at]! / ofSecond);
      weights[at] = weights[at]! + (RATE * mean) / (spread + 1e-8);
    }
  }
  return weights;
}

/** The slope of one puzzle's log likelihood: right minus expected, times the features. */
function addSlope(
  { right }: Puzzle,
  rows: readonly Row[],
  weights: Float64Array,
  task: Task,
  slope: Float64Array,
): void {
  const scores = rows.map((row) => dot(row, weights));
  const chances = task === 'choose' ? softmax(scores) : scores.map((score) => 1 / (1 + Math.exp(-score)));
  for (let option = 0; option < rows.length; option += 1) {
    const { at, value } = rows[option]!;
    const surprise = (right[option] ? 1 : 0) - chances[option]!;
    for (let i = 0; i < at.length; i += 1) slope[at[i]!] = slope[at[i]!]! + surprise * value[i]!;
  }
}

export function softmax(scores: readonly number[]): number[] {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function dot({ at, value }: Row, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < at.length; i += 1) sum += value[i]! * weights[at[i]!]!;
  return sum;
}

/** Kept off 0 and 1, so that its log odds are finite. */
function shareRight(puzzles: readonly Puzzle[]): number {
  const all = puzzles.flatMap(({ right }) => right);
  return (all.filter(Boolean).length + 1) / (all.length + 2);
}
