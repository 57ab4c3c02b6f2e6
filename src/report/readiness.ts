// Readiness: the chance to answer a new question right, over all chosen topics, with its interval.

import type { Belief } from '../learner/belief.js';
import type { TopicMastery } from '../learner/mastery.js';
import { normalNumbers } from '../learner/random.js';
import { chanceRight, SLIP } from '../learner/response-model.js';
import { cholesky } from '../learner/weak.js';

/** Counted answers below which readiness is not worth saying. */
export const ENOUGH_FOR_READINESS = 10;

/** How much each topic weighs; the weights sum to 1. */
export type TopicWeights = readonly number[];

/** By what the role's interviews ask of each, else by the number of questions the bank has of it. Equal where there is nothing at all. */
export function weightsOf(questions: readonly number[]): TopicWeights {
  const total = questions.reduce((sum, count) => sum + count, 0);
  return questions.map((count) => (total === 0 ? 1 / questions.length : count / total));
}

/** Mean chance over the topics. */
export function readinessChance(
  mastery: readonly Pick<TopicMastery, 'chance'>[],
  weights: TopicWeights,
): number {
  return mastery.reduce((sum, { chance }, index) => sum + chance * (weights[index] ?? 0), 0);
}

/** Enough that the ends of the interval move by less than half a point of a percentage between seeds. */
const DRAWS = 2000;
const SEED = 1;

/**
 * The 80 % interval of the mean chance: topics share the uncertainty of the learner's mean, so it is taken from seeded
 * draws of all abilities together and not put together from the intervals of the topics.
 */
export function readinessInterval(belief: Belief, weights: TopicWeights): { low: number; high: number } {
  const n = belief.topics;
  // One more a hypothesis: their shares are rounded.
  const normals = normalNumbers(SEED, (DRAWS + belief.hypotheses.length) * n);
  const draws: number[] = [];
  for (const hypothesis of belief.hypotheses) {
    const factor = cholesky(hypothesis.covariance, n);
    const count = Math.round(Math.exp(hypothesis.logWeight) * DRAWS);
    for (let d = 0; d < count; d++)
      draws.push(drawMean(hypothesis.mean, factor, weights, normals, draws.length * n));
  }
  draws.sort((a, b) => a - b);
  const at = (share: number) => draws[Math.min(draws.length - 1, Math.floor(share * draws.length))] ?? 0;
  return { low: at(0.1), high: at(0.9) };
}

const RECALL = { difficulty: 0, floor: 0, rise: 1 - SLIP };

function drawMean(
  mean: Float64Array,
  factor: Float64Array,
  weights: TopicWeights,
  normals: Float64Array,
  from: number,
): number {
  const n = mean.length;
  let sum = 0;
  for (let s = 0; s < n; s++) {
    if (weights[s] === 0) continue;
    let ability = mean[s]!;
    for (let t = 0; t <= s; t++) ability += factor[s * n + t]! * normals[from + t]!;
    sum += chanceRight(RECALL, ability) * (weights[s] ?? 0);
  }
  return sum;
}
