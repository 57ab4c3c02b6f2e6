// What marking found in a typed answer to an open question: a suggestion with its evidence, never a verdict.

import type { OpenResponse } from './response.js';

/** A stretch of the answer: offsets of UTF-16 units, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface PointMark {
  id: string;
  /** Said, perhaps said, not found. */
  state: 'said' | 'unsure' | 'open';
  /** Decided so surely that it may be ticked, or left unticked, without being looked at. */
  clear: boolean;
  /** What the suggestion counts of the point: all, half or nothing. */
  share: 0 | 0.5 | 1;
  /** The learner's own sentence or two that come nearest to the point; null where nothing does. */
  evidence: Span | null;
}

export interface FlagMark {
  id: string;
  /** Worth asking "Did you say that …?"; never a deduction by itself. */
  raised: boolean;
  evidence: Span | null;
}

/**
 * Why nothing, or nothing for sure, is taken from an answer: too short, taken from the question or its hint, made of accepted
 * wordings, a list of key words, about something else.
 */
export type AnswerGuard = 'empty' | 'copied' | 'recited' | 'list' | 'off-topic';

export interface OpenMark {
  points: PointMark[];
  flags: FlagMark[];
  guard: AnswerGuard | null;
  /** 0 to 1: weights of the points by their suggested shares; red flags take nothing off before the learner agrees. */
  suggestedCredit: number;
  /** 0 to 1: the same of what is clear only, and if all that is unsure were granted. */
  clearCredit: number;
  mostCredit: number;
}

/** What marking found, as it is kept beside the learner's own mark, so that the two can be compared later. */
export interface Suggestion {
  /** Ids of the points found wholly, by halves, and perhaps. */
  met: string[];
  half: string[];
  unsure: string[];
  /** Ids of the points that the learner was asked to look at: what is not clear of them. */
  look: string[];
  /** Ids of the red flags that were asked about. */
  flags: string[];
  /** Suggested, clear and most credit, each 0 to 1. */
  credit: number;
  clear: number;
  most: number;
}

/** The part of a mark that is kept. */
export function suggestionOf(mark: OpenMark): Suggestion {
  const ids = (fits: (point: PointMark) => boolean) => mark.points.filter(fits).map(({ id }) => id);
  return {
    met: ids(({ share }) => share === 1),
    half: ids(({ share }) => share === 0.5),
    unsure: ids(({ state }) => state === 'unsure'),
    look: ids(isToLookAt),
    flags: mark.flags.filter(({ raised }) => raised).map(({ id }) => id),
    credit: mark.suggestedCredit,
    clear: mark.clearCredit,
    most: mark.mostCredit,
  };
}

/** Perhaps said, or said but not so surely that it may be ticked. */
export function isToLookAt({ state, clear }: PointMark): boolean {
  return state === 'unsure' || (state === 'said' && !clear);
}

/** What is ticked beforehand: the points that are clearly said. A red flag is a question to the learner, so none is. */
export function suggestedResponse({ points }: OpenMark, text: string): OpenResponse {
  const met = points.filter(({ clear, state }) => clear && state === 'said').map(({ id }) => id);
  return { text, met, flags: [] };
}
