// Interleaved timing: A B A B …, so that a machine that slows down slows both; the ratio is taken pair by pair.

export interface Paired {
  /** Medians in ms. */
  a: number;
  b: number;
  /** Median of the ratios A/B, and the middle half of them. */
  ratio: number;
  low: number;
  high: number;
}

/** Runs both in turn `pairs` times after one warm-up; each returns its time in ms. */
export async function timePairs(
  pairs: number,
  runA: () => number | Promise<number>,
  runB: () => number | Promise<number>,
): Promise<Paired> {
  const times: (readonly [number, number])[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const measured = [await runA(), await runB()] as const;
    // The first pair warms up.
    if (pair > 0) times.push(measured);
  }
  const ratios = times.map(([a, b]) => a / b);
  return {
    a: quantile(
      times.map(([a]) => a),
      0.5,
    ),
    b: quantile(
      times.map(([, b]) => b),
      0.5,
    ),
    ratio: quantile(ratios, 0.5),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
  };
}

/** The share `at` (0 to 1) of sorted values lies below it; between two values the upper one. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? Number.NaN;
}

/** Time in ms of what `work` does. */
export function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** One line of a table: what, its time, what it is compared with, the ratio with its middle half, the aim. */
export function pairLine(what: string, { a, b, ratio, low, high }: Paired, aim: number): string {
  const reached = ratio <= aim ? 'reached' : 'missed';
  return `${what.padEnd(46)} ${a.toFixed(1).padStart(8)} ms ${b.toFixed(1).padStart(8)} ms ${ratio.toFixed(2).padStart(6)}x (${low.toFixed(2)} to ${high.toFixed(2)})  aim ${aim}x  ${reached}`;
}
