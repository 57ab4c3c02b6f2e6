// Paired differences with 95 % intervals, answers saved, and how far stated probabilities are off.
import { CHECKPOINTS, type Outcome } from './simulate.js';

/** A mean with the half width of its 95 % interval (normal approximation; thousands of learners). */
export interface Estimate {
  readonly mean: number;
  readonly half: number;
}

/** Mean of per-learner values. */
export function estimate(values: Float64Array): Estimate {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
  return { mean, half: 1.96 * Math.sqrt(variance / values.length) };
}

/** Precision of a policy after `count` answers. */
export function precisionAt(outcome: Outcome, count: number): Estimate {
  return estimate(valuesAt(outcome, count));
}

/** Seconds that so many answers take. */
export function secondsAt(outcome: Outcome, count: number): Estimate {
  return estimate(outcome.seconds[CHECKPOINTS.indexOf(count)]!);
}

/** Precision after `count` answers per minute they took: `a` minus `b`, paired by learner. */
export function perMinute(a: Outcome, b: Outcome, count: number): Estimate {
  const at = CHECKPOINTS.indexOf(count);
  const rate = ({ precision, seconds }: Outcome) =>
    precision[at]!.map((value, n) => (60 * value) / seconds[at]![n]!);
  const [x, y] = [rate(a), rate(b)];
  return estimate(x.map((value, n) => value - y[n]!));
}

/** Difference of two policies, paired by learner; the counts may differ. */
export function paired(a: Outcome, countA: number, b: Outcome, countB = countA): Estimate {
  const [x, y] = [valuesAt(a, countA), valuesAt(b, countB)];
  return estimate(x.map((value, n) => value - y[n]!));
}

/**
 * Share of answers saved: `mean` from the first checkpoint at which `ours` is as good as `baseline` after `count`
 * answers, `low` from the first one at which it is so with its whole 95 % interval. Checkpoints are four answers apart,
 * so both are rounded down.
 */
export function answersSaved(ours: Outcome, baseline: Outcome, count: number): { mean: number; low: number } {
  const first = (good: (difference: Estimate) => boolean) =>
    CHECKPOINTS.find((c) => good(paired(ours, c, baseline, count))) ?? Number.POSITIVE_INFINITY;
  const saved = (c: number) => Math.max(0, 1 - c / count);
  return { mean: saved(first((d) => d.mean >= 0)), low: saved(first((d) => d.mean - d.half >= 0)) };
}

/** The checkpoint at which `a` stands worst against `b`. */
export function worstDifference(a: Outcome, b: Outcome): { count: number; difference: Estimate } {
  return CHECKPOINTS.map((count) => ({ count, difference: paired(a, count, b) })).reduce((worst, d) =>
    d.difference.mean < worst.difference.mean ? d : worst,
  );
}

/** One row of a calibration table. */
export interface CalibrationRow {
  readonly stated: number;
  readonly observed: number;
  readonly cases: number;
}

/** Stated chances in bins of .1 against how often it was so; bins with fewer than 200 cases are left out. */
export function calibration({ stated }: Outcome): CalibrationRow[] {
  return Array.from({ length: 10 }, (_, bin) => {
    let [cases, sum, weak] = [0, 0, 0];
    stated.chance.forEach((chance, i) => {
      if (Math.min(9, Math.floor(chance * 10)) !== bin) return;
      cases += 1;
      sum += chance;
      weak += stated.weak[i]!;
    });
    return { stated: sum / cases, observed: weak / cases, cases };
  }).filter((row) => row.cases >= 200);
}

function valuesAt(outcome: Outcome, count: number): Float64Array {
  const values = outcome.precision[CHECKPOINTS.indexOf(count)];
  if (!values) throw new Error(`no checkpoint at ${count} answers`);
  return values;
}
