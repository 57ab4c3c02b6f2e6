// How well stated confidence matches what came of it.

import { CONFIDENCES } from '../history/records.js';
import { STATED_CHANCE } from '../session/score.js';
import type { Calibration } from './summary-shape.js';
import type { ReportTally } from './tally.js';

/** A word stated less often than this says nothing about the one who states it. */
export const ENOUGH_STATED = 10;

/** Null when no answer stated a confidence. */
export function calibrationOf({
  stated,
  squares,
}: Pick<ReportTally, 'stated' | 'squares'>): Calibration | null {
  const answers = CONFIDENCES.reduce((sum, word) => sum + stated[word].answers, 0);
  if (answers === 0) return null;
  const rows = CONFIDENCES.map((word) => {
    const own = stated[word];
    const right = own.credit / Math.max(1, own.answers);
    return { stated: word, statedChance: STATED_CHANCE[word], answers: own.answers, right };
  });
  return { rows: rows.filter((row) => row.answers >= ENOUGH_STATED), answers, brier: squares / answers };
}
