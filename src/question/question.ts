// What a question is: the fields every type has, and the union over the types.

import type { FIELDS } from './fields.js';
import type { FieldsOf } from './parts.js';
import type { Level, QuestionType, Role } from './vocabulary.js';

export interface Source {
  title: string;
  url: string;
}

/** What every question has, whatever its type. Texts are Markdown. */
export interface CommonFields {
  id: string;
  topic: string;
  /** The first is the main subject. */
  concepts: string[];
  level: Level;
  /** Empty: for everyone. */
  roles: Role[];
  tags: string[];
  /** Time limit in seconds before any scaling. */
  seconds: number;
  /** Ids of this pack that are never asked in one sitting with this one: one gives the other away. */
  apart?: string[] | undefined;
  /** Id of the item that this one asks in another guise. */
  variantOf?: string | undefined;
  sources: Source[];
  /** Day of the last review against the sources, YYYY-MM-DD. */
  reviewed: string;
  stem: string;
  hint?: string | undefined;
  explanation: string;
  followUp?: string | undefined;
  /** From a pack of drafts: sources, day of review, reasons and explanation may be empty. */
  draft?: true | undefined;
  interviewer?: string | undefined;
}

/** What some types have in sections of the body. */
interface SectionFields {
  open: { modelAnswer: string };
}

/** The question of one type, or of several. */
export type QuestionOf<T extends QuestionType> = T extends QuestionType
  ? CommonFields & { type: T } & FieldsOf<(typeof FIELDS)[T]> &
      (T extends keyof SectionFields ? SectionFields[T] : unknown)
  : never;

export type Question = QuestionOf<QuestionType>;

export type SingleChoice = QuestionOf<'single-choice'>;
export type MultipleChoice = QuestionOf<'multiple-choice'>;
export type TrueFalse = QuestionOf<'true-false'>;
export type ShortAnswer = QuestionOf<'short-answer'>;
export type Numeric = QuestionOf<'numeric'>;
export type Ordering = QuestionOf<'ordering'>;
export type Matching = QuestionOf<'matching'>;
export type Request = QuestionOf<'request'>;
export type Spot = QuestionOf<'spot'>;
export type Cloze = QuestionOf<'cloze'>;
export type Lab = QuestionOf<'lab'>;
export type Open = QuestionOf<'open'>;
