// What the answers so far come to for a choice of questions: the fold over them that every sitting begins with.

import type { Bank } from '../../bank/bank.js';
import type { RememberedAnswer } from '../../history/remembered-answer.js';
import { STANDING_FORM } from '../../learner/packed-standing.js';
import { noRecollection } from '../../session/no-recollection.js';
import {
  type PackedRecollection,
  packRecollection,
  type Recollection,
  recollect,
  unpackRecollection,
} from '../../session/recollection.js';
import { todayOf } from '../../session/today.js';
import { type Folded, foldHistory } from './fold-history.js';
import type { FoldLimits, HistoryFold } from './history-fold.js';

export interface Recall extends Omit<Folded<Recollection>, 'state'> {
  recollection: Recollection;
}

export interface RecallRequest {
  home: string;
  /** Version of api-quiz. */
  version: string;
  bank: Pick<Bank, 'topics' | 'entries'>;
  /** Instant (ms) by the clock the files are stamped with. */
  now: number;
  /** Keeps to the answers to some items; all when left out. */
  within?: Within | undefined;
  /** Answers that are to be left out; none when left out. */
  without?: ((answer: RememberedAnswer) => boolean) | undefined;
  limits?: FoldLimits | undefined;
}

/** Items by `pack/id`. */
export interface Within {
  /** The same for the same items, and for no others. */
  name: string;
  has(item: string): boolean;
}

/** Never throws for what lies in the home or the cache. */
export function recall(request: RecallRequest): Recall {
  const { home, now, without, limits } = request;
  const { state, ...folded } = foldHistory({ home, now, without, limits, fold: recollectionFold(request) });
  return { recollection: state, ...folded };
}

/** The fold of everything that a choice of questions needs. */
export function recollectionFold(
  request: Pick<RecallRequest, 'version' | 'bank' | 'within'>,
): HistoryFold<Recollection, PackedRecollection> {
  const { entries, topics } = request.bank;
  const today = todayOf(entries);
  const slugs = topics.map(({ slug }) => slug);
  const { within } = request;
  return {
    made: madeFrom(request),
    begin: () => noRecollection(slugs),
    step(recollection, answer) {
      if (within === undefined || within.has(answer.item)) recollect(recollection, answer, today);
    },
    pack: packRecollection,
    unpack: (packed) => unpackRecollection(packed, slugs, today),
  };
}

/** A checkpoint is of use only to the same program with the same topics in the same order. */
export function madeFrom({ version, bank, within }: Pick<RecallRequest, 'version' | 'bank' | 'within'>) {
  return JSON.stringify([STANDING_FORM, version, bank.topics.map(({ slug }) => slug), within?.name ?? '']);
}
