// Remembered answers -> attempts: which of them say something, and what.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Attempt } from '../learner/attempt.js';

/**
 * `currentKey`: key hash of an item today, undefined when it is no longer in the bank. Untouched expiries and answers given
 * again in the same paper say nothing; an answer to another key says nothing about ability.
 */
export function attemptsFrom(
  answers: readonly RememberedAnswer[],
  currentKey: (item: string) => string | undefined,
): Attempt[] {
  return answers.flatMap((answer): Attempt[] => {
    if (answer.superseded || answer.outcome === 'expired' || answer.outcome === 'unreached') return [];
    const key = currentKey(answer.item);
    return [
      {
        id: answer.id,
        item: answer.item,
        concept: answer.concept,
        topic: answer.topic,
        level: answer.level,
        guess: answer.guess,
        // Whoever but the key marks an answer may be mistaken.
        marking: answer.markedBy === 'key' ? 'auto' : 'self',
        credit: answer.effectiveCredit,
        hinted: answer.hinted,
        easy: answer.easy,
        ...(answer.confidence === null ? {} : { confidence: answer.confidence }),
        at: answer.at,
        countsForMastery: key === undefined || key === answer.effectiveKeyHash,
      },
    ];
  });
}
