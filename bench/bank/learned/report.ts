// The tables of the learned guessers, each held against its aim.

import type { Share } from './credit.js';
import { scoreLogit, scorePerceptron, strongestCues } from './learners.js';
import { type GuessableType, type Puzzle, TASKS } from './puzzle.js';
import { scoreTricks } from './single-cues.js';

/** What the bank is held to. Single-choice: shares of right picks; the others: points over chance. */
const AIMS = { logit: 0.3, perceptron: 0.32, overChance: 0.05 };
const STRONGEST = 20;

export interface Report {
  lines: string[];
  /** No figure over its aim. */
  good: boolean;
}

export function reportLearned(puzzlesOf: Readonly<Record<GuessableType, readonly Puzzle[]>>): Report {
  const types = (Object.keys(TASKS) as GuessableType[]).filter((type) => puzzlesOf[type].length > 0);
  const rows = types.flatMap((type) => rowsOf(type, puzzlesOf[type]));
  const tricks = scoreTricks(puzzlesOf['single-choice']);
  const lines = [
    '\nlearned guessers, ten folds\n',
    '| type | puzzles | learner | credit | chance | bound | aim | |\n|---|---|---|---|---|---|---|---|',
    ...rows.map(({ line }) => line),
    ...types.flatMap((type) => strongest(type, puzzlesOf[type])),
    '\nsingle-choice, one cue alone\n\n| guesser | credit | chance | bound | |\n|---|---|---|---|---|',
    ...tricks.map((one) => `| ${one.trick} | ${figures(one)} | ${one.within ? 'within' : 'ABOVE'} |`),
  ];
  return { lines, good: rows.every(({ good }) => good) && tricks.every(({ within }) => within) };
}

function rowsOf(type: GuessableType, puzzles: readonly Puzzle[]): { line: string; good: boolean }[] {
  const row = (learner: string, share: Share, aim: number) => {
    const good = share.credit <= aim;
    const cells = [type, puzzles.length, learner, figures(share), percent(aim), good ? 'within' : 'ABOVE'];
    return { line: `| ${cells.join(' | ')} |`, good };
  };
  const logit = scoreLogit(puzzles, TASKS[type]);
  if (type !== 'single-choice') return [row('logit', logit, logit.chance + AIMS.overChance)];
  return [
    row('logit', logit, AIMS.logit),
    row('character n-grams', scorePerceptron(puzzles), AIMS.perceptron),
  ];
}

function strongest(type: GuessableType, puzzles: readonly Puzzle[]): string[] {
  const cues = strongestCues(puzzles, TASKS[type], STRONGEST);
  const told = (sign: number) =>
    cues
      .filter(({ weight }) => weight * sign > 0)
      .map(({ name, weight }) => `${name} ${Math.abs(weight).toFixed(2)}`)
      .join('; ');
  return [`\n${type}, strongest cues\n`, `- for: ${told(1)}`, `- against: ${told(-1)}`];
}

function figures({ credit, chance, bound }: Share): string {
  return [credit, chance, bound].map(percent).join(' | ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
