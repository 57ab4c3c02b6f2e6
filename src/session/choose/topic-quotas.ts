// How many questions of a sitting each topic gets: shares made whole by lot, so that many sittings together hold to them.

import type { RandomNumbers } from '../../learner/random.js';
import { shuffle } from '../shuffle.js';

/**
 * Questions per topic; their sum is `count`, or what is there. Each topic gets its share of `count` in the mean, and less than
 * one question more or fewer in any draw (systematic sampling, Madow & Madow 1944). `there`: questions it can have at most; what one
 * lacks is shared out among the others. Topics without a share get something only where the others run short.
 */
export function drawQuotas(
  shares: ReadonlyMap<string, number>,
  there: ReadonlyMap<string, number>,
  count: number,
  next: RandomNumbers,
): Map<string, number> {
  const expected = expectedCounts(shares, there, count);
  const quotas = new Map<string, number>();
  let passed = next();
  let crossed = 0;
  for (const topic of shuffle([...expected.keys()], next)) {
    passed += expected.get(topic)!;
    // Sums of thirds must not lose a question to rounding.
    const whole = Math.floor(passed + 1e-9);
    quotas.set(topic, whole - crossed);
    crossed = whole;
  }
  return quotas;
}

/** Water-filling: `count` shared out in proportion, nobody above what is there. */
function expectedCounts(
  shares: ReadonlyMap<string, number>,
  there: ReadonlyMap<string, number>,
  count: number,
): Map<string, number> {
  const expected = new Map<string, number>();
  let open = [...there.keys()].filter((topic) => there.get(topic)! > 0);
  let left = Math.min(count, sumOf(open, there));
  while (open.length > 0 && left > 1e-9) {
    const total = sumOf(open, shares);
    // Where only topics without a share are left, they share alike.
    const shareOf = (topic: string) => (total > 0 ? (shares.get(topic) ?? 0) / total : 1 / open.length);
    const full = open.filter((topic) => left * shareOf(topic) >= there.get(topic)!);
    if (full.length === 0) {
      for (const topic of open) expected.set(topic, left * shareOf(topic));
      break;
    }
    for (const topic of full) expected.set(topic, there.get(topic)!);
    left -= sumOf(full, there);
    open = open.filter((topic) => !full.includes(topic));
  }
  return expected;
}

function sumOf(topics: readonly string[], values: ReadonlyMap<string, number>): number {
  return topics.reduce((sum, topic) => sum + (values.get(topic) ?? 0), 0);
}
