// The fold of a report over the history: what is told of the answers, and where it is kept between two reports.

import type { Bank } from '../../bank/bank.js';
import { type PackedTally, packTally, TALLY_FORM, unpackTally } from '../../report/packed-tally.js';
import type { Filters } from '../../report/source.js';
import { type ToldSoFar, tellerOf } from '../../report/told.js';
import { type PackedRecollection, packRecollection, unpackRecollection } from '../../session/recollection.js';
import { todayOf } from '../../session/today.js';
import type { HistoryFold } from './history-fold.js';
import { madeFrom, type Within } from './recall.js';

export interface ReportFoldRequest {
  /** Version of api-quiz. */
  version: string;
  bank: Pick<Bank, 'topics' | 'entries'>;
  filters: Filters;
  /** The learner's calendar day of an instant, YYYY-MM-DD. */
  dayOf(instant: number): string;
  /** Time zone of those days; asked where a checkpoint is, or is to be: to look it up takes longer than many a report. */
  zone(): string;
  /** Instant (ms) the report speaks of; null: of everything there is. */
  asOf: number | null;
  /** Keeps to the answers to some items; all when left out. */
  within?: Within | undefined;
}

interface PackedTold {
  all: PackedRecollection;
  tally: PackedTally;
}

/** Kept for reports of everything, of a role or of topics: those of a span or a sitting are asked for once. */
export function reportFold(request: ReportFoldRequest): HistoryFold<ToldSoFar, PackedTold> {
  const { bank, filters, asOf } = request;
  const topics = bank.topics.map(({ slug }) => slug);
  const today = todayOf(bank.entries);
  const isKept =
    asOf === null && filters.since === null && filters.until === null && filters.sitting === null;
  return {
    ...tellerOf({ ...request, topics, today }),
    get made() {
      return isKept ? JSON.stringify([TALLY_FORM, request.zone(), filters.topics, madeFrom(request)]) : null;
    },
    withResponses: true,
    pack: ({ all, tally }) => ({ all: packRecollection(all), tally: packTally(tally) }),
    unpack(packed) {
      const all = unpackRecollection(packed.all, topics, today);
      return all && { all, upTo: all, tally: unpackTally(packed.tally) };
    },
  };
}

/** Name of the time zone of the machine, and the tables it is reckoned by: other ones may give other days. */
export function zoneHere(): string {
  return `${new Intl.DateTimeFormat().resolvedOptions().timeZone} ${process.versions.tz ?? ''} ${process.versions.icu ?? ''}`;
}
