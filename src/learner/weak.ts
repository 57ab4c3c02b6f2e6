// Which topics are weak, and how sure that is: ranked by the chance of being among the weakest three.
import type { Belief } from './belief.js';
import { beliefAt, ENOUGH_ANSWERS, type MasteryState, type TopicMastery, topicMastery } from './mastery.js';
import { normalNumbers } from './random.js';

/** How a chance of being among the weakest is put into words; the figure is always printed too. */
export type WeakWord = 'very likely' | 'likely' | 'cannot tell' | 'less likely';

/** One row of the ranking, weakest first. */
export interface WeakTopic extends TopicMastery {
  /** Chance, [0, 1], of being among the weakest three topics (see `weakestCount`). */
  readonly weakChance: number;
  readonly word: WeakWord;
  /** 1 is weakest; tied topics share a rank. */
  readonly rank: number;
  readonly tied: boolean;
  /** Counted answers that are still missing for a sound statement. */
  readonly answersMissing: number;
}

/** How many topics "the weakest" are of so many: three, but never more than half of them. */
export function weakestCount(topics: number): number {
  return Math.min(3, Math.max(1, Math.floor(topics / 2)));
}

/** Chances closer than this are a tie: after 36 answers a stated chance is itself only good to about .03 (bench/diagnosis). */
const TIE = 0.05;

/** Enough that the draws themselves move a chance by .005 (SD) and never break a tie. */
const DRAWS = 8000;

/** All topics of the state at `now` (ms), the likeliest weak one first. The seed fixes the draws. */
export function rankWeak(state: MasteryState, now: number, seed: number): WeakTopic[] {
  const chances = weakChances(beliefAt(state, now), DRAWS, seed);
  const rows = topicMastery(state, now)
    .map((mastery, index) => ({ ...mastery, weakChance: chances[index]! }))
    .sort((a, b) => b.weakChance - a.weakChance || a.ability - b.ability || (a.topic < b.topic ? -1 : 1));
  const ranks = tiedRanks(rows.map((row) => row.weakChance));
  return rows.map((row, index) => ({
    ...row,
    ...ranks[index]!,
    word: weakWord(row.weakChance),
    answersMissing: Math.max(0, ENOUGH_ANSWERS - row.answers),
  }));
}

/** The words of learner-model.md: .8 very likely, .5 likely, .2 cannot tell, below less likely. */
export function weakWord(chance: number): WeakWord {
  if (chance >= 0.8) return 'very likely';
  if (chance >= 0.5) return 'likely';
  return chance >= 0.2 ? 'cannot tell' : 'less likely';
}

/** Per topic the share of seeded draws from the belief in which it is among the weakest; exact where nothing tells the topics apart. */
export function weakChances(belief: Belief, draws: number, seed: number): Float64Array {
  const n = belief.topics;
  const weakest = weakestCount(n);
  // Before the first answer, and each draw of a first start would be made for nothing.
  if (isAlike(belief)) return new Float64Array(n).fill(weakest / n);
  const counts = new Float64Array(n);
  const normals = normalNumbers(seed, draws * n);
  const factors = belief.hypotheses.map((h) => cholesky(h.covariance, n));
  const abilities = new Float64Array(n);
  for (let d = 0; d < draws; d++) {
    // One stratum per draw, not one random number: the hypotheses get exactly their share.
    const k = pickHypothesis(belief, (d + 0.5) / draws);
    drawAbilities(belief.hypotheses[k]!.mean, factors[k]!, normals, d * n, abilities);
    countLowest(abilities, weakest, counts);
  }
  return counts.map((count) => count / draws);
}

/** True where every topic has the same mean, variance and covariance with each other one, under every hypothesis. */
function isAlike({ topics: n, hypotheses }: Belief): boolean {
  return hypotheses.every(
    ({ mean, covariance }) =>
      mean.every((value) => value === mean[0]) &&
      covariance.every((value, at) => value === covariance[at % (n + 1) === 0 ? 0 : 1]),
  );
}

function pickHypothesis(belief: Belief, position: number): number {
  let sum = 0;
  for (let k = 0; k < belief.hypotheses.length - 1; k++) {
    sum += Math.exp(belief.hypotheses[k]!.logWeight);
    if (position < sum) return k;
  }
  return belief.hypotheses.length - 1;
}

/** `out` = `mean` + `factor` times the normals from place `from` on. */
function drawAbilities(
  mean: Float64Array,
  factor: Float64Array,
  normals: Float64Array,
  from: number,
  out: Float64Array,
): void {
  const n = mean.length;
  for (let s = 0; s < n; s++) {
    let value = mean[s]!;
    for (let t = 0; t <= s; t++) value += factor[s * n + t]! * normals[from + t]!;
    out[s] = value;
  }
}

/** Adds one to the counts of the `weakest` lowest values; destroys the values. */
function countLowest(values: Float64Array, weakest: number, counts: Float64Array): void {
  for (let i = 0; i < weakest; i++) {
    let lowest = 0;
    for (let t = 1; t < values.length; t++) if (values[t]! < values[lowest]!) lowest = t;
    counts[lowest]! += 1;
    values[lowest] = Number.POSITIVE_INFINITY;
  }
}

/** Lower triangle L with L L' = matrix (positive definite, n x n, row by row). */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      // Rounding can leave a tiny negative pivot after many answers to one topic.
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j * n + j]!;
    }
  }
  return lower;
}

/** Ranks of chances that descend: a row within `TIE` of the first of its group shares that one's rank. */
export function tiedRanks(chances: readonly number[]): { rank: number; tied: boolean }[] {
  const ranks: number[] = [];
  chances.forEach((chance, index) => {
    const leader = ranks[index - 1];
    ranks.push(leader !== undefined && chances[leader - 1]! - chance < TIE ? leader : index + 1);
  });
  return ranks.map((rank) => ({ rank, tied: ranks.filter((other) => other === rank).length > 1 }));
}
