// The fields of a predicate over a request, which parts of a request question and steps of a lab share.

import { text, type Zod } from '../parts.js';

/** What of a request is looked at: exactly one of the first seven. */
export const requestTest = (z: Zod) => ({
  method: text(z).optional(),
  target: text(z).optional(),
  query: text(z).optional(),
  header: text(z).optional(),
  cookie: text(z).optional(),
  field: text(z).optional(),
  body: text(z).optional(),
  is: z.array(text(z)).min(1).max(20).optional(),
  begins: z.array(text(z)).min(1).max(20).optional(),
});
