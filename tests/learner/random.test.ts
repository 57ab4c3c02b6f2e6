// The seeded numbers: fixed by the seed, uniform or normal, and unlike for neighbouring seeds.
import { describe, expect, it } from 'vitest';
import { normalNumbers, normalStream, randomStream } from '../../src/learner/random.js';

const take = (next: () => number, count: number) => Array.from({ length: count }, next);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('streams', () => {
  it('repeat for the same seed', () => {
    expect(take(randomStream(7), 5)).toEqual(take(randomStream(7), 5));
    expect(take(randomStream(7), 5)).not.toEqual(take(randomStream(8), 5));
  });

  it('lie in [0, 1) and are spread evenly', () => {
    const values = take(randomStream(1), 20_000);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(0.01);
  });

  it.each([0, 1, 2, 3])('do not begin alike for neighbouring seeds (number %i of each)', (position) => {
    const values = Array.from(
      { length: 4000 },
      (_, seed) => take(randomStream(seed), position + 1)[position]!,
    );
    const tenths = Array.from(
      { length: 10 },
      (_, i) => values.filter((v) => Math.floor(v * 10) === i).length,
    );
    for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(80);
  });

  it('are normal with mean 0 and variance 1 where asked', () => {
    const values = take(normalStream(randomStream(3)), 20_000);
    expect(Math.abs(mean(values))).toBeLessThan(0.03);
    expect(Math.abs(mean(values.map((v) => v * v)) - 1)).toBeLessThan(0.04);
    expect(Math.abs(mean(values.map((v) => (Math.abs(v) < 1.2816 ? 1 : 0))) - 0.8)).toBeLessThan(0.015);
  });

  it('are the same from a list of them, whoever else asked for one in between', () => {
    const normal = normalStream(randomStream(3));
    const numbers = take(normal, 50);
    for (const [seed, count] of [
      [3, 50],
      [4, 50],
      [3, 20],
      [5, 20],
      [6, 20],
      [3, 50],
    ] as const)
      expect([...normalNumbers(seed, count)].every((number, at) => number === numbers[at])).toBe(seed === 3);
  });
});
