// Agreement of two raters beyond chance.

/**
 * Cohen's kappa (1960), at most 1: agreement beyond what the shares of the two raters give by chance. With `cost`, the weighted one
 * (1968): what it costs where one says `a` and the other `b`; 0 where they agree.
 */
export function kappaOf<Value>(
  pairs: readonly (readonly [Value, Value])[],
  values: readonly Value[],
  cost: (a: Value, b: Value) => number = (a, b) => Number(a !== b),
): number {
  const share = (side: 0 | 1, value: Value) =>
    pairs.filter((pair) => pair[side] === value).length / pairs.length;
  const observed = pairs.reduce((sum, [a, b]) => sum + cost(a, b), 0) / pairs.length;
  const expected = values
    .flatMap((a) => values.map((b) => cost(a, b) * share(0, a) * share(1, b)))
    .reduce((sum, one) => sum + one, 0);
  return 1 - observed / expected;
}
