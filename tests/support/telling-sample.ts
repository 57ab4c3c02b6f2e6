// The questions of a bank that tell something new about reading and writing: what the others hold has stood in one of these.

import type { Question } from '../../src/question/question.js';
import { THOROUGH } from './thorough.js';

/** One sign, or two side by side, neither letters nor digits nor blanks: what a format could trip over. */
const SIGNS = /(?=([^\p{L}\p{N}\s]{1,2}))/gu;

/**
 * In their order, each question that brings a pair of signs which no earlier one has, or a sign which none of its type has. Of the
 * shipped bank a sixth, with every type and every pair of signs that stands in it. Where tests are thorough: all of them.
 */
export function tellingSample<T>(items: readonly T[], questionOf: (item: T) => Question): T[] {
  if (THOROUGH) return [...items];
  const seen = new Set<string>();
  return items.filter((item) => {
    const before = seen.size;
    const question = questionOf(item);
    for (const text of textsIn(question))
      for (const [, signs = ''] of text.matchAll(SIGNS)) seen.add(signs).add(`${question.type} ${signs[0]}`);
    return seen.size > before;
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
