// The Gaussian update against the grid, and what fading does.
import { describe, expect, it } from 'vitest';
import { copyBelief, fadeBelief, learnAnswer, priorBelief, topicAbility } from '../../src/learner/belief.js';
import { normalStream, randomStream } from '../../src/learner/random.js';
import { chanceRight, responseCurve } from '../../src/learner/response-model.js';
import type { Level } from '../../src/question/vocabulary.js';
import { type GridAnswer, gridPosterior } from './grid-reference.js';

const LEVELS: readonly Level[] = ['foundation', 'intermediate', 'advanced'];

/** Answers of a random learner: all guessing chances, both markings, every seventh answer half right. */
function randomAnswers(seed: number, topics: number, count: number): GridAnswer[] {
  const next = randomStream(seed);
  const normal = normalStream(next);
  const learnerMean = normal();
  const abilities = Array.from({ length: topics }, () => learnerMean + 0.9 * normal());
  return Array.from({ length: count }, (_, i) => {
    const topic = Math.floor(next() * topics);
    const level = LEVELS[Math.floor(next() * 3)]!;
    const curve = responseCurve({
      level,
      guess: [0, 0.25, 0.5][i % 3]!,
      marking: i % 5 === 0 ? 'self' : 'auto',
    });
    const right = next() < chanceRight(curve, abilities[topic]!) ? 1 : 0;
    return { topic, curve, credit: i % 7 === 6 ? 0.5 : right };
  });
}

function believed(topics: number, answers: readonly GridAnswer[]) {
  const belief = priorBelief(topics);
  for (const { topic, curve, credit } of answers) learnAnswer(belief, topic, curve, credit);
  return belief;
}

describe('the Gaussian update against grid integration', () => {
  it('is exact to 0.001 logits after one answer', () => {
    for (const credit of [0, 0.5, 1]) {
      const answers = [
        { topic: 0, curve: responseCurve({ level: 'advanced', guess: 0.25, marking: 'auto' }), credit },
      ];
      const belief = believed(3, answers);
      const grid = gridPosterior(3, answers);
      grid.abilities.forEach((exact, topic) => {
        const { mean, variance } = topicAbility(belief, topic);
        expect(Math.abs(mean - exact.mean)).toBeLessThan(1e-3);
        expect(Math.abs(Math.sqrt(variance) - exact.sd)).toBeLessThan(1e-3);
      });
    }
  });

  // What is left after many answers is the price of a Gaussian: 0.15 logits are 3.5 points of percent at most, where
  // the 80 % interval is 20 points wide at its narrowest; typically (RMS) it is a third of that.
  it.each([4, 12, 24, 60])(
    'stays within 0.15 logits (mean and SD; RMS 0.05), 0.03 (spread weights) after %i answers',
    (count) => {
      const squares: number[] = [];
      for (let seed = 1; seed <= 4; seed++) {
        const answers = randomAnswers(seed * 100 + count, 4, count);
        const belief = believed(4, answers);
        const grid = gridPosterior(4, answers);
        grid.abilities.forEach((exact, topic) => {
          const { mean, variance } = topicAbility(belief, topic);
          squares.push((mean - exact.mean) ** 2);
          expect(Math.abs(mean - exact.mean)).toBeLessThan(0.15);
          expect(Math.abs(Math.sqrt(variance) - exact.sd)).toBeLessThan(0.15);
        });
        belief.hypotheses.forEach((h, k) => {
          expect(Math.abs(Math.exp(h.logWeight) - grid.weights[k]!)).toBeLessThan(0.03);
        });
      }
      expect(Math.sqrt(squares.reduce((sum, s) => sum + s, 0) / squares.length)).toBeLessThan(0.05);
    },
  );
});

describe('what one answer tells', () => {
  const curve = (guess: number) => responseCurve({ level: 'intermediate', guess, marking: 'auto' });
  const believedAfter = (guess: number, credit: number) =>
    topicAbility(believed(2, [{ topic: 0, curve: curve(guess), credit }]), 0);

  it('moves the topic asked most, and the others along with it', () => {
    const belief = believed(3, [{ topic: 1, curve: curve(0.25), credit: 0 }]);
    expect(topicAbility(belief, 1).mean).toBeLessThan(topicAbility(belief, 0).mean);
    expect(topicAbility(belief, 0).mean).toBeLessThan(0);
    expect(topicAbility(belief, 0).mean).toBeCloseTo(topicAbility(belief, 2).mean, 12);
  });

  it('takes a right answer for less where guessing is easy', () => {
    expect(believedAfter(0.5, 1).mean).toBeLessThan(believedAfter(0.25, 1).mean);
    expect(believedAfter(0.25, 1).mean).toBeLessThan(believedAfter(0, 1).mean);
  });

  it('orders abilities by credit', () => {
    const means = [0, 0.25, 0.5, 0.75, 1].map((credit) => believedAfter(0.25, credit).mean);
    expect(means).toEqual([...means].sort((a, b) => a - b));
  });
});

describe('fading', () => {
  it('brings a belief back to the prior, and never past it', () => {
    const belief = believed(3, randomAnswers(7, 3, 30));
    const fresh = copyBelief(belief);
    const sds: number[] = [Math.sqrt(topicAbility(belief, 0).variance)];
    for (const days of [10, 50, 300]) {
      fadeBelief(belief, days);
      sds.push(Math.sqrt(topicAbility(belief, 0).variance));
    }
    expect(sds).toEqual([...sds].sort((a, b) => a - b));
    fadeBelief(belief, 100_000);
    expect(belief.hypotheses[0]!.mean[0]).toBeCloseTo(0, 9);
    belief.hypotheses[0]!.covariance.forEach((value, i) => {
      expect(value).toBeCloseTo(priorBelief(3).hypotheses[0]!.covariance[i]!, 9);
    });
    expect(topicAbility(fresh, 0).mean).not.toBe(0);
  });

  it('is the same in one step or in many', () => {
    const once = believed(2, randomAnswers(3, 2, 10));
    const often = copyBelief(once);
    fadeBelief(once, 60);
    for (let day = 0; day < 60; day++) fadeBelief(often, 1);
    expect(topicAbility(often, 0).mean).toBeCloseTo(topicAbility(once, 0).mean, 9);
    expect(topicAbility(often, 0).variance).toBeCloseTo(topicAbility(once, 0).variance, 9);
  });
});
