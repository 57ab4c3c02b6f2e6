// What a person answered, by ids and never by positions, and its decoding from untrusted JSON.

import { isRecord } from '../text/is-record.js';
import { isLabResponse, type LabResponse } from './lab/journal.js';
import type { QuestionType } from './vocabulary.js';

export interface OpenResponse {
  /** What was typed; empty when answered aloud. */
  text: string;
  /** Ids of the rubric points the learner ticked as said. */
  met: string[];
  /** Ids of the red flags the learner admitted. */
  flags: string[];
  /** Ids of the points that were half said; left out by version 0.1.0. */
  half?: string[] | undefined;
  /** Ids of the points that only a probe brought out: they count less. */
  late?: string[] | undefined;
}

export interface ResponseByType {
  'single-choice': string;
  'multiple-choice': string[];
  'true-false': boolean;
  'short-answer': string;
  /** As typed: `8.76`, `8,760`, `131 hours`. */
  numeric: string;
  /** Item ids, first to last. */
  ordering: string[];
  /** Pair id -> id of the pair or distractor whose right side was chosen. */
  matching: Record<string, string>;
  /** As typed: a curl command or an HTTP message. */
  request: string;
  /** Numbers of the marked lines, from 1. */
  spot: number[];
  /** Blank id -> what was typed there. */
  cloze: Record<string, string>;
  lab: LabResponse;
  open: OpenResponse;
}

export type QuestionResponse = ResponseByType[QuestionType];

/** Characters of a typed answer that are kept; players cut off the rest, for a longer one could not be read back. */
export const MOST_TYPED = 20_000;

/** Lines a snippet may have. */
export const MOST_LINES = 200;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_TYPED;
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 100 && value.every(isText);

const isTextByName = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.keys(value).length <= 100 && Object.values(value).every(isText);

const RIGHT_SHAPE: { [T in QuestionType]: (value: unknown) => value is ResponseByType[T] } = {
  'single-choice': isText,
  'multiple-choice': isTexts,
  'true-false': (value): value is boolean => typeof value === 'boolean',
  'short-answer': isText,
  numeric: isText,
  ordering: isTexts,
  matching: isTextByName,
  request: isText,
  spot: (value): value is number[] =>
    Array.isArray(value) &&
    value.length <= MOST_LINES &&
    value.every((line) => Number.isInteger(line) && line >= 1 && line <= MOST_LINES),
  cloze: isTextByName,
  lab: isLabResponse,
  open: (value): value is OpenResponse =>
    isRecord(value) &&
    isText(value.text) &&
    isTexts(value.met) &&
    isTexts(value.flags) &&
    (value.half === undefined || isTexts(value.half)) &&
    (value.late === undefined || isTexts(value.late)),
};

/** True where the value has the shape of a response to a question of this type. */
export function isResponseTo<T extends QuestionType>(type: T, value: unknown): value is ResponseByType[T] {
  return RIGHT_SHAPE[type](value);
}
