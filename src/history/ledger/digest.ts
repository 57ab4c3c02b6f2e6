// Whether answers that were counted in count as they did: a digest of all that a fold can look at. Pure.

import { checksum } from '../../disk/checksum.js';
import { canonicalJson } from '../../question/canonical-json.js';
import type { RememberedAnswer } from '../remembered-answer.js';

/**
 * The same for the same answers that are told in the same way. Every field counts, those too that are still to come, but for what no
 * fold looks at: orders and visits, and what was answered where that is not wanted. A list of those that matter to one fold would
 * be wrong for the next.
 */
export function digestOf(answers: readonly RememberedAnswer[], withResponses: boolean): string {
  const unseen = { order: undefined, visits: undefined };
  const unwanted = withResponses ? unseen : { ...unseen, response: undefined, suggested: undefined };
  const sum = answers.reduce(
    (before, answer) => checksum(`${canonicalJson({ ...answer, ...unwanted })}\n`, before),
    0,
  );
  return `${answers.length} ${sum.toString(36)}`;
}
