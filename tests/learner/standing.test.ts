// The fold gives, answer by answer, what the whole history gives at once.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, inOrder } from '../../src/learner/attempt.js';
import { masteryFrom, topicMastery } from '../../src/learner/mastery.js';
import { noStanding } from '../../src/learner/no-standing.js';
import { scheduleCards } from '../../src/learner/schedule.js';
import { foldAttempt } from '../../src/learner/standing.js';
import { runs } from '../support/thorough.js';
import { attempt, NOW } from './support.js';

const TOPICS = ['rest', 'graphql', 'security'];

const anyHistory = fc.array(
  fc.record({
    item: fc.constantFrom('a', 'b', 'c', 'd'),
    topic: fc.constantFrom(...TOPICS, 'gone'),
    credit: fc.constantFrom(0, 0.4, 1),
    hinted: fc.boolean(),
    countsForMastery: fc.boolean(),
    days: fc.integer({ min: 0, max: 200 }),
  }),
  { maxLength: 40 },
);

it('cards and mastery to the last bit, whatever the history', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const attempts = history.map(({ days, ...given }, index) =>
        attempt({ ...given, id: `a${index}`, at: NOW + days * DAY_MS }),
      );
      const standing = noStanding(TOPICS);
      for (const one of inOrder(attempts)) foldAttempt(standing, one);
      expect(standing.cards).toEqual(scheduleCards(attempts));
      const at = NOW + 300 * DAY_MS;
      expect(topicMastery(standing.mastery, at)).toEqual(topicMastery(masteryFrom(TOPICS, attempts), at));
    }),
    runs(100),
  );
});
