// Parts of a lab's fields: JSON texts, paths, whole numbers within bounds.

import { number, type Zod } from '../parts.js';

/** A JSON text; its meaning is checked with the other fields. */
export const jsonText = (z: Zod) => z.string().trim().min(2).max(16_000);
/** Where a lab answers: up to four segments. */
export const labPath = (z: Zod) =>
  z
    .string()
    .max(80)
    .regex(/^(\/[a-z0-9_-]+){1,4}$/, 'path-malformed');
/** An integer between the two, both included. */
export const wholeWithin = (z: Zod, least: number, most: number) =>
  number(z).pipe(z.number().int().min(least).max(most));
