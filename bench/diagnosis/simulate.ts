// Runs every policy on the same simulated learners and keeps what is needed for paired comparisons.
import { diagnosisSeconds } from '../../src/learner/answer-time.js';
import { weakChances } from '../../src/learner/weak.js';
import type { Policy, Sitting } from './policies.js';
import { ASSUMPTIONS, answer, drawBank, drawLearner, type Learner, type World } from './world.js';

/** Answers after which precision is measured. */
export const CHECKPOINTS: readonly number[] = Array.from({ length: 13 }, (_, i) => 24 + 4 * i);

/** The default length of a diagnosis, where intervals and probabilities are checked. */
export const CHECKED_AT = 36;

/** Outcome of one policy: `precision[c][n]` is precision@3 of learner n at checkpoint c. */
export interface Outcome {
  readonly policy: string;
  readonly precision: readonly Float64Array[];
  /** Seconds taken so far, likewise. */
  readonly seconds: readonly Float64Array[];
  /** Share of topics whose true ability then lies in the stated 80 % interval after `CHECKED_AT` answers; NaN without a model. */
  readonly coverage: number;
  /** Stated chances of being among the weakest three after `CHECKED_AT` answers, and whether it was so. */
  readonly stated: { readonly chance: Float64Array; readonly weak: Uint8Array };
  /** Precision@3 per learner after `CHECKED_AT` answers when the three highest stated chances are named, as `rankWeak` does. */
  readonly precisionByChance: Float64Array;
  /** Share of sittings that would have stopped early by `CHECKED_AT`, and by the last checkpoint. */
  readonly settled: { readonly byChecked: number; readonly byEnd: number };
}

/**
 * Which abilities the weakest three are taken from: those the learner came with, as in learner-model.md, or those after
 * the answers given so far, by which the topics asked most have improved.
 */
export type Truth = 'before' | 'after';

/** Runs `learners` learners of a world from each seed through all policies. */
export function simulate(
  world: World,
  policies: readonly Policy[],
  { learners, seeds, truth }: { learners: number; seeds: readonly number[]; truth: Truth },
): Outcome[] {
  const bank = drawBank(world);
  const total = learners * seeds.length;
  const recorders = policies.map((policy) => new Recorder(policy.name, world.topics, total, truth));
  for (let n = 0; n < total; n++) {
    const seed = seeds[Math.floor(n / learners)]!;
    const learner = drawLearner(world, seed, n % learners, bank);
    policies.forEach((policy, k) => {
      sit(policy.start(world, learner.items, seed * 1_000_003 + n), learner, n, recorders[k]!);
    });
  }
  return recorders.map((recorder) => recorder.outcome());
}

function sit(sitting: Sitting, learner: Learner, n: number, recorder: Recorder): void {
  const practised = new Array<number>(learner.abilities.length).fill(0);
  const last = CHECKPOINTS[CHECKPOINTS.length - 1]!;
  let seconds = 0;
  for (let count = 1; count <= last; count++) {
    const item = sitting.next();
    const topic = Number(item.topic);
    seconds += diagnosisSeconds(item.type);
    sitting.learn(item, answer(learner, item.index, topic, practised[topic]!));
    practised[topic]! += 1;
    if (!CHECKPOINTS.includes(count)) continue;
    const after = learner.abilities.map((a, t) => a + ASSUMPTIONS.learningPerAnswer * practised[t]!);
    recorder.time(n, count, seconds);
    recorder.measure(n, count, sitting, { before: learner.abilities, after });
  }
  recorder.finish(sitting);
}

class Recorder {
  private readonly precision: Float64Array[];
  private readonly seconds: Float64Array[];
  private readonly chance: Float64Array;
  private readonly weak: Uint8Array;
  private readonly byChance: Float64Array;
  private covered = 0;
  private intervals = 0;
  private settledByChecked = 0;
  private settledByEnd = 0;
  private sittings = 0;

  constructor(
    private readonly policy: string,
    private readonly topics: number,
    learners: number,
    private readonly truth: Truth,
  ) {
    this.precision = CHECKPOINTS.map(() => new Float64Array(learners));
    this.seconds = CHECKPOINTS.map(() => new Float64Array(learners));
    this.chance = new Float64Array(policy === 'ours' ? learners * topics : 0);
    this.weak = new Uint8Array(this.chance.length);
    this.byChance = new Float64Array(policy === 'ours' ? learners : 0);
  }

  time(n: number, count: number, seconds: number): void {
    this.seconds[CHECKPOINTS.indexOf(count)]![n] = seconds;
  }

  measure(n: number, count: number, sitting: Sitting, abilities: Record<Truth, Float64Array>): void {
    const truth = lowestThree(this.topics, (t) => abilities[this.truth][t]!);
    this.precision[CHECKPOINTS.indexOf(count)]![n] = shareOf(
      lowestThree(this.topics, sitting.weakness),
      truth,
    );
    if (count !== CHECKED_AT || !sitting.estimator) return;
    for (let t = 0; t < this.topics; t++) {
      const { mean, variance } = sitting.estimator.ability(t);
      this.intervals += 1;
      if (Math.abs(abilities.after[t]! - mean) < 1.2816 * Math.sqrt(variance)) this.covered += 1;
    }
    if (this.chance.length === 0) return;
    const chances = weakChances(sitting.estimator.belief!, 1000, n);
    this.byChance[n] = shareOf(
      lowestThree(this.topics, (t) => -chances[t]!),
      truth,
    );
    for (let t = 0; t < this.topics; t++) {
      this.chance[n * this.topics + t] = chances[t]!;
      this.weak[n * this.topics + t] = truth.includes(t) ? 1 : 0;
    }
  }

  finish(sitting: Sitting): void {
    this.sittings += 1;
    if (sitting.settledAfter === undefined) return;
    this.settledByEnd += 1;
    if (sitting.settledAfter <= CHECKED_AT) this.settledByChecked += 1;
  }

  outcome(): Outcome {
    return {
      policy: this.policy,
      precision: this.precision,
      seconds: this.seconds,
      coverage: this.covered / this.intervals,
      stated: { chance: this.chance, weak: this.weak },
      precisionByChance: this.byChance,
      settled: { byChecked: this.settledByChecked / this.sittings, byEnd: this.settledByEnd / this.sittings },
    };
  }
}

function shareOf(named: readonly number[], truth: readonly number[]): number {
  return named.filter((t) => truth.includes(t)).length / 3;
}

function lowestThree(topics: number, value: (topic: number) => number): number[] {
  const values = Array.from({ length: topics }, (_, topic) => ({ topic, value: value(topic) }));
  return values
    .sort((a, b) => a.value - b.value)
    .slice(0, 3)
    .map(({ topic }) => topic);
}
