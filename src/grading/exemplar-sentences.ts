// Sentences of exemplar answers as what an answer's sentences are nearest to: those that make a claim against those that do not.

import type { Exemplar } from '../question/exemplar.js';
import { bagOf, likeBags, type SentenceBag } from './sentence-bag.js';
import { cutTokens } from './tokens.js';

export interface LabelledSentence {
  bag: SentenceBag;
  /** By id of point or flag: 1 made wholly, 0.5 half. */
  makes: ReadonlyMap<string, number>;
}

/** What a sentence makes half counts half. */
const HALF = 0.5;

export function labelledSentences(exemplars: readonly Exemplar[]): LabelledSentence[] {
  return exemplars
    .flatMap(({ sentences }) => sentences)
    .map(({ text, points = [], half = [], flags = [] }) => ({
      bag: bagOf(cutTokens(text)),
      makes: new Map([
        ...half.map((id) => [id, HALF] as const),
        ...points.map((id) => [id, 1] as const),
        ...flags.map((id) => [id, 1] as const),
      ]),
    }));
}

/**
 * For each claim by how much some sentence of the answer is nearer to an exemplar sentence that makes it than to any that does not;
 * -1 to 1, and 0 where there are no exemplars.
 */
export function exemplarLeads(
  ids: readonly string[],
  sentences: readonly SentenceBag[],
  labelled: readonly LabelledSentence[],
): number[] {
  if (labelled.length === 0) return ids.map(() => 0);
  const leads = ids.map(() => -1);
  for (const bag of sentences) {
    const near = labelled.map((other) => likeBags(bag, other.bag));
    ids.forEach((id, claim) => {
      let making = 0;
      let other = 0;
      labelled.forEach(({ makes }, at) => {
        const made = makes.get(id) ?? 0;
        if (made > 0) making = Math.max(making, made * near[at]!);
        else other = Math.max(other, near[at]!);
      });
      leads[claim] = Math.max(leads[claim]!, making - other);
    });
  }
  return leads;
}
