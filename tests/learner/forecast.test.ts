// What is remembered on a day: unseen items and missed ones are not, until they are right once.
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/learner/attempt.js';
import { forecast, rememberedShare } from '../../src/learner/forecast.js';
import { retrievability } from '../../src/learner/forgetting.js';
import { type Card, scheduleCards } from '../../src/learner/schedule.js';
import { attempt, NOW } from './support.js';

const in10Days = NOW + 10 * DAY_MS;

function cardsOf(topic: string, count: number, daysAgo: number, credit = 1): Card[] {
  const attempts = Array.from({ length: count }, (_, i) =>
    attempt({ item: `${topic}-${i}`, topic, credit, at: NOW - daysAgo * DAY_MS }),
  );
  return [...scheduleCards(attempts).values()];
}

describe('the forecast', () => {
  it('counts an unseen item as not remembered, but as ready as any new one of its topic', () => {
    const { topics, overall } = forecast({
      topics: [{ topic: 'a', unseen: 4, chance: 0.25 }],
      before: [],
      after: [],
      now: NOW,
      day: in10Days,
    });
    expect(topics[0]!.remembered).toEqual({ today: 0, withPlan: 0, withoutPlan: 0 });
    expect(topics[0]!.ready).toEqual({ today: 0.25, withPlan: 0.25, withoutPlan: 0.25 });
    expect(overall).toMatchObject({ items: 4, unseenLeft: 4 });
  });

  it('is the mean retrievability on the day where everything has been seen', () => {
    const cards = cardsOf('a', 3, 2);
    const { topics } = forecast({
      topics: [{ topic: 'a', unseen: 0, chance: 0 }],
      before: cards,
      after: cards,
      now: NOW,
      day: in10Days,
    });
    expect(topics[0]!.remembered.withoutPlan).toBeCloseTo(retrievability(cards[0]!, in10Days), 12);
    expect(topics[0]!.remembered.today).toBeCloseTo(retrievability(cards[0]!, NOW), 12);
  });

  it('of an empty bank is 0, not NaN', () => {
    const { overall } = forecast({ topics: [], before: [], after: [], now: NOW, day: in10Days });
    expect(overall).toMatchObject({ items: 0, ready: { today: 0, withPlan: 0, withoutPlan: 0 } });
  });

  it('counts what was missed as not remembered until it is right once', () => {
    const missed = cardsOf('a', 10, 0, 0);
    expect(rememberedShare(missed, 10, NOW)).toBe(0);
    const attempts = [0, 0, 1].map((credit, i) => attempt({ item: 'x', credit, at: NOW + i * DAY_MS }));
    const share = (answers: number) =>
      rememberedShare([...scheduleCards(attempts.slice(0, answers)).values()], 1, NOW + 2 * DAY_MS);
    expect([1, 2, 3].map(share)).toEqual([0, 0, 1]);
  });
});
