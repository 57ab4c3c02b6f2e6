// The questions of a bank that tell all there is to tell about reading and writing: what the others hold stands in one of these.

import type { Question } from '../../src/question/question.js';
import { THOROUGH } from './thorough.js';

/** One sign, or two side by side, neither letters nor digits nor blanks: what a format could trip over. */
const SIGNS = /(?=([^\p{L}\p{N}\s]{1,2}))/gu;

/**
 * In their order, as few questions as hold every pair of signs that stands in any of them, and every sign in each type that has it:
 * of the shipped bank a ninth. Where tests are thorough: all of them.
 */
export function tellingSample<T>(items: readonly T[], questionOf: (item: T) => Question): T[] {
  if (THOROUGH) return [...items];
  const holders = new Map<string, number>();
  const tellings = items.map((item) => ({ item, signs: signsIn(questionOf(item)) }));
  const bringing = tellings.filter(({ signs }) => {
    const isNew = [...signs].some((sign) => !holders.has(sign));
    if (isNew) for (const sign of signs) holders.set(sign, (holders.get(sign) ?? 0) + 1);
    return isNew;
  });
  return bringing
    .filter(({ signs }) => {
      const isNeeded = [...signs].some((sign) => holders.get(sign) === 1);
      if (!isNeeded) for (const sign of signs) holders.set(sign, (holders.get(sign) ?? 0) - 1);
      return isNeeded;
    })
    .map(({ item }) => item);
}

function signsIn(question: Question): Set<string> {
  const signs = new Set<string>();
  for (const text of textsIn(question))
    for (const [, pair = ''] of text.matchAll(SIGNS)) signs.add(pair).add(`${question.type} ${pair[0]}`);
  return signs;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
