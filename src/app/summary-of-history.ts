// The summary of a whole history, and the answers it is about, made while the history is read: neither is ever there as a whole.

import type { RememberedAnswer } from '../history/remembered-answer.js';
import { isToldIn } from '../report/chosen.js';
import { NO_FILTERS, type Source } from '../report/source.js';
import { speaksOf } from '../report/standing-figures.js';
import { summaryOf } from '../report/summary.js';
import type { Summary } from '../report/summary-shape.js';
import type { ToldSoFar } from '../report/told.js';
import { localDay } from '../text/duration.js';
import { type SummaryRequest, standingSourceOf, withinOf } from './open-summary.js';
import { reportFold, zoneHere } from './recall/report-fold.js';

/** Every figure, under the request's filters. */
export function summaryFor(request: SummaryRequest): Summary {
  const { filters = NO_FILTERS, world } = request;
  const { until } = filters;
  const now = world.now();
  const told = tellAll(request, until === null ? null : Math.min(until, now));
  // Where a clock was wrong, or another day is asked for, later answers than now are left out.
  const speaks = until !== null || speaksOf(told.all, now);
  return summaryOf(standingSourceOf(request), speaks ? told : tellAll(request, now));
}

function tellAll(
  { world, history, opened, filters = NO_FILTERS }: SummaryRequest,
  asOf: number | null,
): ToldSoFar {
  const { version } = world;
  const { bank } = opened;
  const within = withinOf(opened);
  const fold = reportFold({ version, bank, filters, dayOf: localDay, zone: zoneHere, asOf, within });
  return history.fold(bank, fold, ({ all }) => all);
}

/** The answers that pass the request's filters, oldest first, and what tells of them. */
export function answersFor({
  history,
  opened,
  world,
  filters = NO_FILTERS,
  questionOf = () => undefined,
}: SummaryRequest): { answers: Iterable<RememberedAnswer>; source: AnswerSource } {
  const within = withinOf(opened);
  const isTold = isToldIn({ filters, now: world.now() });
  function* answers(): Generator<RememberedAnswer> {
    for (const answer of history.eachAnswer())
      if (isTold(answer) && within?.has(answer.item) !== false) yield answer;
  }
  return { answers: answers(), source: { bank: opened.bank, questionOf, dayOf: localDay } };
}

type AnswerSource = Pick<Source, 'bank' | 'questionOf' | 'dayOf'>;
