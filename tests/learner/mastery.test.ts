// Mastery: what the answers say, and that nothing but the answers matters.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, DAY_MS } from '../../src/learner/attempt.js';
import { masteryFrom, noAnswers, observe, topicMastery } from '../../src/learner/mastery.js';
import { runs } from '../support/thorough.js';
import { attempt, NOW } from './support.js';

const TOPICS = ['rest', 'graphql', 'security'];

/** Attempts in one topic, a minute apart, from a pattern: 1 right, 0 missed, h half right. */
function answers(topic: string, pattern: string, given: Partial<Attempt> = {}): Attempt[] {
  return [...pattern].map((mark, i) =>
    attempt({ topic, credit: mark === 'h' ? 0.5 : Number(mark), at: NOW + i * 60_000, ...given }),
  );
}

const rounded = (attempts: readonly Attempt[], now = NOW + DAY_MS) =>
  topicMastery(masteryFrom(TOPICS, attempts), now).map(({ chance, low, high }) =>
    [chance, low, high].map((x) => Math.round(100 * x)),
  );

describe('what the figures are', () => {
  // Percent: chance, low, high for the three topics, the day after. Checked against grid integration in belief.test.ts.
  it.each([
    {
      title: 'no answer',
      expected: [
        [49, 17, 80],
        [49, 17, 80],
        [49, 17, 80],
      ],
      attempts: [],
    },
    {
      title: 'one right',
      expected: [
        [55, 23, 84],
        [52, 20, 82],
        [52, 20, 82],
      ],
      attempts: answers('rest', '1'),
    },
    {
      title: 'one missed',
      expected: [
        [38, 12, 69],
        [43, 14, 75],
        [43, 14, 75],
      ],
      attempts: answers('rest', '0'),
    },
    {
      title: 'eight right',
      expected: [
        [78, 59, 92],
        [65, 33, 89],
        [65, 33, 89],
      ],
      attempts: answers('rest', '11111111'),
    },
    {
      title: 'eight missed',
      expected: [
        [16, 5, 30],
        [31, 7, 61],
        [31, 7, 61],
      ],
      attempts: answers('rest', '00000000'),
    },
    {
      title: 'eight half right',
      expected: [
        [38, 17, 62],
        [43, 15, 74],
        [43, 15, 74],
      ],
      attempts: answers('rest', 'hhhhhhhh'),
    },
    {
      title: 'eight right without guessing',
      expected: [
        [82, 68, 92],
        [66, 36, 90],
        [66, 36, 90],
      ],
      attempts: answers('rest', '11111111', { guess: 0 }),
    },
    {
      title: 'eight right, marked by oneself',
      expected: [
        [80, 65, 92],
        [66, 35, 89],
        [66, 35, 89],
      ],
      attempts: answers('rest', '11111111', { guess: 0, marking: 'self' }),
    },
    {
      title: 'eight right, all foundation',
      expected: [
        [71, 48, 89],
        [60, 29, 87],
        [60, 29, 87],
      ],
      attempts: answers('rest', '11111111', { level: 'foundation' }),
    },
    {
      title: 'eight right, all advanced',
      expected: [
        [84, 69, 94],
        [68, 37, 91],
        [68, 37, 91],
      ],
      attempts: answers('rest', '11111111', { level: 'advanced' }),
    },
    {
      title: 'mixed',
      expected: [
        [36, 14, 62],
        [49, 23, 75],
        [49, 20, 78],
      ],
      attempts: [...answers('rest', '0010'), ...answers('graphql', '1110'), ...answers('security', '1')],
    },
  ])('$title', ({ attempts, expected }) => {
    expect(rounded(attempts)).toEqual(expected);
  });

  it('says so when there are too few answers', () => {
    const state = masteryFrom(TOPICS, [...answers('rest', '1101'), ...answers('graphql', '110')]);
    const [rest, graphql, security] = topicMastery(state, NOW + DAY_MS);
    expect(rest).toMatchObject({ enough: true, answers: 4, misses: 1, lastSeen: NOW + 3 * 60_000 });
    expect(graphql).toMatchObject({ enough: false, answers: 3 });
    expect(security).toMatchObject({ enough: false, answers: 0 });
    expect(security).not.toHaveProperty('lastSeen');
  });

  it('becomes less sure, and less extreme, with time', () => {
    const state = masteryFrom(TOPICS, answers('rest', '11111111'));
    const later = [1, 30, 90, 365].map((days) => topicMastery(state, NOW + days * DAY_MS)[0]!);
    const widths = later.map(({ low, high }) => high - low);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    const chances = later.map(({ chance }) => chance);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
  });

  it('does not change within the day of the last answer, nor when asked about the past', () => {
    const state = masteryFrom(TOPICS, answers('rest', '1'));
    expect(topicMastery(state, NOW - DAY_MS)).toEqual(topicMastery(state, NOW));
  });
});

const anyAttempt = fc
  .record({
    item: fc.integer({ min: 0, max: 12 }),
    credit: fc.constantFrom(0, 0.5, 1),
    hour: fc.integer({ min: 0, max: 24 * 400 }),
    number: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ item, credit, hour, number }) =>
    attempt({
      id: `id-${number}`,
      item: `item-${item}`,
      topic: TOPICS[item % 3]!,
      credit,
      at: NOW + hour * 3_600_000,
    }),
  );

describe('nothing but the answers matters', () => {
  it('gives the same state in any order, twice, or merged from two machines', () => {
    const histories = fc
      .uniqueArray(anyAttempt, { selector: (a) => a.id, maxLength: 30 })
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.subarray(all),
          fc.subarray(all),
        ),
      );
    fc.assert(
      fc.property(histories, ([all, shuffled, one, two]) => {
        const state = masteryFrom(TOPICS, all);
        expect(masteryFrom(TOPICS, shuffled)).toEqual(state);
        expect(masteryFrom(TOPICS, [...two, ...shuffled, ...one])).toEqual(state);
      }),
      runs(100),
    );
  });

  it('gives the same whether answers arrive one by one or all at once', () => {
    const attempts = [...answers('rest', '0110'), ...answers('security', '1h0', { at: NOW + 9 * DAY_MS })];
    const stepwise = attempts.reduce(observe, noAnswers(TOPICS));
    expect(stepwise).toEqual(masteryFrom(TOPICS, attempts));
  });

  it('leaves the state before untouched', () => {
    const before = noAnswers(TOPICS);
    observe(before, attempt({ topic: 'rest' }));
    expect(before).toEqual(noAnswers(TOPICS));
  });

  it('ignores topics that are not in the bank', () => {
    expect(masteryFrom(TOPICS, [attempt({ topic: 'cooking' })])).toEqual(noAnswers(TOPICS));
  });
});
