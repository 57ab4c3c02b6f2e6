// Which answers a report is about, and the attempts they make. Filters narrow what counts, never what has been seen before.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Attempt } from '../learner/attempt.js';
import { attemptsFrom, currentKeys, knownDifficulties } from '../session/attempts.js';
import type { Filters, Source } from './source.js';
import type { Scope } from './summary-shape.js';

export interface Chosen {
  /** The instant the report speaks of: now, or the end of its span. */
  asOf: number;
  /** Answers that pass the filters, oldest first; untouched expiries included. */
  answers: RememberedAnswer[];
  /** Those of them that were answered or skipped. */
  counted: RememberedAnswer[];
  /** Attempts of the whole history up to `asOf`; those the filters leave out do not count for mastery. */
  attempts: Attempt[];
  /** Questions ever asked up to `asOf`. */
  seen: ReadonlySet<string>;
  /** Key hashes of today by item. */
  keys: ReadonlyMap<string, string>;
}

/** The answers that pass the filters, oldest first, untouched expiries included. */
export function answersWithin({ answers, filters, now }: Source): RememberedAnswer[] {
  const { topics } = filters;
  const asOf = asOfOf(filters, now);
  return answers
    .filter(
      (answer) =>
        answer.at <= asOf &&
        isWithin(answer, filters) &&
        (topics.length === 0 || topics.includes(answer.topic)),
    )
    .sort((a, b) => a.at - b.at);
}

/** A topic filter chooses what is shown: mastery is estimated from all topics, which steady each other. */
export function chooseAnswers(source: Source): Chosen {
  const { filters, now } = source;
  const asOf = asOfOf(filters, now);
  const before = source.answers.filter((answer) => answer.at <= asOf);
  const answers = answersWithin(source);
  const keys = new Map(source.bank.entries.map((entry) => [entry.key, entry.keyHash]));
  const counting = currentKeys(source.bank.entries);
  const left = new Set(before.filter((answer) => !isWithin(answer, filters)).map(({ id }) => id));
  const attempts = attemptsFrom(before, (item) => counting.get(item), knownDifficulties(source.bank.entries));
  return {
    asOf,
    answers,
    counted: answers.filter(isCounted),
    attempts:
      left.size === 0
        ? attempts
        : attempts.map((attempt) =>
            left.has(attempt.id) ? { ...attempt, countsForMastery: false } : attempt,
          ),
    seen: new Set(before.map((answer) => answer.item)),
    keys,
  };
}

/** Now, or the end of the span. */
function asOfOf({ until }: Filters, now: number): number {
  return Math.min(now, until ?? now);
}

/** Of the span and the sitting that are wanted. */
function isWithin({ at, sitting }: RememberedAnswer, filters: Filters): boolean {
  return (
    (filters.since === null || at >= filters.since) &&
    (filters.sitting === null || sitting === filters.sitting.id)
  );
}

/** Answered or skipped: what was never reached, or expired untouched, says nothing. */
export function isCounted(answer: RememberedAnswer): boolean {
  return answer.outcome === 'answered' || answer.outcome === 'skipped';
}

/** What the report is about, in values. */
export function scopeOf({ filters, dayOf }: Source, { counted }: Chosen): Scope {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const [first] = counted;
  const last = counted.at(-1);
  return {
    since: iso(filters.since),
    until: iso(filters.until),
    topics: [...filters.topics],
    sitting: filters.sitting && {
      id: filters.sitting.id,
      mode: filters.sitting.mode,
      day: dayOf(filters.sitting.startedAt),
    },
    answers: counted.length,
    questions: new Set(counted.map((answer) => answer.item)).size,
    sittings: new Set(counted.map((answer) => answer.sitting)).size,
    firstDay: first ? dayOf(first.at) : null,
    lastDay: last ? dayOf(last.at) : null,
  };
}
