// Shuffling from a seed: the same seed, item and round give the same order on every machine.

import { randomStream } from '../learner/random.js';
import type { Question } from '../question/question.js';
import { shuffledOf } from '../question/type-rules.js';

/** The members in random order (Fisher-Yates); `next` gives numbers from 0 up to 1. */
export function shuffle<Member>(members: readonly Member[], next: () => number): Member[] {
  const mixed = [...members];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as Member, mixed[last] as Member];
  }
  return mixed;
}

/** The order in which a question's ids are shown. An ordering is never shown already solved. */
export function shownOrder(question: Question, seed: number, round: number): string[] {
  const ids = shuffledOf(question);
  const next = randomStream(seedFrom(seed, question.id, round));
  let order = shuffle(ids, next);
  while (question.type === 'ordering' && order.every((id, index) => id === ids[index]))
    order = shuffle(ids, next);
  return order;
}

/** A 32-bit seed from a seed and texts (FNV-1a), so that parts of one sitting do not share a stream. */
export function seedFrom(seed: number, ...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of [seed, ...parts].join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  }
  return hash >>> 0;
}
