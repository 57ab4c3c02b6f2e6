// The contract of a question type: what its one file in types/ provides.

import type { AnswerWording } from './answer-words.js';
import type { ProblemCode } from './problem-messages.js';
import type { QuestionOf } from './question.js';
import type { ResponseByType } from './response.js';
import type { SECTION_FIELDS } from './sections.js';
import type { Level, QuestionType } from './vocabulary.js';

/** Heading of a section of the body, such as "Model answer". */
export type TypeSection = keyof typeof SECTION_FIELDS;

/** A finding of a type's own checks: a problem code at a path of the front matter. */
export interface FieldIssue {
  code: ProblemCode;
  path: readonly (string | number)[];
  args?: Readonly<Record<string, string | number>>;
}

export interface Grade {
  /** 0 to 1. */
  credit: number;
  /** The accepted answer a wrong one is close to: told, never credited. */
  close?: string;
  /** Why a declared partial credit is only partial. */
  why?: string;
  /** Why the response could not be read at all. */
  unreadable?: string;
}

/** A list of the front matter whose members bear ids. Lists that share their ids stand in one group. */
type ListGroup = readonly string[];

export interface QuestionTypeRules<T extends QuestionType> {
  /** The lists of records that `check` looks at: ids are unique within each group. */
  lists: readonly ListGroup[];
  /** The list without which `check` has nothing to look at; null: it needs none. */
  needs: string | null;
  /** Sections of the body that this type has to have beside the explanation. */
  sections: readonly TypeSection[];
  /** Compared by the program with what was typed, so the person may know better: "I was right". */
  overridable: boolean;
  /** A response names places in what was shown, which are others once it has moved: under another key it means nothing. */
  namesPlaces?: true;
  /** Checks across fields, run on decoded fields. */
  check(question: QuestionOf<T>): FieldIssue[];
  /** What to say where a response cannot be an answer at all, so that it is asked again; null where it is one. Left out: every one of the right shape is. */
  refuse?(question: QuestionOf<T>, response: ResponseByType[T]): string | null;
  /** Credit of a response; unknown ids earn nothing. Pure. */
  grade(question: QuestionOf<T>, response: ResponseByType[T]): Grade;
  /** A fully right response. */
  rightResponse(question: QuestionOf<T>): ResponseByType[T];
  /** Everything that decides what is right, and nothing else: the key hash is taken of it. */
  key(question: QuestionOf<T>): unknown;
  /** A response and the key in words, for reports and for comparing keys. */
  words: AnswerWording<QuestionOf<T>, ResponseByType[T]>;
  /** Ids that are shuffled when the question is asked; where its traits say that they are. */
  shuffled?(question: QuestionOf<T>): string[];
  /** Expected credit of an answer made by pure guessing, 0 to 1. */
  guess(question: QuestionOf<T>): number;
  /** Default time limit. */
  seconds: Readonly<Record<Level, number>>;
  /** Front matter lines a new question of this type starts from. */
  template: string;
}
