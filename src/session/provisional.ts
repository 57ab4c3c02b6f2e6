// What is provisional about a score: open answers of which only the clear part counts until the learner has looked.

import type { SittingHeader } from '../history/records.js';
import { markerOf } from '../history/remembered-answer.js';
import { LEVEL_WEIGHT } from '../question/vocabulary.js';
import type { ItemResult, Score } from './score.js';

export interface Provisional {
  /** Open answers that nobody has looked at. */
  answers: number;
  /** Points and red flags in them that are not clear. */
  points: number;
  /** By how much the share of the paper can rise when all of them are granted, 0 to 1. */
  rise: number;
}

/** Null where every answer has been marked for good. */
export function provisionalOf(score: Score, { mode }: Pick<SittingHeader, 'mode'>): Provisional | null {
  const open = score.items.filter(({ answer }) => answer !== null && markerOf(answer, mode) === 'matcher');
  if (open.length === 0) return null;
  const points = open.reduce((sum, { answer }) => {
    const { look = [], flags = [] } = answer?.suggested ?? {};
    return sum + look.length + flags.length;
  }, 0);
  const gain = open.reduce((sum, item) => sum + gainOf(item), 0);
  return { answers: open.length, points, rise: score.maxPoints === 0 ? 0 : gain / score.maxPoints };
}

function gainOf({ answer, credit, planned }: ItemResult): number {
  return Math.max(0, (answer?.suggested?.most ?? credit) - credit) * LEVEL_WEIGHT[planned.level];
}
