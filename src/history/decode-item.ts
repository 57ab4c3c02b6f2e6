// Untrusted JSON -> Question as it was asked, or the first field that is wrong. Loose about limits, strict about shapes.

import type { Choice } from '../question/parts.js';
import type { Cloze, CommonFields, Question, QuestionOf, Request } from '../question/question.js';
import type { RequestTest } from '../question/request/request-test.js';
import { LEVELS, QUESTION_TYPES, type QuestionType } from '../question/vocabulary.js';
import {
  amount,
  anyNumber,
  type Check,
  fieldsOf,
  isRecord,
  like,
  listOf,
  oneOf,
  optional,
  text,
  truth,
} from './checks.js';
import type { Decode } from './load-record.js';

const labelled = { id: text, text };
const texts = listOf(text);

const common: { [Field in keyof CommonFields]-?: Check } = {
  id: text,
  topic: text,
  concepts: texts,
  level: oneOf(LEVELS),
  roles: texts,
  tags: texts,
  seconds: amount,
  apart: optional(texts),
  variantOf: optional(text),
  sources: listOf(fieldsOf({ title: text, url: text })),
  reviewed: text,
  stem: text,
  draft: optional(truth),
  hint: optional(text),
  explanation: text,
  followUp: optional(text),
  interviewer: optional(text),
};

const choices = listOf(fieldsOf<Choice>({ ...labelled, correct: optional(truth), why: text }));
const partial = optional(listOf(fieldsOf({ text, credit: anyNumber, why: optional(text) })));
const lines = like(/^\d{1,3}(-\d{1,3})?$/);
const requestTest: { [Field in keyof Required<RequestTest>]: Check } = {
  method: optional(text),
  target: optional(text),
  query: optional(text),
  header: optional(text),
  cookie: optional(text),
  field: optional(text),
  body: optional(text),
  is: optional(texts),
  begins: optional(texts),
};
const type = text;

type Own<T extends QuestionType> = Omit<QuestionOf<T>, keyof CommonFields>;
const SHAPES: { [T in QuestionType]: { [Field in keyof Own<T>]-?: Check } } = {
  'single-choice': { type, choices, shuffle: optional(truth) },
  'multiple-choice': { type, choices, shuffle: optional(truth) },
  'true-false': { type, answer: truth },
  'short-answer': {
    type,
    answers: texts,
    partial,
  },
  numeric: { type, answer: anyNumber, tolerance: optional(anyNumber), unit: optional(text) },
  ordering: { type, items: listOf(fieldsOf(labelled)) },
  matching: {
    type,
    pairs: listOf(fieldsOf({ id: text, left: text, right: text, why: optional(text) })),
    distractors: optional(listOf(fieldsOf(labelled))),
  },
  request: {
    type,
    answer: text,
    also: optional(texts),
    parts: listOf(
      fieldsOf<Request['parts'][number]>({
        id: text,
        ...requestTest,
        any: optional(listOf(fieldsOf(requestTest))),
        weight: optional(anyNumber),
        why: text,
      }),
    ),
    forbidden: optional(
      listOf(fieldsOf({ id: text, ...requestTest, weight: optional(anyNumber), why: text })),
    ),
    free: optional(listOf(fieldsOf(requestTest))),
  },
  spot: {
    type,
    snippet: text,
    flaws: listOf(fieldsOf({ id: text, lines, why: text })),
    sound: optional(listOf(fieldsOf({ lines, why: text }))),
  },
  cloze: {
    type,
    snippet: text,
    blanks: listOf(
      fieldsOf<Cloze['blanks'][number]>({
        id: text,
        answers: optional(texts),
        partial,
        answer: optional(anyNumber),
        tolerance: optional(anyNumber),
        unit: optional(text),
        why: optional(text),
      }),
    ),
  },
  open: {
    type,
    modelAnswer: text,
    rubric: listOf(fieldsOf({ ...labelled, weight: anyNumber, accept: texts, probe: optional(text) })),
    avoid: optional(listOf(fieldsOf({ ...labelled, weight: optional(anyNumber), reject: texts }))),
    framework: optional(text),
  },
};

const CHECKS = new Map(
  QUESTION_TYPES.map((name) => [name, fieldsOf<Question>({ ...common, ...SHAPES[name] } as never)]),
);

/** The question (the same object), or why it is none. */
export const decodeItem: Decode<Question> = (json) => {
  const check = isRecord(json) ? CHECKS.get(json.type as QuestionType) : undefined;
  const wrong = check === undefined ? 'type' : check(json);
  if (wrong === null) return { value: json as unknown as Question };
  return { code: 'record-wrong-field', detail: wrong };
};
