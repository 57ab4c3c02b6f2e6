// Every answer that pure guessing can give, each with its chance: the table of docs/scoring.md is computed from it.

import { rightRun } from '../../src/question/lab/right-run.js';
import type {
  Matching,
  MultipleChoice,
  Ordering,
  Question,
  SingleChoice,
} from '../../src/question/question.js';
import type { QuestionResponse } from '../../src/question/response.js';
import { markableLines } from '../../src/question/snippet.js';
import { gradeOf } from '../../src/question/type-rules.js';

/** All answers of a guesser, equally likely. Typed answers: a guesser without knowledge types nothing useful. */
export function guesses(question: Question): QuestionResponse[] {
  switch (question.type) {
    case 'single-choice':
      return idsOf(question);
    case 'true-false':
      return [true, false];
    case 'multiple-choice':
      return subsets(idsOf(question));
    case 'ordering':
      return permutations(question.items.map(({ id }) => id));
    case 'matching':
      return assignments(question);
    case 'spot':
      // As many lines as there are flaws: how many is told.
      return subsets(markableLines(question.snippet)).filter(
        ({ length }) => length === question.flaws.length,
      );
    case 'lab':
      return [{ ...rightRun(question), exchanges: [], values: {} }];
    case 'cloze':
      return [{}, { status: 'no idea' }];
    default:
      return ['', 'no idea'].map((text) => (question.type === 'open' ? { text, met: [], flags: [] } : text));
  }
}

/** Mean credit over all guesses. */
export function meanCreditOfGuesses(question: Question): number {
  const credits = guesses(question).map((response) => gradeOf(question, response).credit);
  return credits.reduce((sum, credit) => sum + credit, 0) / credits.length;
}

const idsOf = ({ choices }: SingleChoice | MultipleChoice) => choices.map(({ id }) => id);

function subsets<Member>(members: readonly Member[]): Member[][] {
  return Array.from({ length: 2 ** members.length }, (_, mask) =>
    members.filter((_, index) => (mask >> index) % 2 === 1),
  );
}

export function permutations<Member>(members: readonly Member[]): Member[][] {
  if (members.length === 0) return [[]];
  return members.flatMap((first, index) =>
    permutations(members.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}

/** Each left side gets a right side of its own, as a person who knows that much would fill it in. */
function assignments({ pairs, distractors = [] }: Matching): Record<string, string>[] {
  const rights = [...pairs, ...distractors].map(({ id }) => id);
  return permutations(rights).map((order) =>
    Object.fromEntries(pairs.map(({ id }, index) => [id, order[index] as string])),
  );
}

/** Inversions of a permutation of an ordering's ids. */
export function inversionsOf({ items }: Ordering, order: readonly string[]): number {
  const ranks = order.map((id) => items.findIndex((item) => item.id === id));
  return ranks.reduce(
    (sum, rank, index) => sum + ranks.slice(index + 1).filter((other) => other < rank).length,
    0,
  );
}
