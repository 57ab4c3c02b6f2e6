// A sitting's first and last event: what it is, and what came of it.

import type { SittingHeader } from '../../history/records.js';
import { reviewInterview } from '../../session/interview-review.js';
import type { ClosingView } from '../../session/player.js';
import { provisionalOf } from '../../session/provisional.js';
import type { ItemResult } from '../../session/score.js';
import { verdictEvent } from './verdict-event.js';

export function sittingEvent(header: SittingHeader, resumed: boolean): object {
  const { id, mode, seed, startedAt, plan, paperMs, passMark } = header;
  return {
    id,
    mode,
    seed,
    startedAt: new Date(startedAt).toISOString(),
    questions: plan.length,
    paperMs,
    passMark,
    resumed,
  };
}

/** Of a paper that was left and can be gone on with, nothing is told. */
export function closingEvent(closing: ClosingView): object {
  const { header, score, reason, paused, next, reviews, standing, questionOf, leeches = [] } = closing;
  if (paused !== null) return { reason, paused, next };
  const toLookAt = provisionalOf(score, header);
  const interview = header.mode === 'interview' ? reviewInterview(score.items, questionOf) : null;
  const { points, maxPoints, share, passed, provisional, topics, certainty, elapsedMs, items } = score;
  return {
    reason,
    points,
    maxPoints,
    share,
    passed,
    provisional,
    ...(toLookAt === null ? {} : { toLookAt }),
    elapsedMs,
    topics,
    certainty,
    items: items.map(itemOf),
    ...(interview === null ? {} : { interview }),
    next,
    ...(standing.length === 0 ? {} : { standing }),
    ...(leeches.length === 0 ? {} : { suspended: leeches }),
    ...(reviews.length === 0 ? {} : { reviews: reviews.map(verdictEvent) }),
  };
}

function itemOf({ entry, planned, outcome, credit, points, maxPoints, overridden, rounds }: ItemResult) {
  return { entry, item: planned.item, outcome, credit, points, maxPoints, overridden, rounds };
}
