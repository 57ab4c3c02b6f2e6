// The plan to a date: it keeps to the minutes, helps, says what it cannot reach, and always comes out the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/learner/attempt.js';
import { forecast } from '../../src/learner/forecast.js';
import { planUntil } from '../../src/learner/plan.js';
import { type Card, retrievability, scheduleCards } from '../../src/learner/schedule.js';
import { attempt, NOW } from './support.js';

const in10Days = NOW + 10 * DAY_MS;

function cardsOf(topic: string, count: number, daysAgo: number, credit = 1): Card[] {
  const attempts = Array.from({ length: count }, (_, i) =>
    attempt({ item: `${topic}-${i}`, topic, credit, at: NOW - daysAgo * DAY_MS }),
  );
  return [...scheduleCards(attempts).values()];
}

describe('the days', () => {
  it('are as many as are left, none when the interview is over', () => {
    const plan = (interview: number) =>
      planUntil({ cards: [], topics: [{ topic: 'a', unseen: 50, chance: 0.5 }], now: NOW, interview }).days
        .length;
    expect([in10Days, NOW + 1, NOW, NOW - DAY_MS].map(plan)).toEqual([10, 1, 0, 0]);
  });

  it('keep to the minutes, and use them while there is something to do', () => {
    const situation = fc.record({
      seen: fc.integer({ min: 0, max: 40 }),
      daysAgo: fc.integer({ min: 0, max: 60 }),
      unseen: fc.integer({ min: 0, max: 60 }),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      minutesPerDay: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(situation, ({ seen, daysAgo, unseen, chance, minutesPerDay }) => {
        const cards = cardsOf('a', seen, daysAgo);
        const plan = planUntil({
          cards,
          topics: [{ topic: 'a', unseen, chance }],
          now: NOW,
          interview: in10Days,
          minutesPerDay,
        });
        const fresh = plan.days.reduce((sum, day) => sum + day.newItems, 0);
        for (const day of plan.days) {
          expect(day.minutes).toBeLessThanOrEqual(minutesPerDay);
          expect(day.minutes).toBeCloseTo((45 * day.reviews + 90 * day.newItems) / 60, 9);
          expect(day.reviewItems.length).toBeLessThanOrEqual(day.reviews);
        }
        expect(plan.days[0]!.reviewItems).toHaveLength(plan.days[0]!.reviews);
        expect(fresh + plan.unseenLeft).toBe(unseen);
        expect(plan.overall.remembered.withPlan).toBeGreaterThanOrEqual(
          plan.overall.remembered.withoutPlan - 0.02,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('see new items of the weaker topic first', () => {
    const topics = [
      { topic: 'strong', unseen: 20, chance: 0.9 },
      { topic: 'weak', unseen: 20, chance: 0.2 },
    ];
    const [day] = planUntil({ cards: [], topics, now: NOW, interview: in10Days }).days;
    expect([...day!.newByTopic.keys()]).toEqual(['weak']);
  });

  it('are the same for the cards in any order', () => {
    const cards = [...cardsOf('a', 10, 5), ...cardsOf('b', 10, 20, 0)];
    const topics = ['a', 'b'].map((topic) => ({ topic, unseen: 5, chance: 0.5 }));
    const plan = (given: Card[]) => planUntil({ cards: given, topics, now: NOW, interview: in10Days });
    expect(plan([...cards].reverse()).days).toEqual(plan(cards).days);
  });
});

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
});

describe('what cannot be reached', () => {
  it('is said: a bank too large for the time', () => {
    const topics = ['a', 'b'].map((topic) => ({ topic, unseen: 200, chance: 0.2 }));
    const plan = planUntil({ cards: [], topics, now: NOW, interview: NOW + 2 * DAY_MS });
    expect(plan.unseenLeft).toBe(400 - 2 * 13);
    expect([...plan.outOfReach].sort()).toEqual(['a', 'b']);
  });

  it('is nothing where the topics are known', () => {
    const plan = planUntil({
      cards: cardsOf('a', 5, 1),
      topics: [{ topic: 'a', unseen: 0, chance: 0.9 }],
      now: NOW,
      interview: in10Days,
    });
    expect(plan.outOfReach).toEqual([]);
  });
});
