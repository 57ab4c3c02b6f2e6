// The slow, obviously right posterior: sums over a grid of spreads, learner means and topic offsets. No Gaussian anywhere
// but in the prior, so it shares nothing with the update it checks except the response curve.
import { MEAN_VARIANCE, SPREADS } from '../../src/learner/belief.js';
import { chanceRight, type ResponseCurve } from '../../src/learner/response-model.js';

export interface GridAnswer {
  readonly topic: number;
  readonly curve: ResponseCurve;
  readonly credit: number;
}

/** Half of it changes no figure below by more than 4e-6. */
const STEP = 0.2;
const REACH = 5;
const GRID = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, i) => -REACH + i * STEP);

/** Exact mean and SD (to grid accuracy) of every topic's ability, and the posterior weight of every spread. */
export function gridPosterior(topics: number, answers: readonly GridAnswer[]) {
  const mass = SPREADS.map(() => 0);
  const first = new Array<number>(topics).fill(0);
  const second = new Array<number>(topics).fill(0);
  SPREADS.forEach(({ spread, weight }, k) => {
    for (const learnerMean of GRID) {
      const prior = weight * Math.exp(-(learnerMean ** 2) / (2 * MEAN_VARIANCE));
      // Given the learner's mean the topics are independent, so each is one sum over its offset.
      const sums = Array.from({ length: topics }, (_, topic) =>
        offsetSums(topic, answers, learnerMean, spread),
      );
      const whole = prior * sums.reduce((product, s) => product * s.mass, 1);
      mass[k]! += whole;
      sums.forEach((s, topic) => {
        first[topic]! += (whole * s.first) / s.mass;
        second[topic]! += (whole * s.second) / s.mass;
      });
    }
  });
  const total = mass.reduce((sum, m) => sum + m, 0);
  const abilities = first.map((sum, topic) => {
    const mean = sum / total;
    return { mean, sd: Math.sqrt(second[topic]! / total - mean * mean) };
  });
  return { abilities, weights: mass.map((m) => m / total) };
}

function offsetSums(topic: number, answers: readonly GridAnswer[], learnerMean: number, spread: number) {
  const sums = { mass: 0, first: 0, second: 0 };
  for (const z of GRID) {
    const ability = learnerMean + spread * z;
    let density = Math.exp(-(z * z) / 2);
    for (const answer of answers) {
      if (answer.topic !== topic) continue;
      const p = chanceRight(answer.curve, ability);
      density *= p ** answer.credit * (1 - p) ** (1 - answer.credit);
    }
    sums.mass += density;
    sums.first += density * ability;
    sums.second += density * ability * ability;
  }
  return sums;
}
