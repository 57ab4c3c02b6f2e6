// What a guesser earns on one item, and what it would earn if chance had placed the keys.

import type { MultipleChoice, SingleChoice } from '../../question/question.js';
import { gradeOf } from '../../question/type-rules.js';
import type { Lottery } from '../lint/chance.js';
import { optionsOf } from '../lint/options.js';
import { shownLine } from '../lint/wording.js';
import type { Guesser } from './guessers.js';

export type ChoiceItem = SingleChoice | MultipleChoice;

export interface Guess {
  credit: number;
  /** The keys placed anywhere among the options, each way equally likely. */
  byChance: Lottery;
}

/** One option for single-choice; for multiple-choice the better half, rounded: how many are right is not told. */
export function guess(item: ChoiceItem, guesser: Guesser): Guess {
  const ways = picksOf(item, guesser);
  const keys = item.choices.flatMap(({ correct }, index) => (correct ? [index] : []));
  const placements = subsetsOf(
    item.choices.map((_, index) => index),
    keys.length,
  );
  return {
    credit: meanCredit(item, keys, ways),
    byChance: placements.map((placed) => [meanCredit(item, placed, ways), 1 / placements.length]),
  };
}

/** The options it picks, by their place in the file; several ways where they tie. */
export function picksOf(item: ChoiceItem, guesser: Guesser): number[][] {
  const texts = (optionsOf(item)?.all ?? []).map(({ text }) => text);
  const picks = item.type === 'single-choice' ? 1 : Math.round(texts.length / 2);
  return bestSubsets(guesser(shownLine(item.stem), texts), picks);
}

/** Every set of that size with the highest scores: more than one where scores tie at the border. */
function bestSubsets(scores: readonly number[], size: number): number[][] {
  const border = [...scores].sort((a, b) => b - a)[size - 1] as number;
  const indexes = scores.map((_, index) => index);
  const sure = indexes.filter((index) => (scores[index] as number) > border);
  const tied = indexes.filter((index) => scores[index] === border);
  return subsetsOf(tied, size - sure.length).map((chosen) => [...sure, ...chosen]);
}

/** Every choice of `size` members. */
export function subsetsOf(members: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return members.flatMap((member, index) =>
    subsetsOf(members.slice(index + 1), size - 1).map((rest) => [member, ...rest]),
  );
}

function meanCredit(item: ChoiceItem, keys: readonly number[], ways: readonly number[][]): number {
  const choices = item.choices.map((choice, index) => ({ ...choice, correct: keys.includes(index) }));
  const idAt = (index: number) => choices[index]?.id ?? '';
  const credits = ways.map((way) =>
    item.type === 'single-choice'
      ? gradeOf({ ...item, choices }, idAt(way[0] as number)).credit
      : gradeOf({ ...item, choices }, way.map(idAt)).credit,
  );
  return credits.reduce((sum, credit) => sum + credit, 0) / credits.length;
}
