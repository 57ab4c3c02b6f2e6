// The shapes of all question types at a glance: their fields beyond the common ones, as functions of zod.

import { labFields } from './lab/lab-fields.js';
import { choice, identifier, labelled, number, text, truth, type Zod } from './parts.js';
import { requestTest } from './request/request-test-fields.js';
import type { QuestionType } from './vocabulary.js';

const singleChoiceFields = (z: Zod) => ({
  choices: z.array(choice(z)).min(2).max(9),
  shuffle: truth(z).optional(),
});

const multipleChoiceFields = (z: Zod) => ({
  choices: z.array(choice(z)).min(3).max(9),
  shuffle: truth(z).optional(),
});

const trueFalseFields = (z: Zod) => ({ answer: truth(z) });

const partialAnswers = (z: Zod) =>
  z
    .array(
      z.strictObject({
        text: text(z),
        credit: number(z).pipe(z.number().gt(0).lt(1)),
        why: text(z).optional(),
      }),
    )
    .max(20)
    .optional();

const shortAnswerFields = (z: Zod) => ({
  answers: z.array(text(z)).min(1).max(40),
  partial: partialAnswers(z),
});

const numericFields = (z: Zod) => ({
  answer: number(z),
  tolerance: number(z).pipe(z.number().min(0)).optional(),
  unit: text(z).optional(),
});

const orderingFields = (z: Zod) => ({ items: z.array(labelled(z)).min(4).max(9) });

const matchingFields = (z: Zod) => ({
  pairs: z
    .array(z.strictObject({ id: identifier(z), left: text(z), right: text(z), why: text(z).optional() }))
    .min(2)
    .max(6),
  // At most nine right sides in all, so that each has a digit.
  distractors: z.array(labelled(z)).max(3).optional(),
});

const weight = (z: Zod) => number(z).pipe(z.number().gt(0).max(10));

const openFields = (z: Zod) => ({
  rubric: z
    .array(
      z.strictObject({
        id: identifier(z),
        text: text(z),
        weight: weight(z),
        accept: z.array(text(z)).min(1).max(20),
        // What an interviewer would ask when the point was left out.
        probe: text(z).optional(),
      }),
    )
    .min(2)
    .max(12),
  avoid: z
    .array(
      z.strictObject({
        id: identifier(z),
        text: text(z),
        weight: weight(z).optional(),
        reject: z.array(text(z)).min(1).max(20),
      }),
    )
    .max(8)
    .optional(),
  framework: z.enum(['STAR']).optional(),
});

/** A text whose lines and leading blanks matter. */
const snippet = (z: Zod) =>
  z
    .string()
    .min(1)
    .max(8000)
    .transform((value) => value.replace(/\s+$/, ''))
    .pipe(z.string().min(1));

const requestFields = (z: Zod) => ({
  answer: text(z),
  also: z.array(text(z)).min(1).max(10).optional(),
  parts: z
    .array(
      z.strictObject({
        id: identifier(z),
        ...requestTest(z),
        any: z
          .array(z.strictObject(requestTest(z)))
          .min(2)
          .max(10)
          .optional(),
        weight: weight(z).optional(),
        why: text(z),
      }),
    )
    .min(2)
    .max(20),
  forbidden: z
    .array(
      z.strictObject({ id: identifier(z), ...requestTest(z), weight: weight(z).optional(), why: text(z) }),
    )
    .max(10)
    .optional(),
  // May be there or not.
  free: z
    .array(z.strictObject(requestTest(z)))
    .max(20)
    .optional(),
});

/** Line numbers from 1: `3`, `3-5`. */
const lines = (z: Zod) => z.string().regex(/^[1-9]\d{0,2}(-[1-9]\d{0,2})?$/, 'lines-malformed');

const spotFields = (z: Zod) => ({
  snippet: snippet(z),
  flaws: z
    .array(z.strictObject({ id: identifier(z), lines: lines(z), why: text(z) }))
    .min(1)
    .max(8),
  // Lines that look wrong and are not.
  sound: z
    .array(z.strictObject({ lines: lines(z), why: text(z) }))
    .max(8)
    .optional(),
});

const clozeFields = (z: Zod) => ({
  snippet: snippet(z),
  blanks: z
    .array(
      z.strictObject({
        id: identifier(z),
        // A word or a few …
        answers: z.array(text(z)).min(1).max(40).optional(),
        partial: partialAnswers(z),
        // … or a figure.
        answer: number(z).optional(),
        tolerance: number(z).pipe(z.number().min(0)).optional(),
        unit: text(z).optional(),
        why: text(z).optional(),
      }),
    )
    .min(1)
    .max(9),
});

/** The fields of each type; a type without a row does not compile. */
export const FIELDS = {
  'single-choice': singleChoiceFields,
  'multiple-choice': multipleChoiceFields,
  'true-false': trueFalseFields,
  'short-answer': shortAnswerFields,
  numeric: numericFields,
  ordering: orderingFields,
  matching: matchingFields,
  request: requestFields,
  spot: spotFields,
  cloze: clozeFields,
  lab: labFields,
  open: openFields,
} satisfies Record<QuestionType, (z: Zod) => object>;
