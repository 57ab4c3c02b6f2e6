// The one walk of reports gives what the walks of the learner model give.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt } from '../../src/learner/attempt.js';
import { masteryEvidence } from '../../src/learner/evidence.js';
import { replayAttempts } from '../../src/learner/replay.js';
import { scheduleCards } from '../../src/learner/schedule.js';
import { runs } from '../support/thorough.js';

const attempts = fc.array(
  fc.record({
    id: fc.uuid(),
    item: fc.constantFrom('a', 'b', 'c'),
    concept: fc.constant('x'),
    topic: fc.constantFrom('t', 'u'),
    level: fc.constantFrom('foundation', 'intermediate', 'advanced'),
    guess: fc.constantFrom(0, 0.25, 0.5),
    marking: fc.constantFrom('auto', 'self'),
    credit: fc.constantFrom(0, 0.4, 0.7, 1),
    hinted: fc.boolean(),
    at: fc.integer({ min: 1.7e12, max: 1.8e12 }),
    countsForMastery: fc.boolean(),
  }),
  { maxLength: 40 },
) as fc.Arbitrary<Attempt[]>;

test('same cards, same evidence, in any order', () => {
  fc.assert(
    fc.property(attempts, (given) => {
      const { cards, counted } = replayAttempts([...given].reverse());
      expect(cards).toEqual(scheduleCards(given));
      expect(counted).toEqual(masteryEvidence(given));
    }),
    runs(100),
  );
});

test('repeats tell how long ago, what was expected and what came of it', () => {
  const at = Date.UTC(2026, 10, 1);
  const first: Attempt = {
    id: '1',
    item: 'a',
    concept: 'x',
    topic: 't',
    level: 'intermediate',
    guess: 0,
    marking: 'auto',
    credit: 1,
    hinted: false,
    at,
  };
  const { repeats } = replayAttempts([
    first,
    { ...first, id: '2', at: at + 3_600_000 },
    { ...first, id: '3', credit: 0, at: at + 86_400_000 * 5 },
  ]);
  expect(repeats).toHaveLength(1);
  expect(repeats[0]).toMatchObject({ topic: 't', remembered: false });
  expect(repeats[0]?.days).toBeCloseTo(5 - 1 / 24, 6);
  expect(repeats[0]?.expected).toBeGreaterThan(0.8);
});
