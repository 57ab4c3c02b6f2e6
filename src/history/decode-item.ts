// Untrusted JSON -> Question as it was asked, or the first field that is wrong. Loose about limits, strict about shapes.

import { FIELD_KINDS, NOTES, OPERATIONS } from '../question/lab/lab-fields.js';
import type { Choice } from '../question/parts.js';
import type { Cloze, CommonFields, Lab, Question, QuestionOf, Request } from '../question/question.js';
import type { RequestTest } from '../question/request/request-test.js';
import { LEVELS, QUESTION_TYPES, type QuestionType } from '../question/vocabulary.js';
import { isRecord } from '../text/is-record.js';
import {
  amount,
  anyNumber,
  byKind,
  type Check,
  fieldsOf,
  like,
  listOf,
  oneOf,
  optional,
  text,
  truth,
} from './checks.js';
import type { Decode } from './load-record.js';

type LabBehaviour = NonNullable<Lab['behaviours']>[number];
type LabCall = NonNullable<Lab['steps'][number]['calls']>[number];

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
const path = like(/^(\/[a-z0-9_-]+){1,4}$/);
const few: Check = (value) =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 10_000 ? null : '';
const fews = listOf(few);
const labResource = fieldsOf<Lab['resources'][number]>({
  name: text,
  path: optional(path),
  items: optional(text),
  many: optional(fieldsOf({ count: few, item: text })),
  allows: optional(listOf(oneOf(OPERATIONS))),
  fields: optional(
    listOf(
      fieldsOf({ name: text, kind: oneOf(FIELD_KINDS), required: optional(text), values: optional(texts) }),
    ),
  ),
});
type BehaviourShape<Kind extends LabBehaviour['kind']> = {
  [Field in keyof Extract<LabBehaviour, { kind: Kind }>]-?: Check;
};
const behaviours: { [Kind in LabBehaviour['kind']]: BehaviourShape<Kind> } = {
  bearer: { kind: text, on: optional(texts) },
  'api-key': { kind: text, on: optional(texts), header: text },
  oauth: {
    kind: text,
    on: optional(texts),
    path,
    uses: optional(few),
    refresh: optional(text),
    'refresh-token': optional(text),
  },
  'cursor-paging': { kind: text, on: optional(texts), size: few },
  'offset-paging': {
    kind: text,
    on: optional(texts),
    size: few,
    adds: optional(text),
    removes: optional(text),
  },
  etag: { kind: text, on: optional(texts), required: optional(text), rival: optional(text) },
  idempotency: { kind: text, on: optional(texts), required: optional(text) },
  'rate-limit': { kind: text, on: optional(texts), limit: few, window: few },
  flaky: {
    kind: text,
    on: optional(texts),
    method: optional(text),
    nth: fews,
    'retry-after': optional(few),
    strict: optional(text),
  },
  slow: { kind: text, on: optional(texts), method: optional(text), nth: fews, ms: few },
  'lost-response': { kind: text, on: optional(texts), method: optional(text), nth: fews },
  deprecated: { kind: text, on: texts, sunset: text, successor: path },
  job: { kind: text, path, looks: few, result: text, 'retry-after': optional(few) },
  webhook: { kind: text, path, events: texts, forged: optional(text), duplicate: optional(text) },
  events: { kind: text, path, events: texts, cut: optional(few) },
  cors: {
    kind: text,
    on: optional(texts),
    origins: texts,
    methods: optional(texts),
    headers: optional(texts),
  },
  graphql: { kind: text, path, size: optional(few), fails: optional(texts) },
};
const labBehaviour = byKind<LabBehaviour>(
  Object.fromEntries(
    Object.entries(behaviours).map(([kind, shape]) => [kind, fieldsOf(shape as never)]),
  ) as never,
);
const labCall = fieldsOf<LabCall>({
  request: text,
  status: optional(texts),
  has: optional(listOf(fieldsOf(requestTest))),
  without: optional(listOf(fieldsOf(requestTest))),
  note: optional(oneOf([...NOTES, 'none'])),
  times: optional(few),
  after: optional(amount),
});
const labStep = fieldsOf<Lab['steps'][number]>({
  id: text,
  text,
  weight: optional(anyNumber),
  calls: optional(listOf(labCall)),
  never: optional(listOf(labCall)),
  value: optional(texts),
  needs: optional(texts),
  why: optional(text),
});

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
  lab: {
    type,
    fresh: optional(texts),
    resources: listOf(labResource),
    behaviours: optional(listOf(labBehaviour)),
    steps: listOf(labStep),
  },
  open: {
    type,
    modelAnswer: text,
    rubric: listOf(fieldsOf({ ...labelled, weight: anyNumber, accept: texts, probe: optional(text) })),
    avoid: optional(listOf(fieldsOf({ ...labelled, weight: optional(anyNumber), reject: texts }))),
    framework: optional(text),
  },
};

const CHECKS: ReadonlyMap<unknown, Check> = new Map(
  QUESTION_TYPES.map((name) => [name, fieldsOf<Question>({ ...common, ...SHAPES[name] } as never)]),
);

/** The question (the same object), or why it is none. */
export const decodeItem: Decode<Question> = (json) => {
  const check = isRecord(json) ? CHECKS.get(json.type) : undefined;
  const wrong = check === undefined ? 'type' : check(json);
  if (wrong === null) return { value: json as unknown as Question };
  return { code: 'record-wrong-field', detail: wrong };
};
