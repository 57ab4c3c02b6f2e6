// How much of what an answer tells belongs to its question at all.

import type { PreparedAnswer } from './prepared-answer.js';
import { rarity } from './rarity.js';

/**
 * Share, 0 to 1, of the weight of an answer's distinct telling words that are like a word of question, rubric or exemplars. Natural answers
 * have 0.2 to 0.9, answers to other questions hardly ever more than 0.3.
 */
export function topicality(answer: PreparedAnswer): number {
  return sharedWeight(answer, 0);
}

/**
 * The same of those words only that stand there themselves. What the field takes for one word is in any two of its texts, so this tells
 * apart what only sounds like an answer: good natural answers have 0.3 to 0.9.
 */
export function literalTopicality(answer: PreparedAnswer): number {
  return sharedWeight(answer, 1);
}

function sharedWeight({ tokens, hits }: PreparedAnswer, least: number): number {
  const own = new Set<string>();
  for (const list of hits.values())
    for (const { at, likeness } of list) if (likeness >= least) own.add(tokens[at]!.stem);
  const stems = new Set(tokens.filter(({ telling }) => telling).map(({ stem }) => stem));
  let all = 0;
  let shared = 0;
  for (const stem of stems) {
    const weight = rarity(stem);
    all += weight;
    if (own.has(stem)) shared += weight;
  }
  return shared / Math.max(1, all);
}
