// The forgetting curve: FSRS-6's published figures, and the library's to the last bit.
import fc from 'fast-check';
import { forgetting_curve, fsrs } from 'ts-fsrs';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../src/learner/attempt.js';
import { FIRST_MISS_STABILITY, retrievability } from '../../src/learner/forgetting.js';
import { reviewAt } from '../../src/learner/schedule.js';
import { runs } from '../support/thorough.js';

const START = Date.UTC(2026, 0, 1);

it('gives the published forgetting curve', () => {
  const at = (days: number, stability: number) =>
    retrievability({ stability, lastReview: START }, START + days * DAY_MS);
  expect([0, 1, 2, 3].map((days) => at(days, 1))).toEqual([1, 0.9, 0.84588465, 0.8093881]);
  expect(at(8, 8.2956)).toBeCloseTo(0.9024733, 7);
});

it('forgets as ts-fsrs does, to the last bit', () => {
  const { w } = fsrs().parameters;
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 36_500 }),
      fc.integer({ min: 0, max: 4000 * DAY_MS }),
      (stability, ms) => {
        expect(retrievability({ stability, lastReview: START }, START + ms)).toBe(
          forgetting_curve(w, ms / DAY_MS, stability),
        );
      },
    ),
    runs(100),
  );
});

it('knows what the library leaves of a first miss', () => {
  const card = reviewAt(undefined, { item: 'a', concept: 'c', topic: 't' }, 'again', START);
  expect(card.stability).toBe(FIRST_MISS_STABILITY);
});
