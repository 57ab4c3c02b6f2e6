// Remembered answers -> attempts: which of them say something, and what.

import type { BankEntry } from '../bank/entry.js';
import { markerOf, type RememberedAnswer } from '../history/remembered-answer.js';
import type { Attempt } from '../learner/attempt.js';
import type { SittingState } from './state.js';

/** What has to be known of an answer: of a remembered one, or of one given in the sitting that goes on. */
type CountedAnswer = Pick<
  RememberedAnswer,
  | 'id'
  | 'item'
  | 'concept'
  | 'topic'
  | 'level'
  | 'guess'
  | 'markedBy'
  | 'counts'
  | 'effectiveCredit'
  | 'effectiveKeyHash'
  | 'outcome'
  | 'hinted'
  | 'easy'
  | 'confidence'
  | 'at'
  | 'superseded'
>;

/** The answers of a sitting that goes on, as its later steps have them count: "I was right" and "easy" included. */
export function answersIn({ answers, overridden, easy, header }: SittingState): CountedAnswer[] {
  return [...answers].map(([entry, answer]) => ({
    ...answer,
    markedBy: markerOf(answer, header.mode),
    effectiveCredit: overridden.get(entry) ?? answer.credit,
    effectiveKeyHash: answer.keyHash,
    easy: easy.has(entry),
    superseded: false,
  }));
}

/** Key hash of each item; none that an answer could have for a draft, since drafts say nothing about mastery. */
export function currentKeys(
  entries: readonly Pick<BankEntry, 'key' | 'keyHash' | 'draft'>[],
): ReadonlyMap<string, string> {
  return new Map(entries.map(({ key, keyHash, draft }) => [key, draft ? 'draft' : keyHash]));
}

/** Difficulty (logits) of the items of which many people's answers have told it. */
export function knownDifficulties(
  entries: readonly Pick<BankEntry, 'key' | 'difficulty'>[],
): ReadonlyMap<string, number> {
  return new Map(
    entries.flatMap(({ key, difficulty }) => (difficulty === undefined ? [] : [[key, difficulty] as const])),
  );
}

/**
 * `currentKey`: key hash of an item today, undefined when it is no longer in the bank. Untouched expiries and answers given
 * again in the same paper say nothing; an answer to another key, or marked by somebody who was not trusted with it, says nothing
 * about ability. `difficulties`: see `knownDifficulties`.
 */
export function attemptsFrom(
  answers: readonly CountedAnswer[],
  currentKey: (item: string) => string | undefined,
  difficulties: ReadonlyMap<string, number> = new Map(),
): Attempt[] {
  return answers.flatMap(
    (answer) => attemptFrom(answer, currentKey(answer.item), difficulties.get(answer.item)) ?? [],
  );
}

/** Of one answer, by the key and the known difficulty its item has today; undefined where it says nothing. */
export function attemptFrom(
  answer: CountedAnswer,
  key: string | undefined,
  difficulty: number | undefined,
): Attempt | undefined {
  if (answer.superseded || answer.outcome === 'expired' || answer.outcome === 'unreached') return undefined;
  return {
    id: answer.id,
    item: answer.item,
    concept: answer.concept,
    topic: answer.topic,
    level: answer.level,
    difficulty: key === answer.effectiveKeyHash ? difficulty : undefined,
    guess: answer.guess,
    // Whoever but the key marks an answer may be mistaken.
    marking: answer.markedBy === 'key' ? 'auto' : 'self',
    credit: answer.effectiveCredit,
    hinted: answer.hinted,
    easy: answer.easy,
    confidence: answer.confidence ?? undefined,
    at: answer.at,
    countsForMastery: answer.counts !== false && (key === undefined || key === answer.effectiveKeyHash),
  };
}
