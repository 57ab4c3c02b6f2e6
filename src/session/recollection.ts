// All that a choice of questions needs to know of the answers so far, as one left fold over them in their one order. Pure.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Attempt } from '../learner/attempt.js';
import { type PackedStanding, packStanding, unpackStanding } from '../learner/packed-standing.js';
import { foldAttempt, noStanding, type Standing } from '../learner/standing.js';
import { attemptsFrom } from './attempts.js';

/** What is remembered of one item besides its card. */
export interface ItemMemory {
  /** Its last answer that did not expire untouched. */
  last: { at: number; credit: number } | null;
  /** Credit when it was last answered or skipped. */
  told: number | null;
  /** Keys it was graded by, and whether that was the key of today: then answers count for mastery, if whoever marked them is trusted. */
  keys: Map<string, boolean>;
  /** Its known difficulty that was reckoned with; null: none is known. */
  difficulty: number | null;
}

/** Changed in place by `recollect`. */
export interface Recollection {
  /** Answers, untouched expiries included. */
  answered: number;
  /** By `pack/id`; all that were ever asked. */
  readonly items: Map<string, ItemMemory>;
  readonly standing: Standing;
  /** Instant (ms) of the last answer; null: there is none. */
  lastAt: number | null;
  /** Id of the last attempt: the same answer read twice counts once. */
  lastAttempt: string;
}

/** What the bank says today of items, by `pack/id`. */
export interface Today {
  /** See `currentKeys`. */
  keys: ReadonlyMap<string, string>;
  /** See `knownDifficulties`. */
  difficulties: ReadonlyMap<string, number>;
}

export function noRecollection(topics: readonly string[]): Recollection {
  return { answered: 0, items: new Map(), standing: noStanding(topics), lastAt: null, lastAttempt: '' };
}

/** One answer more, none that is superseded, in the order of instants and ids. The attempt it makes, where it is a new one. */
export function recollect(
  recollection: Recollection,
  answer: RememberedAnswer,
  today: Today,
): Attempt | undefined {
  const { items, standing } = recollection;
  recollection.answered += 1;
  recollection.lastAt = answer.at;
  const memory = items.get(answer.item) ?? { last: null, told: null, keys: new Map(), difficulty: null };
  items.set(answer.item, memory);
  if (answer.outcome !== 'expired') memory.last = { at: answer.at, credit: answer.effectiveCredit };
  const [attempt] = attemptsFrom([answer], (item) => today.keys.get(item), today.difficulties);
  if (attempt === undefined) return undefined;
  memory.difficulty = today.difficulties.get(answer.item) ?? null;
  memory.told = answer.effectiveCredit;
  memory.keys.set(answer.effectiveKeyHash, isOfToday(today.keys.get(answer.item), answer.effectiveKeyHash));
  if (attempt.id === recollection.lastAttempt) return undefined;
  recollection.lastAttempt = attempt.id;
  foldAttempt(standing, attempt);
  return attempt;
}

/** Of an item that is gone nobody knows that its key has changed. */
const isOfToday = (key: string | undefined, hash: string): boolean => key === undefined || key === hash;

/** As plain values that go through JSON unharmed. */
export interface PackedRecollection {
  answered: number;
  items: [
    item: string,
    last: [at: number, credit: number] | null,
    told: number | null,
    keys: [string, boolean][],
    difficulty: number | null,
  ][];
  standing: PackedStanding;
  lastAt: number | null;
  lastAttempt: string;
}

export function packRecollection({
  answered,
  items,
  standing,
  lastAt,
  lastAttempt,
}: Recollection): PackedRecollection {
  return {
    answered,
    items: [...items].map(([item, { last, told, keys, difficulty }]) => [
      item,
      last && [last.at, last.credit],
      told,
      [...keys],
      difficulty,
    ]),
    standing: packStanding(standing),
    lastAt,
    lastAttempt,
  };
}

/** Undefined where other topics, or other keys and difficulties of today, would have given another one. */
export function unpackRecollection(
  packed: PackedRecollection,
  topics: readonly string[],
  today: Today,
): Recollection | undefined {
  const items = new Map<string, ItemMemory>();
  for (const [item, last, told, keys, difficulty] of packed.items) {
    const key = today.keys.get(item);
    if (keys.some(([hash, current]) => isOfToday(key, hash) !== current)) return undefined;
    if (keys.length > 0 && difficulty !== (today.difficulties.get(item) ?? null)) return undefined;
    const memory = { told, keys: new Map(keys), difficulty };
    items.set(item, { last: last && { at: last[0], credit: last[1] }, ...memory });
  }
  const standing = unpackStanding(packed.standing, topics);
  return (
    standing && {
      answered: packed.answered,
      items,
      standing,
      lastAt: packed.lastAt,
      lastAttempt: packed.lastAttempt,
    }
  );
}
