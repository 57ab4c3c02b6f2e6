// Building blocks of the zod definition. zod comes in as an argument: who only grades never loads it.
// YAML scalars arrive as text (no 1.1 -> number, 010 -> 8, 12:30 -> 750 surprises); numbers and booleans are read here.
// The message of a pattern is the code of the problem it finds.

import type { z } from 'zod';

export type Zod = typeof z;

/** The zod object that a shape of fields makes; the type of its output is the type of the fields. */
export type FieldsOf<Shape extends (z: Zod) => z.ZodRawShape> = z.output<z.ZodObject<ReturnType<Shape>>>;

export const text = (z: Zod) => z.string().trim().min(1).max(4000);

export const identifier = (z: Zod) =>
  z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'identifier-malformed');

export const truth = (z: Zod) =>
  z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .pipe(z.boolean());

export const number = (z: Zod) =>
  z
    .string()
    .regex(/^[+-]?(\d+(\.\d+)?|\.\d+)(e[+-]?\d{1,2})?$/i, 'number-malformed')
    .transform(Number)
    .pipe(z.number());

export const day = (z: Zod) => z.iso.date();

/** A right-or-wrong option with the reason that is shown after the answer. */
export const choice = (z: Zod) =>
  z.strictObject({ id: identifier(z), text: text(z), correct: truth(z).optional(), why: text(z) });

export const labelled = (z: Zod) => z.strictObject({ id: identifier(z), text: text(z) });

export interface Choice {
  id: string;
  text: string;
  correct?: boolean | undefined;
  why: string;
}
