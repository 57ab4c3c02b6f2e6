// Which attempts count for mastery.
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/learner/attempt.js';
import { masteryEvidence } from '../../src/learner/evidence.js';
import { masteryFrom, topicMastery } from '../../src/learner/mastery.js';
import { attempt, NOW } from './support.js';

const TOPICS = ['rest', 'graphql', 'security'];

describe('which attempts count', () => {
  it('counts the first attempt at each item and no repeat of the weeks after', () => {
    const first = attempt({ item: 'a', credit: 0 });
    const repeats = [1, 2, 3, 10].map((day) => attempt({ item: 'a', credit: 1, at: NOW + day * DAY_MS }));
    expect(masteryEvidence([...repeats, first])).toEqual([first]);
  });

  it('counts an item again when it has been forgotten, remembering being one more way to guess', () => {
    const first = attempt({ item: 'a', credit: 1 });
    const late = attempt({ item: 'a', credit: 1, at: NOW + 400 * DAY_MS });
    const [, counted] = masteryEvidence([first, late]);
    expect(counted!.id).toBe(late.id);
    // Retrievability .4527 after 400 days at stability 2.3065: .25 + .75 * .4527.
    expect(counted!.guess).toBeCloseTo(0.59, 2);
    expect(masteryEvidence([first, { ...late, at: NOW + 30 * DAY_MS }])).toHaveLength(1);
  });

  it('does not count an answer to a changed key, yet the item is no longer new', () => {
    const before = attempt({ item: 'a', countsForMastery: false });
    const after = attempt({ item: 'a', at: NOW + DAY_MS });
    expect(masteryEvidence([before, after])).toEqual([]);
  });

  it('is not fooled by drilling: six items missed, then all right for three sittings, still look weak', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    const missed = items.map((item) => attempt({ item, topic: 'rest', credit: 0 }));
    const drilled = [1, 2, 3].flatMap((day) =>
      items.map((item) => attempt({ item, topic: 'rest', credit: 1, at: NOW + day * DAY_MS })),
    );
    const then = NOW + 4 * DAY_MS;
    const [rest] = topicMastery(masteryFrom(TOPICS, [...missed, ...drilled]), then);
    const [untouched] = topicMastery(masteryFrom(TOPICS, missed), then);
    expect(rest!.chance).toBe(untouched!.chance);
    expect(rest).toMatchObject({ answers: 6, misses: 6 });
  });
});
