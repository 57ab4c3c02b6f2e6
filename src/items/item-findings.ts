// What looks wrong with an item: a key the able do not pick, an option nobody falls for, a level that is off. Pure.

import { LEVEL_DIFFICULTY } from '../learner/response-model.js';
import { LEVELS, type Level } from '../question/vocabulary.js';
import type { ItemStatistics } from './item-statistics.js';
import type { OptionStatistics } from './option-statistics.js';

export const FINDING_MESSAGES = {
  'stats-key-suspect':
    'people who do well elsewhere pick "{option}" and not the key (discrimination of the key {key}, of this option {other}, {attempts} first attempts); look at the key',
  'stats-option-dead':
    'option "{option}" was picked by {picks} of {wrong} who were wrong: it distracts nobody; write another, or leave it out',
  'stats-level-off':
    'answered as {found} (difficulty {difficulty}, 80 % interval {low} to {high}, {attempts} first attempts), declared as {level}; check the level',
} as const;

export type FindingCode = keyof typeof FINDING_MESSAGES;

export interface ItemFinding {
  item: string;
  code: FindingCode;
  args: Readonly<Record<string, string | number>>;
}

/** First attempts below which nothing is said of an item. */
export const LEAST_ATTEMPTS = 30;
/** Standard errors by which another option has to beat the key. */
const KEY_MARGIN = 2.5;
/** An option is dead if it is this unlikely (one-sided) that it draws an eighth of those who are wrong. */
const DEAD_SHARE = 0.12;
const DEAD_CHANCE = 0.05;
/** How sure it has to be that the difficulty lies beyond the middle between two levels. */
const LEVEL_SURE = 0.93;

/** Of one item; empty where nothing looks wrong, or too few have answered. */
export function itemFindings(item: ItemStatistics): ItemFinding[] {
  if (item.attempts < LEAST_ATTEMPTS) return [];
  const key = keySuspect(item);
  // Where the key is wrong, everything else is about the wrong key.
  return key ? [key] : [...deadOptions(item), ...levelOff(item)];
}

const two = (value: number): string => value.toFixed(2);

function keySuspect({ item, type, options, attempts }: ItemStatistics): ItemFinding | undefined {
  if (type !== 'single-choice') return undefined;
  const key = options.find(({ right }) => right);
  const keyed = key?.discrimination ?? 0;
  const rivals = options.filter(
    (option): option is OptionStatistics & { discrimination: number } =>
      option.discrimination !== null && !option.right,
  );
  const best = rivals.sort((a, b) => b.discrimination - a.discrimination)[0];
  if (best === undefined || best.discrimination <= 0 || keyed > 0.05) return undefined;
  if ((best.discrimination - keyed) * Math.sqrt(attempts / 2) < KEY_MARGIN) return undefined;
  return {
    item,
    code: 'stats-key-suspect',
    args: { option: best.option, key: two(keyed), other: two(best.discrimination), attempts },
  };
}

function deadOptions({ item, type, options }: ItemStatistics): ItemFinding[] {
  if (type !== 'single-choice' || options.length === 0) return [];
  const wrongs = options.filter(({ right }) => !right);
  const wrong = wrongs.reduce((sum, { picks }) => sum + picks, 0);
  return wrongs
    .filter(({ picks }) => chanceOfAtMost(picks, wrong, DEAD_SHARE) < DEAD_CHANCE)
    .map(({ option, picks }) => ({ item, code: 'stats-option-dead', args: { option, picks, wrong } }));
}

/** Binomial: so many or fewer of `all`, each with this chance. */
function chanceOfAtMost(most: number, all: number, chance: number): number {
  let term = (1 - chance) ** all;
  let sum = term;
  for (let count = 1; count <= most; count += 1) {
    term *= ((all - count + 1) / count) * (chance / (1 - chance));
    sum += term;
  }
  return Math.min(1, sum);
}

function levelOff({ item, level, difficulty, difficultyError, attempts }: ItemStatistics): ItemFinding[] {
  const beyond = (border: number) => normalShare((difficulty - border) / difficultyError);
  const declared = LEVEL_DIFFICULTY[level];
  const harder = level !== 'advanced' && beyond(declared + 0.5) >= LEVEL_SURE;
  const easier = level !== 'foundation' && beyond(declared - 0.5) <= 1 - LEVEL_SURE;
  if (!harder && !easier) return [];
  const args = {
    found: nearestLevel(difficulty),
    difficulty: two(difficulty),
    low: two(difficulty - 1.2816 * difficultyError),
    high: two(difficulty + 1.2816 * difficultyError),
    attempts,
    level,
  };
  return [{ item, code: 'stats-level-off', args }];
}

function nearestLevel(difficulty: number): Level {
  return [...LEVELS].sort(
    (a, b) => Math.abs(LEVEL_DIFFICULTY[a] - difficulty) - Math.abs(LEVEL_DIFFICULTY[b] - difficulty),
  )[0]!;
}

/** Share of a normal distribution below z (Abramowitz & Stegun 26.2.17, error below 7.5e-8). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = Math.exp((-z * z) / 2) * 0.3989422804014327 * series;
  return z < 0 ? tail : 1 - tail;
}
