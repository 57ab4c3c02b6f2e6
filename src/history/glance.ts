// What is seen of a segment's steps at a glance: when, and whether it is over. A slim one tells it without making its steps. Pure.

import type { SittingSegment } from './records.js';
import type { RememberedAnswer } from './remembered-answer.js';
import { isEnd } from './sittings.js';

export interface Glance {
  /** Instant (ms) of its first step; null: it has none. */
  firstAt: number | null;
  /** No answer is earlier, none is later (ms). */
  from: number;
  to: number;
  /** A step ends the sitting for good. */
  isOver: boolean;
  /** Ids of answers, but for those that are named after the segment. */
  ids: string[];
}

export const NO_GLANCE: Readonly<Omit<Glance, 'ids'>> = {
  firstAt: null,
  from: Number.POSITIVE_INFINITY,
  to: Number.NEGATIVE_INFINITY,
  isOver: false,
};

/** A segment that tells these things itself. */
interface Telling {
  glance(): Glance;
  /** See `SlimSegment`. */
  plainAnswers(): RememberedAnswer[] | undefined;
}

const isTelling = (segment: object): segment is Telling => 'glance' in segment;

export function glanceAt(segment: SittingSegment): Glance {
  if (isTelling(segment)) return segment.glance();
  const { steps } = segment;
  const glance = { ...NO_GLANCE, firstAt: steps[0]?.at ?? null, ids: [] as string[] };
  for (const step of steps) {
    glance.isOver ||= isEnd(step);
    if (step.kind !== 'answered' && step.kind !== 'retried') continue;
    glanceAtAnswer(glance, step.answer.at, step.answer.id);
  }
  return glance;
}

/** One answer more; `id`: undefined where it is named after the segment. */
export function glanceAtAnswer(glance: Glance, at: number, id: string | undefined): void {
  if (at < glance.from) glance.from = at;
  if (at > glance.to) glance.to = at;
  if (id !== undefined) glance.ids.push(id);
}

/** Answers of a segment that is a whole sitting about which nothing was said later, where it tells them itself; undefined: `sittingsOf` has to. */
export function plainAnswersOf(segment: SittingSegment): RememberedAnswer[] | undefined {
  return isTelling(segment) ? segment.plainAnswers() : undefined;
}
