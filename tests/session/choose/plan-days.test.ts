// The plan to a date: it keeps to the minutes, says what practice will ask today and what cannot be reached, and always comes out the same.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/learner/attempt.js';
import type { Learnt } from '../../../src/session/choose/candidates.js';
import { chooseEntries } from '../../../src/session/choose/choose-entries.js';
import { type PlanRequest, planDays } from '../../../src/session/choose/plan-days.js';
import { runs } from '../../support/thorough.js';
import { anyBank, card, entries, NOW, topicsOf } from '../arbitrary-entries.js';

const REQUEST: PlanRequest = {
  now: NOW,
  interview: NOW + 10 * DAY_MS,
  minutesPerDay: 20,
  level: null,
  openShare: 0.2,
  seed: 7,
  shares: new Map(),
};
const NOTHING: Learnt = { cards: new Map(), abilities: new Map() };
const topicsWith = (bank: ReturnType<typeof entries>, learnt: Learnt, chance: number) =>
  [...new Set(topicsOf(bank))].map((topic) => ({
    topic,
    chance,
    unseen: bank.filter((one) => one.topic === topic && !learnt.cards.has(one.key)).length,
  }));

describe('the days', () => {
  it('are as many as are left, none when the interview is over', () => {
    const bank = entries({ a: 5 });
    const plan = (interview: number) =>
      planDays(bank, NOTHING, topicsWith(bank, NOTHING, 0.5), { ...REQUEST, interview }).days.length;
    expect([NOW + 10 * DAY_MS, NOW + 1, NOW, NOW - DAY_MS].map(plan)).toEqual([10, 1, 0, 0]);
  });

  it('keep to the minutes, and every new item is met once', () => {
    fc.assert(
      fc.property(
        anyBank,
        fc.integer({ min: 0, max: 40 }),
        fc.nat(),
        ({ bank, learnt }, minutesPerDay, seed) => {
          const topics = topicsWith(bank, learnt, 0.5);
          const plan = planDays(bank, learnt, topics, { ...REQUEST, minutesPerDay, seed });
          for (const day of plan.days) {
            expect(day.minutes).toBeLessThanOrEqual(minutesPerDay);
            expect(day.reviews + day.newItems).toBe(day.items.length);
          }
          const met = new Set(
            plan.days.flatMap(({ items }) => items).filter((item) => !learnt.cards.has(item)),
          );
          expect(plan.days.reduce((sum, day) => sum + day.newItems, 0)).toBe(met.size);
          expect(met.size + plan.unseenLeft).toBe(topics.reduce((sum, { unseen }) => sum + unseen, 0));
        },
      ),
      runs(60),
    );
  });

  it('begin with what practice asks by the same seed', () => {
    fc.assert(
      fc.property(anyBank, fc.nat(), ({ bank, learnt }, seed) => {
        const request = { ...REQUEST, seed };
        const today = planDays(bank, learnt, topicsWith(bank, learnt, 0.5), request).days[0]?.items ?? [];
        const asked = chooseEntries(bank, learnt, { ...request, count: 10, only: null }).map(
          ({ key }) => key,
        );
        expect(today.slice(0, asked.length)).toEqual(asked.slice(0, today.length));
      }),
      runs(60),
    );
  });

  it('are the same for the same seed', () => {
    const bank = entries({ a: 20, b: 20 });
    const plan = () => planDays(bank, NOTHING, topicsWith(bank, NOTHING, 0.3), REQUEST);
    expect(plan()).toEqual(plan());
  });

  it('hold more reviews as the interview comes near', () => {
    const bank = entries({ a: 60, b: 60 });
    const { days } = planDays(bank, NOTHING, topicsWith(bank, NOTHING, 0.3), REQUEST);
    expect(days[0]?.reviews).toBe(0);
    expect(days.at(-1)!.reviews).toBeGreaterThan(days[1]!.reviews);
  });
});

describe('what cannot be reached', () => {
  it('is said: a bank too large for the time', () => {
    const bank = entries({ a: 200, b: 200 });
    const plan = planDays(bank, NOTHING, topicsWith(bank, NOTHING, 0.2), {
      ...REQUEST,
      interview: NOW + 2 * DAY_MS,
    });
    expect(plan.unseenLeft).toBeGreaterThan(340);
    expect([...plan.outOfReach].sort()).toEqual(['a', 'b']);
  });

  it('is nothing where the topics are known', () => {
    const bank = entries({ a: 5 });
    const cards = new Map(bank.map((one) => [one.key, { ...card(one, 0, false), knownLogOdds: 5 }]));
    const plan = planDays(bank, { ...NOTHING, cards }, [{ topic: 'a', unseen: 0, chance: 0.9 }], REQUEST);
    expect(plan.outOfReach).toEqual([]);
  });
});
