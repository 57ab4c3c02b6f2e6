// The shapes of all question types at a glance: their fields beyond the common ones, as functions of zod.

import { choice, identifier, labelled, number, text, truth, type Zod } from './parts.js';

export const singleChoiceFields = (z: Zod) => ({
  choices: z.array(choice(z)).min(2).max(9),
  shuffle: truth(z).optional(),
});

export const multipleChoiceFields = (z: Zod) => ({
  choices: z.array(choice(z)).min(3).max(9),
  shuffle: truth(z).optional(),
});

export const trueFalseFields = (z: Zod) => ({ answer: truth(z) });

export const shortAnswerFields = (z: Zod) => ({
  answers: z.array(text(z)).min(1).max(40),
  partial: z
    .array(
      z.strictObject({
        text: text(z),
        credit: number(z).pipe(z.number().gt(0).lt(1)),
        why: text(z).optional(),
      }),
    )
    .max(20)
    .optional(),
});

export const numericFields = (z: Zod) => ({
  answer: number(z),
  tolerance: number(z).pipe(z.number().min(0)).optional(),
  unit: text(z).optional(),
});

export const orderingFields = (z: Zod) => ({ items: z.array(labelled(z)).min(4).max(9) });

export const matchingFields = (z: Zod) => ({
  pairs: z
    .array(z.strictObject({ id: identifier(z), left: text(z), right: text(z), why: text(z).optional() }))
    .min(2)
    .max(6),
  // At most nine right sides in all, so that each has a digit.
  distractors: z.array(labelled(z)).max(3).optional(),
});

const weight = (z: Zod) => number(z).pipe(z.number().gt(0).max(10));

export const openFields = (z: Zod) => ({
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
