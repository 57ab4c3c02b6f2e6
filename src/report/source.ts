// What a summary is made from: the history, the bank, and what was asked for. Everything of the world comes in as a value.

import type { Bank } from '../bank/bank.js';
import type { Flag } from '../history/flags.js';
import type { ModeName } from '../history/modes.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import type { Question } from '../question/question.js';
import type { Level } from '../question/vocabulary.js';
import type { Learnt } from '../session/choose/candidates.js';

export interface Filters {
  /** Instants, ms; null: no limit. `until` is exclusive. */
  since: number | null;
  until: number | null;
  /** Slugs; empty: all. */
  topics: readonly string[];
  sitting: { id: string; mode: ModeName; startedAt: number } | null;
}

export const NO_FILTERS: Filters = { since: null, until: null, topics: [], sitting: null };

export interface Source {
  /** The whole history, superseded answers left out. */
  answers: readonly RememberedAnswer[];
  flags: readonly Flag[];
  bank: Pick<Bank, 'topics' | 'entries'>;
  /** What each topic weighs for the person's role, summing to 1; left out where no role is set: by number of questions. */
  shares?: ReadonlyMap<string, number>;
  /** `pack/id` of questions that are chosen no longer: not due, and in no plan; their answers go on counting. */
  suspended?: { has(item: string): boolean };
  /** The level the person leans to; left out: none. */
  level?: Level;
  /** What `practice` would choose by and draw with now; left out: the answers above, and any seed. */
  practice?: { learnt(): Learnt; seed: number };
  filters: Filters;
  now: number;
  /** The question as it was asked; undefined when it is kept nowhere. */
  questionOf(answer: Pick<RememberedAnswer, 'item' | 'contentHash'>): Question | undefined;
  /** The learner's calendar day of an instant, YYYY-MM-DD. */
  dayOf(instant: number): string;
  /** Instant of the last report on an earlier day; null: compare with a week ago. */
  lastReport: number | null;
  /** Instant of the interview, ms; null when none is set. */
  interview: number | null;
  minutesPerDay: number;
  /** `api-quiz 0.1.0`. */
  program: string;
}
