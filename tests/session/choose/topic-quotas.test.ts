// Quotas are whole, add up, hold to the shares in the mean, and never ask for what is not there.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomStream } from '../../../src/learner/random.js';
import { drawQuotas } from '../../../src/session/choose/topic-quotas.js';
import { runs } from '../../support/thorough.js';

const anyShares = fc.array(
  fc.record({ weight: fc.integer({ min: 0, max: 20 }), there: fc.integer({ min: 0, max: 12 }) }),
  { maxLength: 24 },
);

function draw(topics: readonly { weight: number; there: number }[], count: number, seed: number) {
  const total = topics.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shares = new Map(topics.map(({ weight }, index) => [`t${index}`, weight / total]));
  const there = new Map(topics.map((topic, index) => [`t${index}`, topic.there]));
  return { shares, there, quotas: drawQuotas(shares, there, count, randomStream(seed)) };
}

it('add up to the count, or to what is there; nobody above what is there', () => {
  fc.assert(
    fc.property(anyShares, fc.integer({ min: 0, max: 60 }), fc.nat(), (topics, count, seed) => {
      const { quotas, there } = draw(topics, count, seed);
      const all = topics.reduce((sum, topic) => sum + topic.there, 0);
      expect([...quotas.values()].reduce((sum, quota) => sum + quota, 0)).toBe(Math.min(count, all));
      for (const [topic, quota] of quotas) {
        expect(quota).toBeGreaterThanOrEqual(0);
        expect(quota).toBeLessThanOrEqual(there.get(topic)!);
      }
    }),
    runs(500),
  );
});

it('less than one question from the share in any draw, and on it in the mean', () => {
  const topics = [18, 13, 8, 7, 6, 5, 3, 2, 1].map((weight) => ({ weight, there: 30 }));
  const sums = new Map<string, number>();
  for (let seed = 0; seed < 400; seed++) {
    const { quotas, shares } = draw(topics, 10, seed);
    for (const [topic, quota] of quotas) {
      expect(Math.abs(quota - 10 * shares.get(topic)!)).toBeLessThan(1);
      sums.set(topic, (sums.get(topic) ?? 0) + quota);
    }
  }
  // 400 draws of a count that varies by less than one: standard error below .025.
  const { shares } = draw(topics, 10, 0);
  for (const [topic, sum] of sums) expect(Math.abs(sum / 400 - 10 * shares.get(topic)!)).toBeLessThan(0.1);
});

it('topics without a share come in where the others run short, and not before', () => {
  const given = [
    { weight: 1, there: 2 },
    { weight: 0, there: 5 },
    { weight: 0, there: 5 },
  ];
  expect(Object.fromEntries(draw(given, 2, 1).quotas)).toEqual({ t0: 2 });
  const { quotas } = draw(given, 6, 1);
  expect([quotas.get('t0'), quotas.get('t1'), quotas.get('t2')]).toEqual([2, 2, 2]);
});
