// The ranking of weak topics: chances that add up, words, ties.
import { describe, expect, it } from 'vitest';
import { learnAnswer, priorBelief } from '../../src/learner/belief.js';
import { masteryFrom, noAnswers } from '../../src/learner/mastery.js';
import { responseCurve } from '../../src/learner/response-model.js';
import { cholesky, rankWeak, weakChances, weakestCount, weakWord } from '../../src/learner/weak.js';
import { attempt, NOW } from './support.js';

const TOPICS = Array.from({ length: 12 }, (_, i) => `topic-${String(i).padStart(2, '0')}`);
const miss = (topic: string, count: number) =>
  Array.from({ length: count }, () => attempt({ topic, credit: 0 }));
const right = (topic: string, count: number) =>
  Array.from({ length: count }, () => attempt({ topic, credit: 1 }));

describe('words', () => {
  it.each([
    [1, 'very likely'],
    [0.8, 'very likely'],
    [0.79, 'likely'],
    [0.5, 'likely'],
    [0.49, 'cannot tell'],
    [0.2, 'cannot tell'],
    [0.19, 'less likely'],
    [0, 'less likely'],
  ])('%f is "%s"', (chance, word) => expect(weakWord(chance)).toBe(word));
});

describe('ranking', () => {
  it('calls all topics tied before any answer', () => {
    const rows = rankWeak(noAnswers(TOPICS), NOW, 1);
    expect(rows.every((row) => row.rank === 1 && row.tied && row.word === 'cannot tell')).toBe(true);
    expect(rows.every((row) => row.answersMissing === 4)).toBe(true);
  });

  it('puts three topics missed throughout first, and says so', () => {
    const weak = ['topic-03', 'topic-07', 'topic-10'];
    const attempts = TOPICS.flatMap((topic) => (weak.includes(topic) ? miss(topic, 12) : right(topic, 12)));
    const rows = rankWeak(masteryFrom(TOPICS, attempts), NOW, 1);
    expect(
      rows
        .slice(0, 3)
        .map((row) => row.topic)
        .sort(),
    ).toEqual(weak);
    expect(rows.slice(0, 3).map((row) => row.word)).toEqual(['very likely', 'very likely', 'very likely']);
    expect(rows[3]!.word).toBe('less likely');
    expect(rows[0]).toMatchObject({ answers: 12, misses: 12, answersMissing: 0, rank: 1, tied: true });
    expect(rows[3]).toMatchObject({ rank: 4 });
  });

  it('does not name a topic of which nothing is known as weak as one that was missed', () => {
    const rows = rankWeak(masteryFrom(TOPICS, miss('topic-05', 4)), NOW, 1);
    expect(rows[0]).toMatchObject({ topic: 'topic-05', rank: 1, tied: false });
    expect(rows[1]).toMatchObject({ rank: 2, tied: true });
  });

  it('is fixed by its seed, and hardly depends on it', () => {
    const state = masteryFrom(TOPICS, [...miss('topic-01', 3), ...right('topic-02', 3)]);
    expect(rankWeak(state, NOW, 5)).toEqual(rankWeak(state, NOW, 5));
    const other = new Map(rankWeak(state, NOW, 6).map((row) => [row.topic, row.weakChance]));
    for (const row of rankWeak(state, NOW, 5))
      expect(Math.abs(row.weakChance - other.get(row.topic)!)).toBeLessThan(0.03);
  });
});

describe('chances', () => {
  it('add up to the number of weakest topics', () => {
    for (const topics of [1, 2, 3, 5, 6, 12, 22]) {
      const sum = weakChances(priorBelief(topics), 500, 3).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(weakestCount(topics), 9);
    }
    expect([1, 2, 3, 5, 6, 22].map(weakestCount)).toEqual([1, 1, 1, 2, 3, 3]);
  });

  it('agree with the two-topic case that can be computed by hand', () => {
    // Two topics, one weakest: the chance is P(difference < 0) of a normal, mixed over the spreads.
    const belief = priorBelief(2);
    for (let i = 0; i < 5; i++)
      learnAnswer(belief, 0, responseCurve({ level: 'foundation', guess: 0, marking: 'auto' }), 0);
    const exact = belief.hypotheses.reduce((sum, { logWeight, mean, covariance: c }) => {
      const sd = Math.sqrt(c[0]! + c[3]! - 2 * c[1]!);
      return sum + Math.exp(logWeight) * normalCdf((mean[1]! - mean[0]!) / sd);
    }, 0);
    expect(exact).toBeGreaterThan(0.6);
    expect(Math.abs(weakChances(belief, 20_000, 1)[0]! - exact)).toBeLessThan(0.01);
  });

  it('use a factor that gives the covariance back', () => {
    const belief = priorBelief(4);
    for (let i = 0; i < 40; i++)
      learnAnswer(belief, i % 3, responseCurve({ level: 'advanced', guess: 0.25, marking: 'auto' }), i % 2);
    const { covariance } = belief.hypotheses[1]!;
    const lower = cholesky(covariance, 4);
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        let sum = 0;
        for (let k = 0; k < 4; k++) sum += lower[i * 4 + k]! * lower[j * 4 + k]!;
        expect(sum).toBeCloseTo(covariance[i * 4 + j]!, 9);
      }
    }
  });
});

/** By Simpson's rule: slow, and shares nothing with the code under test. */
function normalCdf(z: number): number {
  const steps = 2000;
  const width = (z + 10) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = -10 + i * width;
    sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp((-x * x) / 2);
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

it('says exactly what draws come near to where nothing tells topics apart', () => {
  for (const topics of [1, 2, 7, 22]) {
    const prior = priorBelief(topics);
    const exact = weakChances(prior, 8000, 1);
    expect(exact).toEqual(new Float64Array(topics).fill(weakestCount(topics) / topics));
    const [first, ...others] = prior.hypotheses;
    // A hair apart, and it is drawn.
    const drawn = weakChances(
      {
        ...prior,
        hypotheses: [{ ...first!, mean: first!.mean.map((mean, at) => mean + at * 1e-9) }, ...others],
      },
      8000,
      1,
    );
    drawn.forEach((chance, at) => {
      expect(Math.abs(chance - exact[at]!)).toBeLessThan(0.025);
    });
  }
});
