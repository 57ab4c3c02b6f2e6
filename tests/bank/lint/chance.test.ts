// The bounds of chance, against values worked out by hand and against the binomial.

import { describe, expect, it } from 'vitest';
import { expectedSum, sharedPick, upperBound } from '../../../src/bank/lint/chance.js';

const repeat = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);

describe('upperBound', () => {
  it('is the quantile of the binomial where all chances are equal', () => {
    // Two coins: 2 heads with .25, more than 1 with .25.
    expect(upperBound(repeat(2, sharedPick(2, 1)), 0.25)).toBe(1);
    expect(upperBound(repeat(2, sharedPick(2, 1)), 0.24)).toBe(2);
    // Ten coins: P(X > 8) = 11/1024 = .0107, P(X > 7) = 56/1024 = .0547.
    expect(upperBound(repeat(10, sharedPick(2, 1)), 0.025)).toBe(8);
    expect(upperBound(repeat(10, sharedPick(2, 1)), 0.055)).toBe(7);
    // 100 items of four options: the 97.5 % quantile of Binomial(100, 1/4).
    expect(upperBound(repeat(100, sharedPick(4, 1)), 0.025)).toBe(34);
  });

  it('a pick shared by all options leaves nothing to chance', () => {
    expect(upperBound(repeat(12, sharedPick(4, 4)), 0.025)).toBeCloseTo(3, 9);
  });

  it('adds chances that differ', () => {
    // One coin and one die of three: both right with 1/6, at least one with 2/3.
    const both = [sharedPick(2, 1), sharedPick(3, 1)];
    expect(upperBound(both, 1 / 6 + 1e-9)).toBe(1);
    expect(upperBound(both, 2 / 3 + 1e-9)).toBe(0);
    expect(expectedSum(both)).toBeCloseTo(5 / 6, 12);
  });

  it('of nothing is nothing', () => {
    expect(upperBound([], 0.025)).toBe(0);
  });
});
