// All that a report is made from, as one left fold over the answers in their one order. Pure.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import { noRecollection } from '../session/no-recollection.js';
import { type Recollection, recollect } from '../session/recollection.js';
import type { Today } from '../session/today.js';
import { noTally, type ReportTally, type Telling, tallierOf } from './tally.js';

export interface ToldSoFar {
  /** Of all answers: what a choice of questions is made from. */
  all: Recollection;
  /** Of those up to the instant the report speaks of; the same object where that is all of them. */
  upTo: Recollection;
  tally: ReportTally;
}

export interface ToldRequest extends Telling {
  /** Slugs, as the bank has them. */
  topics: readonly string[];
  today: Today;
  /** Instant (ms) the report speaks of; null: of everything there is. */
  asOf: number | null;
  /** Keeps to the answers to some items, by `pack/id`; all when left out. */
  within?: { has(item: string): boolean } | undefined;
}

/** How answers are told, one after the other. */
export interface Teller {
  begin(): ToldSoFar;
  /** One answer more, in the order of instants and ids. */
  step(told: ToldSoFar, answer: RememberedAnswer): void;
}

export function tellerOf(request: ToldRequest): Teller {
  const { topics, today, asOf, within } = request;
  const tally = tallierOf(request);
  return {
    begin() {
      const all = noRecollection(topics);
      return { all, upTo: asOf === null ? all : noRecollection(topics), tally: noTally() };
    },
    step(told, answer) {
      const { upTo, all } = told;
      const card = upTo.standing.cards.get(answer.item);
      let attempt = recollect(all, answer, today);
      if (asOf !== null) {
        if (answer.at > asOf) return;
        attempt = recollect(upTo, answer, today);
      }
      if (within === undefined || within.has(answer.item)) tally(told.tally, answer, attempt, card);
    },
  };
}
