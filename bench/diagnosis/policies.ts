// The ways of asking that are compared: each picks items one after the other and names the weakest topics when asked.
import {
  type AskedItem,
  chooseItem,
  itemInformation,
  rankingGain,
  SETTLED_GAIN,
} from '../../src/learner/diagnose.js';
import { randomStream } from '../../src/learner/random.js';
import { LEVEL_DIFFICULTY } from '../../src/learner/response-model.js';
import { type Estimator, ourEstimator, sketchEstimator } from './estimators.js';
import type { BenchShape, Items, World } from './world.js';

/** An item a sitting may still ask. */
export interface LeftItem extends BenchShape {
  readonly index: number;
  readonly topic: string;
}

/** One learner's sitting under one policy. */
export interface Sitting {
  next(): LeftItem;
  learn(item: LeftItem, credit: number): void;
  /** Lower is weaker. */
  weakness(topic: number): number;
  readonly estimator?: Estimator;
  /** Ours: the number of answers after which it would have stopped early. */
  settledAfter?: number;
}

/** A policy; `start` gets a seed of its own for every learner. */
export interface Policy {
  readonly name: string;
  start(world: World, items: Items, seed: number): Sitting;
}

/** Name of topic number t in the simulation. */
export const topicName = (t: number): string => String(t);

const uniform: Policy = {
  name: 'uniform random, % correct',
  start(world, items, seed) {
    const next = randomStream(seed);
    const left = allItems(world, items);
    const tally = percentCorrect(world.topics, next);
    return {
      next: () => take(left, Math.floor(next() * left.length)),
      learn: tally.learn,
      weakness: tally.weakness,
    };
  },
};

/** Round-robin over shuffled topics, the level nearest the estimate. */
function roundRobin(name: string, estimatorOf: (topics: number) => Estimator): Policy {
  return byTopic(name, estimatorOf, (asked, _, random) => (topic) => -asked[topic]! - 0.5 * random());
}

/** One answer per topic, then 2 SD - distance to the line between third and fourth lowest: learner-model.md. */
function straddle(name: string, estimatorOf: (topics: number) => Estimator): Policy {
  return byTopic(name, estimatorOf, (asked, estimator, random) => {
    const means = asked.map((_, t) => estimator.ability(t).mean).sort((a, b) => a - b);
    const line = (means[2]! + means[3]!) / 2;
    if (asked.some((count) => count === 0)) return (topic) => (asked[topic] === 0 ? random() : -1);
    return (topic) => {
      const { mean, variance } = estimator.ability(topic);
      return (2 * Math.sqrt(variance)) / 1.15 - Math.abs(mean - line);
    };
  });
}

const alwaysWeakest = byTopic(
  'always the weakest, our model',
  ourEstimator,
  (_, estimator, random) => (topic) => {
    return -estimator.ability(topic).mean + 1e-6 * random();
  },
);

const ours: Policy = {
  name: 'ours',
  start(world, items, seed) {
    const random = randomStream(seed);
    const estimator = ourEstimator(world.topics);
    const topics = Array.from({ length: world.topics }, (_, t) => topicName(t));
    const left = allItems(world, items);
    const asked: AskedItem[] = [];
    const sitting: Sitting = {
      estimator,
      next() {
        const choice = chooseItem({ belief: estimator.belief!, topics, left, asked }, random)!;
        if (!choice.firstLook && choice.gain < SETTLED_GAIN) sitting.settledAfter ??= asked.length;
        return take(left, left.indexOf(choice.item));
      },
      learn(item, credit) {
        asked.push(item);
        estimator.learn(Number(item.topic), item, credit);
      },
      weakness: (topic) => estimator.ability(topic).mean,
    };
    return sitting;
  },
};

/** The policy of version 0.1.0: every topic once, then most gain for the ranking; the most informative item, whatever it takes. */
const byItem: Policy = byTopic(
  'ours per item (0.1.0)',
  ourEstimator,
  (asked, estimator, random, left) => {
    const means = asked.map((_, t) => estimator.ability(t).mean).sort((a, b) => a - b);
    const line = (means[2]! + means[3]!) / 2;
    const looking = asked.some((count) => count === 0);
    return (topic) => {
      if (looking && asked[topic]! > 0) return -1;
      const { mean, variance } = estimator.ability(topic);
      const most = Math.max(...left[topic]!.map((item) => itemInformation(item, mean)));
      return rankingGain(variance, Math.abs(mean - line), most) + 1e-9 * random();
    };
  },
  (item, mean) => itemInformation(item, mean),
);

/** All policies; the baseline first, that of 0.1.0 last but one, ours last. */
export const POLICIES: readonly Policy[] = [
  roundRobin('RR-match', sketchEstimator),
  uniform,
  roundRobin('RR-match, our model', ourEstimator),
  alwaysWeakest,
  straddle('straddle (learner-model.md)', sketchEstimator),
  byItem,
  ours,
];

type Score = (topic: number) => number;

/** A policy that picks the topic with the highest score and then the item whose level is nearest the estimate. */
function byTopic(
  name: string,
  estimatorOf: (topics: number) => Estimator,
  scoreOf: (
    asked: readonly number[],
    estimator: Estimator,
    random: () => number,
    left: readonly (readonly LeftItem[])[],
  ) => Score,
  suits: (item: LeftItem, mean: number) => number = (item, mean) =>
    -Math.abs(LEVEL_DIFFICULTY[item.level] - mean),
): Policy {
  return {
    name,
    start(world, items, seed) {
      const random = randomStream(seed);
      const estimator = estimatorOf(world.topics);
      const perTopic = groupByTopic(world, allItems(world, items));
      const asked = new Array<number>(world.topics).fill(0);
      return {
        estimator,
        next() {
          const score = scoreOf(asked, estimator, random, perTopic);
          const topic = highest(perTopic.length, (t) =>
            perTopic[t]!.length > 0 ? score(t) : Number.NEGATIVE_INFINITY,
          );
          const { mean } = estimator.ability(topic);
          const left = perTopic[topic]!;
          return take(
            left,
            highest(left.length, (i) => suits(left[i]!, mean) + 1e-6 * random()),
          );
        },
        learn(item, credit) {
          asked[Number(item.topic)]! += 1;
          estimator.learn(Number(item.topic), item, credit);
        },
        weakness: (topic) => estimator.ability(topic).mean,
      };
    },
  };
}

/** Ranks by share right; a topic without answers counts as average, equals by lot. */
function percentCorrect(topics: number, random: () => number) {
  const right = new Float64Array(topics);
  const asked = new Float64Array(topics);
  let [rightOfAll, all] = [0, 0];
  return {
    learn(item: LeftItem, credit: number) {
      right[Number(item.topic)]! += credit;
      asked[Number(item.topic)]! += 1;
      rightOfAll += credit;
      all += 1;
    },
    weakness: (t: number) => (asked[t]! > 0 ? right[t]! / asked[t]! : rightOfAll / all) + 1e-6 * random(),
  };
}

function allItems(world: World, items: Items): LeftItem[] {
  return items.shape.map((shape, index) => ({
    ...shape,
    index,
    topic: topicName(Math.floor(index / world.itemsPerTopic)),
  }));
}

function groupByTopic(world: World, items: readonly LeftItem[]): LeftItem[][] {
  return Array.from({ length: world.topics }, (_, t) => items.filter((item) => item.topic === topicName(t)));
}

function highest(count: number, score: (i: number) => number): number {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const value = score(i);
    if (value > bestScore) [best, bestScore] = [i, value];
  }
  return best;
}

/** Removes and returns element i; the last one takes its place. */
function take<T>(list: T[], i: number): T {
  const item = list[i]!;
  list[i] = list[list.length - 1]!;
  list.pop();
  return item;
}
