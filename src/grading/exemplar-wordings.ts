// The clauses of exemplar answers as further wordings of the points they make and the red flags they raise.

import type { Exemplar } from '../question/exemplar.js';
import { cutTokens, DENIAL, type Token } from './tokens.js';

/** Fewer telling words than this decide nothing. */
const FEWEST_TELLING = 3;

/** Wordings by id of point or flag, in the order of the answers; `which` of the two. */
export function exemplarWordings(
  exemplars: readonly Exemplar[],
  which: 'points' | 'flags',
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { sentences } of exemplars) {
    for (const sentence of sentences) {
      const ids = sentence[which] ?? [];
      if (ids.length === 0) continue;
      const wordings = clausesOf(sentence.text);
      for (const id of ids) found.set(id, [...(found.get(id) ?? []), ...wordings]);
    }
  }
  return found;
}

/** The clauses of a sentence that tell enough and deny nothing; a denied wording would let denied answers pass. */
export function clausesOf(text: string): string[] {
  const clauses = new Map<number, Token[]>();
  for (const token of cutTokens(text)) {
    clauses.set(token.clause, [...(clauses.get(token.clause) ?? []), token]);
  }
  return [...clauses.values()].flatMap((tokens) => {
    const telling = new Set(tokens.filter((token) => token.telling).map(({ stem }) => stem));
    if (telling.size < FEWEST_TELLING || tokens.some(({ word }) => DENIAL.has(word))) return [];
    return [text.slice(tokens[0]!.start, tokens.at(-1)!.end)];
  });
}
