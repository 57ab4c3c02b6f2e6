// Figures of agreement: precision, recall, F1, Cohen's kappa (1960), Spearman's rank correlation (1904), pairs in order.

import { kappaOf } from '../support/kappa.js';

/** A judgement beside the truth. */
export interface Pair {
  found: boolean;
  true: boolean;
}

export interface Agreement {
  precision: number;
  recall: number;
  f1: number;
  cases: number;
}

/** Of nothing to find and nothing found, precision, recall and F1 are NaN. */
export function agreement(pairs: readonly Pair[]): Agreement {
  const right = pairs.filter((pair) => pair.found && pair.true).length;
  const found = pairs.filter((pair) => pair.found).length;
  const there = pairs.filter((pair) => pair.true).length;
  return {
    precision: right / found,
    recall: right / there,
    f1: (2 * right) / (found + there),
    cases: pairs.length,
  };
}

/** Agreement beyond what the shares alone would give, at most 1. */
export function kappa(pairs: readonly Pair[]): number {
  return kappaOf(
    pairs.map((pair) => [pair.found, pair.true] as const),
    [false, true],
  );
}

/** Rank correlation, -1 to 1; equal values share their mean rank. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  return correlation(ranks(a), ranks(b));
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal - 1) / 2;
  });
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((value, at) => {
    both += (value - meanA) * (b[at]! - meanB);
    squaresA += (value - meanA) ** 2;
    squaresB += (b[at]! - meanB) ** 2;
  });
  return both / Math.sqrt(squaresA * squaresB);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
