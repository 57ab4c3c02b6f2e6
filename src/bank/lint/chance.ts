// What chance alone explains: the upper bound of a sum of independent credits, computed exactly.

/** What one guess earns, with which probability: `[credit, probability]`; the probabilities add up to 1. */
export type Lottery = readonly (readonly [credit: number, probability: number])[];

/** Credits of a pick shared evenly between `tied` of `options` options, of which chance makes one right. */
export function sharedPick(options: number, tied: number): Lottery {
  return [
    [0, 1 - tied / options],
    [1 / tied, tied / options],
  ];
}

/** Expected sum. */
export function expectedSum(lotteries: readonly Lottery[]): number {
  return lotteries.reduce(
    (sum, lottery) => sum + lottery.reduce((mean, [credit, p]) => mean + credit * p, 0),
    0,
  );
}

/**
 * The smallest sum that chance exceeds with a probability of at most `tail` (0.025: the 97.5 % bound). The distribution
 * of the sum is the convolution of the single ones: for equal chances of 0 and 1 the binomial.
 */
export function upperBound(lotteries: readonly Lottery[], tail: number): number {
  const grid = gridOf(lotteries);
  let sums = new Float64Array([1]);
  for (const lottery of lotteries) {
    const steps = new Map<number, number>();
    for (const [credit, p] of lottery) {
      const step = Math.round(credit * grid);
      steps.set(step, (steps.get(step) ?? 0) + p);
    }
    const next = new Float64Array(sums.length + Math.max(...steps.keys()));
    for (const [step, p] of steps) {
      for (let sum = 0; sum < sums.length; sum += 1) {
        next[sum + step] = next[sum + step]! + sums[sum]! * p;
      }
    }
    sums = next;
  }
  let above = 0;
  let bound = sums.length - 1;
  while (bound > 0 && above + sums[bound]! <= tail) {
    above += sums[bound]!;
    bound -= 1;
  }
  return bound / grid;
}

/** The coarsest grid on which all credits lie; beyond the last they are rounded to it. */
function gridOf(lotteries: readonly Lottery[]): number {
  const credits = new Set(lotteries.flatMap((lottery) => lottery.map(([credit]) => credit)));
  const fits = (grid: number) =>
    [...credits].every((credit) => Math.abs(credit * grid - Math.round(credit * grid)) < 1e-6);
  return [1, 2, 6, 12, 60, 360].find(fits) ?? FINEST_GRID;
}

const FINEST_GRID = 720;
