// A closed item as the learned guessers see it: a text to read, options, and which of them are right. No knowledge of APIs.

import { shownLine } from '../../../src/bank/lint/wording.js';
import type { Matching, Question } from '../../../src/question/question.js';

export interface Puzzle {
  id: string;
  /** Puzzles of one item share it: they are left out together. */
  item: string;
  topic: string;
  stem: string;
  options: readonly string[];
  right: readonly boolean[];
}

/** What a guesser does: choose one option, or say yes or no to each of them. */
export type Task = 'choose' | 'tick';

/** The types that can be guessed, and how. */
export const TASKS = {
  'single-choice': 'choose',
  'multiple-choice': 'tick',
  'true-false': 'tick',
  matching: 'choose',
} as const satisfies Partial<Record<Question['type'], Task>>;

export type GuessableType = keyof typeof TASKS;

/** The puzzles of one type: one per item, for matching one per left side. */
export function puzzlesOf(questions: readonly Question[], type: GuessableType): Puzzle[] {
  return questions.filter((question) => question.type === type).flatMap(puzzlesIn);
}

function puzzlesIn(question: Question): Puzzle[] {
  const { id, topic, stem } = question;
  const common = { id, item: id, topic, stem: shownLine(stem) };
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice': {
      const options = question.choices.map(({ text }) => shownLine(text));
      return [{ ...common, options, right: question.choices.map(({ correct }) => correct === true) }];
    }
    case 'true-false':
      // The statement is its own only option, to be ticked or not.
      return [{ ...common, stem: '', options: [shownLine(stem)], right: [question.answer] }];
    case 'matching':
      return sidesOf(question);
    default:
      return [];
  }
}

function sidesOf({ id, topic, pairs, distractors = [] }: Matching): Puzzle[] {
  const sides = [...pairs.map(({ right }) => right), ...distractors.map(({ text }) => text)];
  return pairs.map((pair, index) => ({
    id: `${id}/${pair.id}`,
    item: id,
    topic,
    stem: shownLine(pair.left),
    options: sides.map(shownLine),
    right: sides.map((_, side) => side === index),
  }));
}
