// What is believed about a learner's ability in each topic: a small mixture of Gaussians, updated answer by answer.
import { DISCRIMINATION, type ResponseCurve } from './response-model.js';

/**
 * Belief under one assumed spread between topics. Abilities (logits) are learner mean + topic offset, so topics share
 * the uncertainty of the mean: `covariance` is topics x topics, row by row.
 */
export interface Hypothesis {
  readonly spread: number;
  logWeight: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** One hypothesis per assumed spread; their weights say which spread the answers speak for. */
export interface Belief {
  readonly topics: number;
  readonly hypotheses: readonly Hypothesis[];
}

/** Variance of learners' means around 0, the difficulty of an intermediate item. */
export const MEAN_VARIANCE = 1;

/** Spreads (SD of topic offsets, logits) that are weighed against each other, with their prior weights. */
export const SPREADS: readonly { readonly spread: number; readonly weight: number }[] = [
  { spread: 0.5, weight: 0.25 },
  { spread: 0.8, weight: 0.45 },
  { spread: 1.2, weight: 0.25 },
  { spread: 1.7, weight: 0.05 },
];

/**
 * Days after which old answers count for 1/e of what they did: abilities drift (an Ornstein-Uhlenbeck process around the
 * prior), so that a month of preparation moves them by about 0.7 logits either way.
 */
const DRIFT_DAYS = 180;

/** Belief before any answer: every learner mean from N(0, MEAN_VARIANCE), every offset from N(0, spread^2). */
export function priorBelief(topics: number): Belief {
  const hypotheses = SPREADS.map(({ spread, weight }) => {
    const covariance = new Float64Array(topics * topics).fill(MEAN_VARIANCE);
    for (let t = 0; t < topics; t++) covariance[t * topics + t] = MEAN_VARIANCE + spread * spread;
    return { spread, logWeight: Math.log(weight), mean: new Float64Array(topics), covariance };
  });
  return { topics, hypotheses };
}

/** A belief that can be changed without touching the given one. */
export function copyBelief(belief: Belief): Belief {
  const hypotheses = belief.hypotheses.map((h) => ({
    spread: h.spread,
    logWeight: h.logWeight,
    mean: h.mean.slice(),
    covariance: h.covariance.slice(),
  }));
  return { topics: belief.topics, hypotheses };
}

/**
 * Changes the belief by one answer: `credit` in [0, 1] for an item of `topic` (its index) with this curve.
 * Assumed density filtering (Opper 1998; Minka 2001): the ability of the topic asked gets the exact mean and variance it
 * has after the answer, the others follow by Gaussian regression. Partial credit y is the likelihood p^y (1-p)^(1-y).
 */
export function learnAnswer(belief: Belief, topic: number, curve: ResponseCurve, credit: number): void {
  const n = belief.topics;
  for (const h of belief.hypotheses) {
    const variance = h.covariance[topic * n + topic]!;
    const answer = moments(h.mean[topic]!, Math.sqrt(variance), curve, credit);
    h.logWeight += Math.log(answer.evidence);
    regress(h, n, topic, answer.shift / Math.sqrt(variance), (answer.scale - 1) / variance);
  }
  normalise(belief);
}

/** Changes the belief by `days` >= 0 without an answer: means drift to the prior, variances grow towards it. */
export function fadeBelief(belief: Belief, days: number): void {
  const n = belief.topics;
  const kept = Math.exp(-Math.max(0, days) / DRIFT_DAYS);
  for (const { mean, covariance, spread } of belief.hypotheses) {
    for (let t = 0; t < n; t++) mean[t]! *= kept;
    const restored = (1 - kept * kept) * MEAN_VARIANCE;
    for (let i = 0; i < covariance.length; i++) covariance[i] = covariance[i]! * kept * kept + restored;
    for (let t = 0; t < n; t++) covariance[t * n + t]! += (1 - kept * kept) * spread * spread;
  }
}

/** Mean and variance (logits) of one topic's ability over all hypotheses. */
export function topicAbility(belief: Belief, topic: number): { mean: number; variance: number } {
  let mean = 0;
  let square = 0;
  for (const h of belief.hypotheses) {
    const weight = Math.exp(h.logWeight);
    const m = h.mean[topic]!;
    mean += weight * m;
    square += weight * (h.covariance[topic * belief.topics + topic]! + m * m);
  }
  return { mean, variance: square - mean * mean };
}

// The trapezoid rule on a normal density converges faster than any power of the step: 13 nodes give six digits.
const NODES = Array.from({ length: 13 }, (_, i) => (i - 6) * (2 / 3));
const RAW_WEIGHTS = NODES.map((x) => Math.exp((-x * x) / 2));
const WEIGHT_SUM = RAW_WEIGHTS.reduce((sum, w) => sum + w, 0);
const NODE_X = Float64Array.from(NODES);
const NODE_WEIGHT = Float64Array.from(RAW_WEIGHTS, (w) => w / WEIGHT_SUM);

/** Evidence of the answer, and in units of the SD before it: how far the mean moves, what the variance is multiplied by. */
function moments(mean: number, sd: number, curve: ResponseCurve, credit: number) {
  const start = DISCRIMINATION * (mean - curve.difficulty);
  const step = DISCRIMINATION * sd;
  let evidence = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < NODE_X.length; i++) {
    const x = NODE_X[i]!;
    const p = curve.floor + curve.rise / (1 + Math.exp(-(start + step * x)));
    const likelihood = credit === 1 ? p : credit === 0 ? 1 - p : p ** credit * (1 - p) ** (1 - credit);
    const w = NODE_WEIGHT[i]! * likelihood;
    evidence += w;
    first += w * x;
    second += w * x * x;
  }
  const shift = first / evidence;
  return { evidence, shift, scale: second / evidence - shift * shift };
}

/** mean += column * meanStep; covariance += column * column' * varianceStep. */
function regress(h: Hypothesis, n: number, topic: number, meanStep: number, varianceStep: number): void {
  const { mean, covariance } = h;
  const column = covariance.slice(topic * n, topic * n + n);
  for (let s = 0; s < n; s++) {
    const c = column[s]!;
    mean[s]! += c * meanStep;
    const factor = c * varianceStep;
    for (let t = 0; t < n; t++) covariance[s * n + t]! += factor * column[t]!;
  }
}

/** Keeps the weights of the hypotheses summing to 1. */
function normalise(belief: Belief): void {
  let sum = 0;
  for (const h of belief.hypotheses) sum += Math.exp(h.logWeight);
  const shift = Math.log(sum);
  for (const h of belief.hypotheses) h.logWeight -= shift;
}
