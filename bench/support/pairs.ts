// Interleaved measuring: A B A B …, so that a machine that slows down slows both; ratios are taken pair by pair.

export interface Cost {
  wallMs: number;
  /** Of all threads: another program on the same core adds little to it. */
  cpuMs: number;
  /** Peak of the resident set, where it was asked for. */
  memoryMb?: number;
}

/** Median of the ratios A/B, and the middle half of them. */
export interface Ratio {
  median: number;
  low: number;
  high: number;
}

export interface Paired {
  /** Medians. */
  a: Cost;
  b: Cost;
  wall: Ratio;
  cpu: Ratio;
}

type Run = () => Cost | Promise<Cost>;

/** Runs both in turn `pairs` times after one pair that warms up. */
export async function measurePairs(pairs: number, runA: Run, runB: Run): Promise<Paired> {
  const costs: (readonly [Cost, Cost])[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const measured = [await runA(), await runB()] as const;
    if (pair > 0) costs.push(measured);
  }
  const medianCost = (side: 0 | 1): Cost => ({
    wallMs: median(costs.map((pair) => pair[side].wallMs)),
    cpuMs: median(costs.map((pair) => pair[side].cpuMs)),
    memoryMb: median(costs.map((pair) => pair[side].memoryMb ?? Number.NaN)),
  });
  return {
    a: medianCost(0),
    b: medianCost(1),
    wall: ratioOf(costs.map(([a, b]) => a.wallMs / b.wallMs)),
    cpu: ratioOf(costs.map(([a, b]) => a.cpuMs / b.cpuMs)),
  };
}

function ratioOf(ratios: readonly number[]): Ratio {
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}

const median = (values: readonly number[]) => quantile(values, 0.5);

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
