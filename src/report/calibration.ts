// How well stated confidence matches what came of it.

import { CONFIDENCES } from '../history/records.js';
import type { RememberedAnswer } from '../history/remembered-answer.js';
import { STATED_CHANCE } from '../session/score.js';
import type { Calibration } from './summary-shape.js';

/** A word stated less often than this says nothing about the one who states it. */
export const ENOUGH_STATED = 10;

/** Null when no answer stated a confidence. */
export function calibrationOf(answers: readonly RememberedAnswer[]): Calibration | null {
  const stated = answers.flatMap(({ confidence, outcome, effectiveCredit }) =>
    confidence !== null && outcome === 'answered' ? [{ confidence, credit: effectiveCredit }] : [],
  );
  if (stated.length === 0) return null;
  const squares = stated.reduce(
    (sum, { confidence, credit }) => sum + (STATED_CHANCE[confidence] - credit) ** 2,
    0,
  );
  const rows = CONFIDENCES.map((word) => {
    const own = stated.filter(({ confidence }) => confidence === word);
    const right = own.reduce((sum, { credit }) => sum + credit, 0) / Math.max(1, own.length);
    return { stated: word, statedChance: STATED_CHANCE[word], answers: own.length, right };
  });
  return {
    rows: rows.filter((row) => row.answers >= ENOUGH_STATED),
    answers: stated.length,
    brier: squares / stated.length,
  };
}
