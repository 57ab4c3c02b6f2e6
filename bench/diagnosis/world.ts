// The frozen generator of simulated learners and items. Its learner is not the estimator's: discriminations differ from
// item to item, an item's difficulty scatters around its level, people learn while they answer.

import { normalStream, randomStream } from '../../src/learner/random.js';
import type { ItemShape } from '../../src/learner/response-model.js';
import { LEVEL_DIFFICULTY } from '../../src/learner/response-model.js';
import type { Level, QuestionType } from '../../src/question/vocabulary.js';

/** One kind of world. */
export interface World {
  readonly name: string;
  readonly topics: number;
  readonly itemsPerTopic: number;
  /** SD of topic offsets around the learner's mean, logits. */
  readonly spread: number;
  /** SD of an item's hidden difficulty around its level, logits. */
  readonly noise: number;
  /** Share of the offset variance that topics of one of `groups` groups have in common. */
  readonly shared: number;
  readonly groups: number;
  /** True: one bank for all learners, with the shipped bank's mix of types. */
  readonly fixedBank: boolean;
}

const BASE: World = {
  name: 'base: 12 topics, SD .8, noise .5',
  topics: 12,
  itemsPerTopic: 24,
  spread: 0.8,
  noise: 0.5,
  shared: 0,
  groups: 1,
  fixedBank: false,
};

/** The worlds of learner-model.md, one with correlated topics, one with a fixed bank. */
export const WORLDS: Readonly<Record<string, World>> = {
  base: BASE,
  spread05: { ...BASE, name: 'SD .5', spread: 0.5 },
  spread10: { ...BASE, name: 'SD 1.0', spread: 1.0 },
  spread12: { ...BASE, name: 'SD 1.2', spread: 1.2 },
  noise1: { ...BASE, name: 'noise 1', noise: 1 },
  correlated: {
    ...BASE,
    name: 'correlated: 4 groups of 3, half the variance shared',
    shared: 0.5,
    groups: 4,
  },
  topics22: { ...BASE, name: '22 topics, SD .8, noise .5', topics: 22 },
  bank22: { ...BASE, name: 'fixed bank: 22 topics x 24 items, mixed types', topics: 22, fixedBank: true },
};

/** What the generator assumes of every world; printed with the table. */
export const ASSUMPTIONS = {
  slip: 0.03,
  learningPerAnswer: 0.02,
  discriminationSd: 0.3,
  guess: 0.25,
  meanSd: 1,
  selfMarkingError: 0.1,
};

/** An item as everyone sees it; its type says how long it takes. */
export interface BenchShape extends ItemShape {
  readonly type: QuestionType;
}

/** The items of one learner's world, item i being of topic floor(i / itemsPerTopic). The estimator sees only `shape`. */
export interface Items {
  readonly shape: readonly BenchShape[];
  readonly difficulty: Float64Array;
  readonly discrimination: Float64Array;
}

/** One learner: abilities per topic, and one number per item that decides its answer, so that policies are paired. */
export interface Learner {
  readonly abilities: Float64Array;
  readonly luck: Float64Array;
  readonly items: Items;
}

const LEVELS: readonly Level[] = ['foundation', 'intermediate', 'advanced'];

type ItemType = Omit<BenchShape, 'level'>;

/** What the shipped bank is made of, per topic of 24 items: how it is marked, and the chance of being right by guessing. */
const BANK_TYPES: readonly ItemType[] = [
  ...repeat<ItemType>(5, { type: 'single-choice', guess: 0.25, marking: 'auto' }), // single-choice of four
  ...repeat<ItemType>(5, { type: 'single-choice', guess: 1 / 3, marking: 'auto' }), // single-choice of three
  ...repeat<ItemType>(4, { type: 'multiple-choice', guess: 0.1, marking: 'auto' }), // multiple-choice
  ...repeat<ItemType>(2, { type: 'true-false', guess: 0.5, marking: 'auto' }), // true-false
  { type: 'short-answer', guess: 0, marking: 'auto' },
  { type: 'numeric', guess: 0, marking: 'auto' },
  { type: 'ordering', guess: 0, marking: 'auto' },
  { type: 'matching', guess: 0, marking: 'auto' },
  ...repeat<ItemType>(4, { type: 'open', guess: 0, marking: 'self' }), // open
];

/** Draws learner number `index` of a run. The same world, seed and index give the same learner. */
export function drawLearner(world: World, seed: number, index: number, bank: Items | undefined): Learner {
  const next = randomStream(streamSeed(seed, index));
  const normal = normalStream(next);
  const items = bank ?? drawItems(world, normal);
  const mean = normal() * ASSUMPTIONS.meanSd;
  const groupOffset = Array.from({ length: world.groups }, () => normal());
  const abilities = Float64Array.from({ length: world.topics }, (_, topic) => {
    const common = groupOffset[topic % world.groups]! * Math.sqrt(world.shared);
    return mean + world.spread * (common + normal() * Math.sqrt(1 - world.shared));
  });
  const luck = Float64Array.from({ length: items.shape.length }, next);
  return { abilities, luck, items };
}

/** The one bank of a world with a fixed bank; it does not depend on the run's seed. */
export function drawBank(world: World): Items | undefined {
  return world.fixedBank ? drawItems(world, normalStream(randomStream(20261120))) : undefined;
}

function drawItems(world: World, normal: () => number): Items {
  const count = world.topics * world.itemsPerTopic;
  const shape = Array.from({ length: count }, (_, i): BenchShape => {
    const number = i % world.itemsPerTopic;
    const type = world.fixedBank
      ? BANK_TYPES[number]!
      : { type: 'single-choice' as const, guess: ASSUMPTIONS.guess, marking: 'auto' as const };
    return { ...type, level: LEVELS[number % 3]! };
  });
  const difficulty = Float64Array.from(
    shape,
    ({ level }) => LEVEL_DIFFICULTY[level] + normal() * world.noise,
  );
  const discrimination = Float64Array.from(shape, () => Math.exp(normal() * ASSUMPTIONS.discriminationSd));
  return { shape, difficulty, discrimination };
}

/** The learner's credit (0 or 1) for item i after `practised` answers in its topic: 2PL with guessing, slips and marking errors. */
export function answer(learner: Learner, item: number, topic: number, practised: number): number {
  const { items, abilities, luck } = learner;
  const ability = abilities[topic]! + ASSUMPTIONS.learningPerAnswer * practised;
  const { guess, marking } = items.shape[item]!;
  const known = 1 / (1 + Math.exp(-items.discrimination[item]! * (ability - items.difficulty[item]!)));
  const right = guess + (1 - guess - ASSUMPTIONS.slip) * known;
  const error = marking === 'self' ? ASSUMPTIONS.selfMarkingError : 0;
  return luck[item]! < right * (1 - error) + (1 - right) * error ? 1 : 0;
}

function repeat<T>(count: number, value: T): T[] {
  return new Array<T>(count).fill(value);
}

/** One seed from two numbers: every run has a stretch of seeds to itself (the multiplier is 2^32 / golden ratio). */
function streamSeed(seed: number, index: number): number {
  return Math.imul(seed, 0x9e3779b1) + index;
}
