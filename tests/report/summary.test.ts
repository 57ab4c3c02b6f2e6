// The figures themselves, by hand where a hand can do it.

import { describe, expect, test } from 'vitest';
import { masteryFrom, topicMastery } from '../../src/learner/mastery.js';
import { tallyDays } from '../../src/report/days.js';
import { renderJson } from '../../src/report/render-json.js';
import { NO_FILTERS } from '../../src/report/source.js';
import { summarise } from '../../src/report/summary.js';
import { weekSpans } from '../../src/report/weeks.js';
import { attemptsFrom } from '../../src/session/attempts.js';
import { singleChoice } from '../support/questions.js';
import {
  allRightSource,
  answerTo,
  dayOf,
  emptySource,
  fixedSource,
  NOW,
  oneAnswerSource,
  sourceWith,
} from './sample-history.js';

const DAY_MS = 86_400_000;

describe('mastery', () => {
  test('is that of the learner model over the whole history', () => {
    const source = fixedSource();
    const keys = new Map(source.bank.entries.map((entry) => [entry.key, entry.keyHash]));
    const state = masteryFrom(
      source.bank.topics.map(({ slug }) => slug),
      attemptsFrom(source.answers, (item) => keys.get(item)),
    );
    const expected = new Map(topicMastery(state, NOW).map((topic) => [topic.topic, topic]));
    for (const { topic, chance, low, high, counted } of summarise(source).topics) {
      const { chance: other, low: otherLow, high: otherHigh, answers } = expected.get(topic) ?? expect.fail();
      expect([chance, low, high, counted]).toEqual([other, otherLow, otherHigh, answers]);
    }
  });

  test('an answer before the span is still a first attempt: the repeat in the span does not become one', () => {
    const question = { ...singleChoice(), id: 'seen-before', topic: 'graphql' };
    const answers = [
      answerTo(question, { response: 'wrong-1', at: NOW - 3 * DAY_MS }),
      answerTo(question, { response: 'right', at: NOW - DAY_MS }),
    ];
    const { topics, scope } = summarise(
      sourceWith([question], answers, { filters: { ...NO_FILTERS, since: NOW - 2 * DAY_MS } }),
    );
    expect(scope.answers).toBe(1);
    expect(topics.find(({ topic }) => topic === 'graphql')?.counted).toBe(0);
  });

  test('a topic filter shows fewer topics with the same figures', () => {
    const all = summarise(fixedSource());
    const one = summarise(fixedSource({ filters: { ...NO_FILTERS, topics: ['graphql'] } }));
    expect(one.topics).toEqual(all.topics.filter(({ topic }) => topic === 'graphql'));
    expect(one.scope.answers).toBe(one.topics[0]?.answers);
  });

  test("readiness lies between the topics, and its interval around it; it is narrower than a topic's", () => {
    const { readiness, topics } = summarise(fixedSource());
    const chances = topics.map(({ chance }) => chance);
    expect(readiness.chance).toBeGreaterThan(Math.min(...chances));
    expect(readiness.chance).toBeLessThan(Math.max(...chances));
    expect(readiness.low).toBeLessThan(readiness.chance);
    expect(readiness.high).toBeGreaterThan(readiness.chance);
    for (const { low, high } of topics) expect(readiness.high - readiness.low).toBeLessThan(high - low);
  });
});

describe('change', () => {
  test('is null at the beginning, since a week ago later on, since the last report when there was one', () => {
    expect(summarise(oneAnswerSource()).change).toBeNull();
    expect(summarise(fixedSource()).change).toMatchObject({
      comparedWith: 'a-week-ago',
      sinceDay: '2026-11-13',
    });
    expect(summarise(fixedSource({ lastReport: NOW - 20 * DAY_MS })).change).toMatchObject({
      comparedWith: 'last-report',
      sinceDay: '2026-10-31',
    });
  });

  test('starts from what the report of that time said', () => {
    const then = NOW - 20 * DAY_MS;
    expect(summarise(fixedSource({ lastReport: then })).change?.readinessBefore).toBeCloseTo(
      summarise(fixedSource({ now: then })).readiness.chance,
      12,
    );
  });
});

test('the study list: last missed, the most points at stake first', () => {
  const { missed, missedCount } = summarise(fixedSource());
  expect(missed).toHaveLength(missedCount);
  const payoffs = missed.map(({ payoff }) => payoff);
  expect(payoffs).toEqual([...payoffs].sort((a, b) => b - a));
  expect(missed.every(({ credit }) => credit < 0.6)).toBe(true);
  expect(summarise(allRightSource()).missed).toEqual([]);
});

test('a question answered right since is no longer missed; one missed again is', () => {
  const question = { ...singleChoice(), id: 'again', topic: 'graphql' };
  const [wrong, right] = ['wrong-1', 'right'];
  const missedAfter = (...responses: string[]) =>
    summarise(
      sourceWith(
        [question],
        responses.map((response, index) => answerTo(question, { response, at: NOW - DAY_MS + index })),
      ),
    ).missed;
  expect(missedAfter(wrong as string, right as string)).toEqual([]);
  expect(missedAfter(right as string, wrong as string)).toMatchObject([
    { asked: 2, misses: 1, answered: 'Option wrong-1', right: 'Option right', why: 'Why wrong-1 is wrong.' },
  ]);
});

test('weeks: from the first answer to now without holes, Monday first', () => {
  const question = singleChoice();
  const answers = [
    answerTo(question, { response: 'right', at: Date.UTC(2026, 9, 25, 23) }),
    answerTo(question, { response: 'right', at: Date.UTC(2026, 10, 9) }),
  ];
  expect(
    weekSpans(tallyDays(answers, dayOf), NOW, dayOf).map(({ week, answers: count }) => `${week} ${count}`),
  ).toEqual(['2026-10-19 1', '2026-10-26 0', '2026-11-02 0', '2026-11-09 1', '2026-11-16 0']);
});

test('calibration: rows of ten or more only, the Brier score of all', () => {
  const question = singleChoice();
  const stated = (count: number, confidence: 'sure' | 'likely', response: string, from: number) =>
    Array.from({ length: count }, (_, index) =>
      answerTo(question, { response, at: from + index, change: { confidence } }),
    );
  const { calibration } = summarise(
    sourceWith(
      [question],
      [...stated(10, 'sure', 'right', NOW - 1000), ...stated(5, 'likely', 'wrong-1', NOW - 500)],
    ),
  );
  expect(calibration?.rows).toEqual([{ stated: 'sure', statedChance: 0.9, answers: 10, right: 1 }]);
  expect(calibration?.brier).toBeCloseTo((10 * 0.01 + 5 * 0.5625) / 15, 12);
});

test('overrides, regrades, changed keys and flags are told', () => {
  const question = singleChoice();
  const at = NOW - DAY_MS;
  const answers = [
    answerTo(question, { response: 'wrong-1', at, change: { overridden: true, effectiveCredit: 1 } }),
    answerTo(question, { response: 'wrong-1', at: at + 1, change: { regraded: true } }),
    answerTo(question, { response: 'right', at: at + 2, change: { effectiveKeyHash: 'f'.repeat(16) } }),
  ];
  expect(summarise(sourceWith([question], answers)).corrections).toEqual({
    overridden: 1,
    creditAdded: 1,
    regraded: 1,
    outdated: 1,
    flags: [],
  });
});

test('times are medians; untouched expiries are no answers', () => {
  const question = singleChoice();
  const answers = [10, 20, 90].map((seconds, index) =>
    answerTo(question, {
      response: index === 1 ? 'wrong-1' : 'right',
      at: NOW - 1000 + index,
      change: { elapsedMs: seconds * 1000 },
    }),
  );
  const expired = answerTo(question, {
    response: null,
    at: NOW - 2000,
    change: { outcome: 'expired', elapsedMs: 60_000 },
  });
  const { time, scope } = summarise(sourceWith([question], [expired, ...answers]));
  expect(scope.answers).toBe(3);
  expect(time).toEqual({ totalMs: 120_000, medianMs: 20_000, medianRightMs: 50_000, medianMissedMs: 20_000 });
});

test('nothing of the machine is in a report', () => {
  const text = renderJson(summarise(fixedSource()));
  expect(text).not.toMatch(/\/home|\/tmp|\/Users|root@|machine/);
});

test('an empty history has no figures to be proud of', () => {
  const { readiness, topics, missed, trend, activity, calibration, change } = summarise(emptySource());
  expect(readiness.enough).toBe(false);
  expect(topics.every(({ enough }) => !enough)).toBe(true);
  expect([missed, trend, activity, calibration, change]).toEqual([[], [], [], null, null]);
});
