// stem-near-duplicate: two stems that share so many runs of three words that they ask the same thing.

import type { BankHit, BankRule } from './finding.js';
import { foldedLine, shownLine, wordsOf } from './wording.js';

/**
 * Jaccard similarity of the word trigrams (Broder 1997). Of the 167,000 pairs of the built-in bank one stood above
 * 0.2 when this was set, at 0.21, and did ask the same sum twice; the most alike pair of different questions had 0.15.
 */
const THRESHOLD = 0.2;
/** In stems of a few words two or three common runs make a large share. */
const SHARED_AT_LEAST = 4;

export const stemNearDuplicate: BankRule = {
  code: 'stem-near-duplicate',
  severity: 'error',
  message: '{percent} % of its word triples are those of {other}; change the scenario or the question',
  check({ questions }) {
    const trigrams = questions.map(({ stem }) => trigramsOf(stem));
    const seen = new Map<string, number[]>();
    return questions.flatMap((question, index): BankHit[] => {
      const own = trigrams[index] as Set<string>;
      const alike = [...sharedWithEarlier(own, seen)].flatMap(([otherIndex, count]) => {
        const other = questions[otherIndex]!;
        const likeness = count / (own.size + trigrams[otherIndex]!.size - count);
        if (count < SHARED_AT_LEAST || likeness < THRESHOLD) return [];
        // Read last: it costs more than all the counting, and most pairs are not alike.
        const same = foldedLine(shownLine(other.stem)) === foldedLine(shownLine(question.stem));
        return same ? [] : [{ other: other.id, likeness }];
      });
      for (const trigram of own) seen.set(trigram, [...(seen.get(trigram) ?? []), index]);
      const [most] = alike.sort((a, b) => b.likeness - a.likeness);
      const args = most && { other: most.other, percent: Math.round(most.likeness * 100) };
      return args ? [{ question, path: ['stem'], args }] : [];
    });
  },
};

/** Index of each earlier question with a common trigram, and how many there are. */
function sharedWithEarlier(
  trigrams: ReadonlySet<string>,
  seen: ReadonlyMap<string, readonly number[]>,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const trigram of trigrams) {
    for (const other of seen.get(trigram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}

function trigramsOf(stem: string): Set<string> {
  const words = wordsOf(shownLine(stem));
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}
