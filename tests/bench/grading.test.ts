// The figures of the grading bench on cases that can be reckoned by hand, and the fit on data whose weights are known.

import { expect, it } from 'vitest';
import { agreement, kappa, spearman } from '../../bench/grading/figures.js';
import { fitLogistic, logistic } from '../../bench/grading/fit.js';

const pairs = (...list: [boolean, boolean][]) => list.map(([found, there]) => ({ found, true: there }));

it('precision, recall and F1', () => {
  const found = agreement(pairs([true, true], [true, true], [true, false], [false, true], [false, false]));
  expect(found).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, cases: 5 });
});

it("Cohen's kappa: 0 at chance, 1 in full agreement", () => {
  expect(kappa(pairs([true, true], [true, false], [false, true], [false, false]))).toBeCloseTo(0, 10);
  expect(kappa(pairs([true, true], [false, false]))).toBe(1);
});

it("Spearman's correlation, equal values sharing their rank", () => {
  expect(spearman([1, 2, 3], [10, 20, 900])).toBeCloseTo(1, 10);
  expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 10);
  expect(spearman([1, 1, 2], [1, 2, 3])).toBeCloseTo(Math.sqrt(3) / 2, 10);
});

it('the fit finds the weights that the targets were made with', () => {
  const inputs = Array.from({ length: 200 }, (_, at) => [(at % 20) / 10 - 1, Math.floor(at / 20) / 5 - 1]);
  const examples = inputs.map(([a = 0, b = 0]) => ({
    input: [a, b],
    target: logistic(0.5 + 2 * a - b),
    counts: 1,
  }));
  const weights = fitLogistic(examples, 0);
  for (const [at, expected] of [0.5, 2, -1].entries()) expect(weights[at]).toBeCloseTo(expected, 4);
});
