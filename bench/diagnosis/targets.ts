// The targets of issue 4, each judged on what the run measured.
import type { Outcome } from './simulate.js';
import {
  answersSaved,
  calibration,
  type Estimate,
  paired,
  perMinute,
  precisionAt,
  worstDifference,
} from './statistics.js';

/** `open`: short of the target, but by less than the error of a run of this size. */
export type Verdict = 'reached' | 'open' | 'MISSED';

/** One target and what this run says of it. */
export interface Target {
  readonly text: string;
  readonly verdict: Verdict;
}

/** The targets that the issue sets for a world; `outcomes` has RR-match first, uniform second, ours last. */
export function targetsOf(key: string, outcomes: readonly Outcome[]): Target[] {
  const [baseline, uniform] = [outcomes[0]!, outcomes[1]!];
  const ours = outcomes[outcomes.length - 1]!;
  const worst = [baseline, uniform].map((other) => worstDifference(ours, other).difference);
  return [
    ...gainTargets(key, ours, baseline),
    ...precisionTargets(key, ours),
    ...worst.map((difference, i) =>
      atLeast(`never below ${['RR-match', 'uniform random'][i]} from 24 answers on: worst`, difference, 0),
    ),
    ...calibrationTargets(key, ours),
    atLeast(
      'precision@3 per minute against the policy of 0.1.0',
      perMinute(ours, outcomes[outcomes.length - 2]!, 36),
      0,
    ),
  ];
}

function gainTargets(key: string, ours: Outcome, baseline: Outcome): Target[] {
  const gain = paired(ours, 36, baseline);
  if (key !== 'base') return [atLeast('gain over RR-match at 36', gain, 0.025)];
  const saved = answersSaved(ours, baseline, 72);
  return [
    atLeast('gain over RR-match at 36', gain, 0.03),
    // The bound sinks with the error of the run, so what a larger run may still find is twice that error higher.
    atLeast('its lower bound', { mean: gain.mean - gain.half, half: 2 * gain.half }, 0.02),
    atLeast(
      "share of RR-match's 72 answers saved, lower bound",
      { mean: saved.low, half: saved.mean - saved.low },
      0.25,
    ),
  ];
}

/** Precision@3 to reach: [answers, precision]. */
const PRECISION: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  base: [[36, 0.44]],
  noise1: [[36, 0.42]],
  spread12: [[36, 0.48]],
  topics22: [
    [48, 0.31],
    [72, 0.35],
  ],
};

function precisionTargets(key: string, ours: Outcome): Target[] {
  return (PRECISION[key] ?? []).map(([count, wanted]) =>
    atLeast(`precision@3 at ${count}`, precisionAt(ours, count), wanted),
  );
}

function calibrationTargets(key: string, ours: Outcome): Target[] {
  const targets: Target[] = [];
  if (key === 'base' || key === 'spread10') {
    const text = `80 % intervals hold the truth in 75-85 % of cases: ${(100 * ours.coverage).toFixed(1)} %`;
    targets.push({ text, verdict: ours.coverage >= 0.75 && ours.coverage <= 0.85 ? 'reached' : 'MISSED' });
  }
  if (key === 'base') {
    const rows = calibration(ours).map((row) => ({ ...row, off: Math.abs(row.stated - row.observed) }));
    const worst = rows.reduce((a, b) => (b.off > a.off ? b : a));
    const half = 1.96 * Math.sqrt((worst.observed * (1 - worst.observed)) / worst.cases);
    const verdict = worst.off <= 0.03 ? 'reached' : worst.off - half <= 0.03 ? 'open' : 'MISSED';
    targets.push({ text: `stated probabilities within .03: worst ${worst.off.toFixed(3)}`, verdict });
  }
  return targets;
}

function atLeast(text: string, { mean, half }: Estimate, wanted: number): Target {
  const verdict = mean >= wanted ? 'reached' : mean + half >= wanted ? 'open' : 'MISSED';
  return { text: `${text}: ${mean.toFixed(3)} (wanted ${wanted.toFixed(3)})`, verdict };
}
