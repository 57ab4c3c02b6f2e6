// What a question is: the fields every type has, and the union over the types.

import type {
  clozeFields,
  matchingFields,
  multipleChoiceFields,
  numericFields,
  openFields,
  orderingFields,
  requestFields,
  shortAnswerFields,
  singleChoiceFields,
  spotFields,
  trueFalseFields,
} from './fields.js';
import type { labFields } from './lab/lab-fields.js';
import type { FieldsOf } from './parts.js';
import type { Level, Role } from './vocabulary.js';

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

export type SingleChoice = CommonFields & { type: 'single-choice' } & FieldsOf<typeof singleChoiceFields>;
export type MultipleChoice = CommonFields & { type: 'multiple-choice' } & FieldsOf<
    typeof multipleChoiceFields
  >;
export type TrueFalse = CommonFields & { type: 'true-false' } & FieldsOf<typeof trueFalseFields>;
export type ShortAnswer = CommonFields & { type: 'short-answer' } & FieldsOf<typeof shortAnswerFields>;
export type Numeric = CommonFields & { type: 'numeric' } & FieldsOf<typeof numericFields>;
export type Ordering = CommonFields & { type: 'ordering' } & FieldsOf<typeof orderingFields>;
export type Matching = CommonFields & { type: 'matching' } & FieldsOf<typeof matchingFields>;
export type Request = CommonFields & { type: 'request' } & FieldsOf<typeof requestFields>;
export type Spot = CommonFields & { type: 'spot' } & FieldsOf<typeof spotFields>;
export type Cloze = CommonFields & { type: 'cloze' } & FieldsOf<typeof clozeFields>;
export type Lab = CommonFields & { type: 'lab' } & FieldsOf<typeof labFields>;
export type Open = CommonFields & { type: 'open'; modelAnswer: string } & FieldsOf<typeof openFields>;

export type Question =
  | SingleChoice
  | MultipleChoice
  | TrueFalse
  | ShortAnswer
  | Numeric
  | Ordering
  | Matching
  | Request
  | Spot
  | Cloze
  | Lab
  | Open;

/** The question of one type. */
export type QuestionOf<T extends Question['type']> = Extract<Question, { type: T }>;
