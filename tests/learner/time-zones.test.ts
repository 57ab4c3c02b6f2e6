// The same history gives the same figures wherever the machine stands, whatever its clocks do in spring and autumn.
import { afterAll, describe, expect, it } from 'vitest';
import { type Attempt, DAY_MS } from '../../src/learner/attempt.js';
import { masteryFrom, topicMastery } from '../../src/learner/mastery.js';
import { randomStream } from '../../src/learner/random.js';
import { scheduleCards } from '../../src/learner/schedule.js';
import { planDays } from '../../src/session/choose/plan-days.js';
import { entries } from '../session/arbitrary-entries.js';
import { THOROUGH } from '../support/thorough.js';
import { attempt } from './support.js';

const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];

/** Hours around which clocks change in 2026: US, EU, Lord Howe (half an hour), and back. */
const CHANGES = [
  '2026-03-08T07:00Z',
  '2026-03-29T01:00Z',
  '2026-04-04T15:00Z',
  '2026-10-03T15:30Z',
  '2026-10-25T01:00Z',
  '2026-11-01T06:00Z',
];

const TOPICS = ['rest', 'graphql', 'security'];
const home = process.env.TZ;

function randomHistory(seed: number): Attempt[] {
  const next = randomStream(seed);
  const change = Date.parse(CHANGES[seed % CHANGES.length]!);
  return Array.from({ length: 8 }, (_, i) =>
    attempt({
      id: `${seed}-${i}`,
      item: `item-${Math.floor(next() * 3)}`,
      topic: TOPICS[Math.floor(next() * 3)]!,
      credit: next() < 0.6 ? 1 : 0,
      at: change + Math.floor((next() - 0.5) * 6 * DAY_MS),
    }),
  );
}

/** Everything this folder computes of a history, as text. */
function figures(seed: number): string {
  const attempts = randomHistory(seed);
  const now = Date.parse(CHANGES[seed % CHANGES.length]!) + 4 * DAY_MS;
  const mastery = topicMastery(masteryFrom(TOPICS, attempts), now);
  const cards = [...scheduleCards(attempts).values()];
  if (seed % 50 !== 0) return JSON.stringify({ cards, mastery });
  const topics = mastery.map(({ topic, chance }) => ({ topic, chance, unseen: 5 }));
  return JSON.stringify({
    cards,
    mastery,
    plan: planDays(
      entries({ rest: 5, graphql: 5, security: 5 }),
      { cards: new Map(cards.map((card) => [card.item, card])), abilities: new Map() },
      topics,
      {
        now,
        interview: now + 5 * DAY_MS,
        minutesPerDay: 20,
        level: null,
        openShare: 0.2,
        seed,
        shares: new Map(),
      },
    ),
  });
}

/** Each change of the clocks comes up many times at hand, too. */
const HISTORIES = THOROUGH ? 300 : 100;

describe(`${HISTORIES} random histories around the changes of the clocks`, () => {
  afterAll(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  it('give the same cards, mastery and plan in six time zones', () => {
    const offsets = new Set<number>();
    const perZone = ZONES.map((zone) => {
      process.env.TZ = zone;
      offsets.add(new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset());
      return Array.from({ length: HISTORIES }, (_, seed) => figures(seed));
    });
    // Without this the test would pass in a runtime that ignores TZ.
    expect(offsets.size).toBe(ZONES.length);
    for (const zone of perZone) expect(zone).toEqual(perZone[0]);
  });
});
