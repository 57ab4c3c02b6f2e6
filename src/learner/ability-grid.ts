// An ability from answers in any order: log-likelihoods on a grid, so that adding answers is adding numbers. Figures of classes and of
// items are made with it, and docs/team/*.sql computes the same.
import type { Level } from '../question/vocabulary.js';
import { MEAN_VARIANCE, SPREADS } from './belief.js';
import { chanceRight, DISCRIMINATION, type ResponseCurve, responseCurve, SLIP } from './response-model.js';

/** Abilities (logits) from -4 to 4 in steps of a quarter. */
export const GRID: readonly number[] = Array.from({ length: 33 }, (_, i) => -4 + i / 4);

/** Variance of a topic's ability before any answer: of learners, and of topics within a learner (mean over the spreads weighed in belief.ts). */
export const PRIOR_VARIANCE =
  MEAN_VARIANCE + SPREADS.reduce((sum, { spread, weight }) => sum + weight * spread * spread, 0);

/** 80 % of a normal distribution lie within this many SDs. */
export const Z80 = 1.2816;

const LOG_PRIOR = GRID.map((ability) => -(ability * ability) / (2 * PRIOR_VARIANCE));
const RECALL = GRID.map((ability) => recallChance(ability));

/** ln of the chance of a right and of a wrong answer at every node of the grid. */
export interface CurveLogs {
  right: Float64Array;
  wrong: Float64Array;
}

const known = new Map<number, CurveLogs>();
const LEVELS: readonly Level[] = ['foundation', 'intermediate', 'advanced'];

/** The curve of an item by its declared level; kept, for there are few. `guess` in [0, 1). */
export function levelLogs(level: Level, guess: number, byKey: boolean): CurveLogs {
  const key = (LEVELS.indexOf(level) * 2 + (byKey ? 1 : 0)) * 1e6 + Math.round(guess * 1e4);
  const found = known.get(key);
  if (found) return found;
  const made = curveLogs(responseCurve({ level, guess, marking: byKey ? 'auto' : 'self' }));
  // Guesses of hostile rows are as many as numbers.
  if (known.size < 5000) known.set(key, made);
  return made;
}

/** The same for any curve. */
export function curveLogs(curve: ResponseCurve): CurveLogs {
  const chances = GRID.map((ability) => chanceRight(curve, ability));
  return {
    right: Float64Array.from(chances, Math.log),
    wrong: Float64Array.from(chances, (chance) => Math.log(1 - chance)),
  };
}

/** Adds one answer: partial credit y is the likelihood p^y (1-p)^(1-y), as everywhere. `at`: where the cell begins in `cells`. */
export function addAnswer(
  cells: Float64Array,
  at: number,
  { right, wrong }: CurveLogs,
  credit: number,
): void {
  for (let i = 0; i < GRID.length; i += 1) cells[at + i]! += credit * right[i]! + (1 - credit) * wrong[i]!;
}

export interface GridAbility {
  /** Mean and SD of the ability, logits. */
  ability: number;
  sd: number;
  /** Chance to answer a new intermediate item right without options to guess from, its 80 % interval, and the SD of that chance. */
  chance: number;
  low: number;
  high: number;
  chanceSd: number;
}

/** What the answers in a cell say. */
export function abilityFrom(cells: Float64Array, at: number): GridAbility {
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < GRID.length; i += 1) most = Math.max(most, cells[at + i]! + LOG_PRIOR[i]!);
  let [total, first, second, chance, square] = [0, 0, 0, 0, 0];
  for (let i = 0; i < GRID.length; i += 1) {
    const weight = Math.exp(cells[at + i]! + LOG_PRIOR[i]! - most);
    total += weight;
    first += weight * GRID[i]!;
    second += weight * GRID[i]! ** 2;
    chance += weight * RECALL[i]!;
    square += weight * RECALL[i]! ** 2;
  }
  const ability = first / total;
  const sd = Math.sqrt(Math.max(0, second / total - ability ** 2));
  const mean = chance / total;
  return {
    ability,
    sd,
    chance: mean,
    low: recallChance(ability - Z80 * sd),
    high: recallChance(ability + Z80 * sd),
    chanceSd: Math.sqrt(Math.max(0, square / total - mean ** 2)),
  };
}

function recallChance(ability: number): number {
  return (1 - SLIP) / (1 + Math.exp(-DISCRIMINATION * ability));
}
