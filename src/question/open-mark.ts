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
export type Guard = 'empty' | 'copied' | 'recited' | 'list' | 'off-topic';

export interface OpenMark {
  points: PointMark[];
  flags: FlagMark[];
  guard: Guard | null;
  /** 0 to 1: weights of the points by their suggested shares; red flags take nothing off before the learner agrees. */
  suggestedCredit: number;
  /** 0 to 1: the same of what is clear only, and if all that is unsure were granted. */
  clearCredit: number;
  mostCredit: number;
}

/** What is ticked beforehand: the points that are clearly said. A red flag is a question to the learner, so none is. */
export function suggestedResponse({ points }: OpenMark, text: string): OpenResponse {
  const met = points.filter(({ clear, state }) => clear && state === 'said').map(({ id }) => id);
  return { text, met, flags: [] };
}
