// What each blind guesser scores on a set of items, against what chance would give it.

import { type ChoiceItem, guess } from '../../src/bank/guessing/guess.js';
import { GUESSERS } from '../../src/bank/guessing/guessers.js';
import { expectedSum, upperBound } from '../../src/bank/lint/chance.js';
import type { Question } from '../../src/question/question.js';

export interface Score {
  guesser: string;
  /** Shares of the full credit, 0 to 1. */
  credit: number;
  chance: number;
  bound: number;
  within: boolean;
}

/** The 97.5 % bound of one guesser, corrected after Šidák (1967) for the five that issue 6 names. */
const TAIL = 1 - 0.975 ** (1 / 5);

/** The questions of a choice type. */
export function itemsOf(questions: readonly Question[], type: ChoiceItem['type']): ChoiceItem[] {
  return questions.filter((question): question is ChoiceItem => question.type === type);
}

/** One score per guesser; items have to be of one type. */
export function scoreGuessers(items: readonly ChoiceItem[]): Score[] {
  return Object.entries(GUESSERS).map(([name, guesser]) => {
    const guesses = items.map((item) => guess(item, guesser));
    const byChance = guesses.map((one) => one.byChance);
    const credit = guesses.reduce((sum, one) => sum + one.credit, 0);
    const bound = upperBound(byChance, TAIL);
    // A hair of slack: sums of thirds are not exact.
    const within = credit <= bound + 1e-6;
    const [share, chance, most] = [credit, expectedSum(byChance), bound].map((sum) => sum / items.length);
    return { guesser: name, credit: share ?? 0, chance: chance ?? 0, bound: most ?? 0, within };
  });
}
