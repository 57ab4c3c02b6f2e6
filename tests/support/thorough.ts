// How much a run of the tests tries: at hand what tells most, in CI everything.

/** `API_QUIZ_TESTS=thorough`, as in CI: the whole bank where a sample of it is taken at hand, and every run of a property. */
export const THOROUGH = process.env.API_QUIZ_TESTS === 'thorough';

/** At hand one in so many runs of a property: each run of the tests has others. */
const SHARE_AT_HAND = 6;
const FEWEST = 5;

/** How often a property is tried, `all` where tests are thorough. */
export function runs(all: number): { numRuns: number } {
  return { numRuns: THOROUGH ? all : Math.min(all, Math.max(FEWEST, Math.ceil(all / SHARE_AT_HAND))) };
}

/** Of a table whose rows each start a program and go one way through it: the first `count` at hand, all where tests are thorough. */
export function rows<T>(all: readonly T[], count = 1): T[] {
  return THOROUGH ? [...all] : all.slice(0, count);
}
