// What scores earn on a puzzle, and what they would earn if chance had placed what is right.

import { subsetsOf } from '../../../src/bank/guessing/guess.js';
import { expectedSum, type Lottery, sharedPick, upperBound } from '../../../src/bank/lint/chance.js';
import type { MultipleChoice } from '../../../src/question/question.js';
import { gradeOf } from '../../../src/question/type-rules.js';
import type { Puzzle, Task } from './puzzle.js';

export interface Earned {
  credit: number;
  byChance: Lottery;
}

/** Shares of the full credit, 0 to 1. */
export interface Share {
  credit: number;
  chance: number;
  bound: number;
}

export function earned(puzzle: Puzzle, scores: readonly number[], task: Task): Earned {
  if (task === 'choose') return chosen(puzzle, scores);
  return puzzle.options.length === 1 ? judged(puzzle, scores[0]!) : ticked(puzzle, scores);
}

/** The best option; ties are shared. */
function chosen({ options, right }: Puzzle, scores: readonly number[]): Earned {
  const most = Math.max(...scores);
  const tied = scores.flatMap((score, index) => (score >= most - 1e-9 ? [index] : []));
  const credit = tied.some((index) => right[index]) ? 1 / tied.length : 0;
  return { credit, byChance: sharedPick(options.length, tied.length) };
}

/** A statement called true or false. */
function judged({ right }: Puzzle, score: number): Earned {
  return { credit: score > 0 === right[0] ? 1 : 0, byChance: sharedPick(2, 1) };
}

/** Every option above 0, at least the best one, for the ordinary credit of multiple-choice. */
function ticked({ options, right }: Puzzle, scores: readonly number[]): Earned {
  const most = Math.max(...scores);
  const ticks = scores.map((score) => score > 0 || score === most);
  const indexes = options.map((_, index) => index);
  const placements = subsetsOf(indexes, right.filter(Boolean).length);
  return {
    credit: creditOf(right, ticks),
    byChance: placements.map((keys) => [
      creditOf(
        indexes.map((index) => keys.includes(index)),
        ticks,
      ),
      1 / placements.length,
    ]),
  };
}

function creditOf(right: readonly boolean[], ticks: readonly boolean[]): number {
  const choices = right.map((correct, index) => ({ id: `${index}`, text: '', why: '', correct }));
  const response = choices.filter((_, index) => ticks[index]).map(({ id }) => id);
  return gradeOf({ ...BLANK, choices }, response).credit;
}

/** `tail`: the chance that chance alone passes the bound. */
export function shareOf(all: readonly Earned[], tail: number): Share {
  const byChance = all.map((one) => one.byChance);
  const credit = all.reduce((sum, one) => sum + one.credit, 0);
  const size = Math.max(1, all.length);
  return {
    credit: credit / size,
    chance: expectedSum(byChance) / size,
    bound: upperBound(byChance, tail) / size,
  };
}

/** A multiple-choice question without content: only its choices are graded. */
const BLANK: MultipleChoice = {
  type: 'multiple-choice',
  id: 'blank',
  topic: '',
  concepts: [],
  level: 'foundation',
  roles: [],
  tags: [],
  seconds: 0,
  sources: [],
  reviewed: '',
  stem: '',
  explanation: '',
  choices: [],
};
