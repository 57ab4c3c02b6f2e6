// The words that make a claim what it is beside the other claims of its question, and where an answer uses most of them.

import type { PreparedAnswer } from './prepared-answer.js';
import type { Wording } from './wording.js';

/** Weight of each telling stem of a claim, by its number in the item's index. */
export type TermProfile = ReadonlyMap<number, number>;

/** What a stem loses by every other claim that has it too. */
const SHARED_LOSS = 0.6;
/** A stem in several wordings counts more, though less and less. */
const ONCE = 0.6;
const AGAIN = 0.4;
/** What a word counts where a denial reaches it, and where its whole sentence is denied. */
const DENIED_HERE = 0.5;
const DENIED_WHOLLY = 0.15;
/** What the next sentence counts. */
const NEXT_SENTENCE = 0.85;

/** The profiles of all claims of a question from all wordings of each. */
export function termProfiles(claims: readonly (readonly Wording[])[]): TermProfile[] {
  const counts = claims.map(countTerms);
  const claimsWith = new Map<number, number>();
  for (const count of counts)
    for (const key of count.keys()) claimsWith.set(key, (claimsWith.get(key) ?? 0) + 1);
  return counts.map(
    (count) =>
      new Map(
        [...count].map(([key, { weight, times }]) => [
          key,
          (weight * (ONCE + AGAIN * Math.log2(1 + times))) /
            (1 + SHARED_LOSS * ((claimsWith.get(key) ?? 1) - 1)),
        ]),
      ),
  );
}

function countTerms(wordings: readonly Wording[]): Map<number, { weight: number; times: number }> {
  const found = new Map<number, { weight: number; times: number }>();
  for (const { slots } of wordings) {
    for (const { key, weight } of slots) found.set(key, { weight, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return found;
}

export interface TermMass {
  /** Logarithm of the weight that the best two sentences in a row have of the claim's terms. */
  mass: number;
  /** By how much the best sentence has more of it than of any other claim, both as logarithms; below 0: less. */
  lead: number;
}

/** For each claim in order. */
export function termMasses(profiles: readonly TermProfile[], answer: PreparedAnswer): TermMass[] {
  const bySentence = profiles.map((profile) => sentenceMasses(profile, answer));
  return bySentence.map((masses, claim) => {
    const best = Math.max(0, ...masses);
    const at = masses.indexOf(best);
    const rivals = bySentence.filter((_, other) => other !== claim).map((other) => other[at] ?? 0);
    const pairs = masses.map((mass, sentence) => mass + NEXT_SENTENCE * (masses[sentence + 1] ?? 0));
    return {
      mass: Math.log1p(Math.max(0, ...pairs)),
      lead: Math.log1p(best) - Math.log1p(best === 0 ? 0 : Math.max(0, ...rivals)),
    };
  });
}

/** Per sentence the weights of the distinct words that are like terms of the profile; each word counts for its best term. */
function sentenceMasses(profile: TermProfile, { tokens, denied, hits }: PreparedAnswer): number[] {
  const best = new Map<number, number>();
  for (const [key, weight] of profile) {
    for (const { at, likeness } of hits.get(key) ?? [])
      best.set(at, Math.max(best.get(at) ?? 0, likeness * weight));
  }
  const sentences = new Array<number>((tokens.at(-1)?.sentence ?? -1) + 1).fill(0);
  const seen = new Map<string, number>();
  for (const [at, weight] of [...best].sort(([a], [b]) => a - b)) {
    const { sentence, stem } = tokens[at]!;
    const kept = weight * (denied.wholly[at] ? DENIED_WHOLLY : denied.here[at] ? DENIED_HERE : 1);
    const name = `${sentence} ${stem}`;
    const before = seen.get(name) ?? 0;
    if (kept <= before) continue;
    seen.set(name, kept);
    sentences[sentence]! += kept - before;
  }
  return sentences;
}
