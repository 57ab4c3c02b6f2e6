// How likely a learner of a given ability answers an item right: a Rasch curve between guessing and slipping.
import type { Level } from '../question/vocabulary.js';

/** What the curve needs to know of an item. */
export interface ItemShape {
  readonly level: Level;
  /** Chance of being right by guessing, [0, 1). */
  readonly guess: number;
  readonly marking: 'auto' | 'self';
  /** Logits, where many people's answers have told it; left out: that of its level. */
  readonly difficulty?: number | undefined;
}

/** The curve in numbers: chance right = floor + rise * logistic(DISCRIMINATION * (ability - difficulty)). */
export interface ResponseCurve {
  readonly difficulty: number;
  readonly floor: number;
  readonly rise: number;
}

/**
 * Below the 1 that items have on average: the real difficulty of an item scatters around its level and real
 * discriminations differ, which flattens the curve (learner-model.md; checked in bench/diagnosis).
 */
export const DISCRIMINATION = 0.9;

/** Chance of a wrong answer by someone who knows. */
export const SLIP = 0.03;

/** Chance that a self-marked answer is marked wrongly, either way. */
const SELF_MARKING_ERROR = 0.1;

/** Chance that an answer which is right with this chance is marked right. */
export function asMarked(right: number, marking: ItemShape['marking']): number {
  const error = marking === 'self' ? SELF_MARKING_ERROR : 0;
  return right * (1 - error) + (1 - right) * error;
}

/** Difficulty of a level in logits; an item's own is not known until many people have answered it. */
export const LEVEL_DIFFICULTY: Readonly<Record<Level, number>> = {
  foundation: -1,
  intermediate: 0,
  advanced: 1,
};

/** The difficulty of an item, logits. */
export function difficultyOf({ level, difficulty }: Pick<ItemShape, 'level' | 'difficulty'>): number {
  return difficulty ?? LEVEL_DIFFICULTY[level];
}

/** The curve of an item. */
export function responseCurve(item: ItemShape): ResponseCurve {
  const error = item.marking === 'self' ? SELF_MARKING_ERROR : 0;
  const floor = Math.max(item.guess, error);
  return { difficulty: difficultyOf(item), floor, rise: 1 - floor - Math.max(SLIP, error) };
}

/** Chance, (0, 1), that a learner of this ability (logits) answers right. */
export function chanceRight(curve: ResponseCurve, ability: number): number {
  return curve.floor + curve.rise / (1 + Math.exp(-DISCRIMINATION * (ability - curve.difficulty)));
}
