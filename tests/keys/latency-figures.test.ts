// Keys about what latency figures hide: means, percentiles and closed load loops, simulated request by request.

import { expect, it } from 'vitest';
import { expectChosen, expectFigure, figures, readQuestion } from './question-key.js';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const ascending = (values: readonly number[]) => values.toSorted((one, other) => one - other);
const quantile = (values: readonly number[], share: number) =>
  ascending(values)[Math.ceil(share * values.length) - 1] as number;
const repeated = (count: number, value: number) => new Array<number>(count).fill(value);

it('what-a-mean-of-180-ms-says: three weeks with the same mean', () => {
  const question = readQuestion('what-a-mean-of-180-ms-says', 'single-choice');
  const [goal = 0, told = 0] = figures(question);
  const weeks = [
    repeated(100, told),
    [...repeated(95, 100), ...repeated(5, 1700)],
    [...repeated(950, 120), ...repeated(49, 300), 51_300],
  ];
  expect(weeks.map(mean)).toEqual([told, told, told]);
  const slowest = weeks.map((week) => ascending(week).slice(-week.length / 20));
  const always = (holds: (tail: number[], week: number[]) => boolean) =>
    slowest.every((tail, index) => holds(tail, weeks[index] as number[]));
  expectChosen(question, {
    nothing: new Set(slowest.map((tail) => Math.max(...tail))).size > 1,
    fine: always((tail) => Math.max(...tail) < goal),
    double: always((tail) => Math.max(...tail) <= 2 * told),
    half: always((_tail, week) => quantile(week, 0.5) > told),
  });
});

it('averaging-p99-of-pods: which figure is the p99 of all requests', () => {
  const question = readQuestion('averaging-p99-of-pods', 'single-choice');
  const pods = Array.from({ length: 8 }, (_, pod) =>
    Array.from({ length: 200 * (pod + 1) ** 2 }, (_, index) => 20 + 5 * pod + ((index * 7919) % 1000) / (pod + 1)),
  );
  const whole = quantile(pods.flat(), 0.99);
  const single = pods.map((pod) => quantile(pod, 0.99));
  const weighted = single.reduce((sum, value, pod) => sum + value * (pods[pod] as number[]).length, 0);
  const width = 10;
  const buckets = new Map<number, number>();
  for (const value of pods.flat()) {
    const upper = Math.ceil(value / width) * width;
    buckets.set(upper, (buckets.get(upper) ?? 0) + 1);
  }
  let counted = 0;
  const fromBuckets = [...buckets.keys()]
    .sort((one, other) => one - other)
    .find((upper) => {
      counted += buckets.get(upper) as number;
      return counted >= 0.99 * pods.flat().length;
    });
  const isRight = (value: number) => Math.abs(value - whole) <= width;
  expectChosen(question, {
    histogram: isRight(fromBuckets as number),
    weighted: isRight(weighted / pods.flat().length),
    maximum: isRight(Math.max(...single)),
    median: isRight(quantile(single, 0.5)),
  });
});

/** Users who send again as soon as they are answered: the waits, by the moment of sending. */
function closedLoop(users: number, seconds: number, answerAt: (sentAt: number) => number): number[] {
  const waits: number[] = [];
  for (let user = 0; user < users; user += 1) {
    for (let now = 0; now < seconds * 1000; ) {
      const answered = answerAt(now);
      if (answered <= seconds * 1000) waits.push(answered - now);
      now = answered;
    }
  }
  return waits;
}

it('request-rate-of-waiting-users: a closed loop when the answers slow down', () => {
  const question = readQuestion('request-rate-of-waiting-users', 'numeric');
  const [users = 0, quick = 0, told = 0, slow = 0] = figures(question);
  const rate = (wait: number) => closedLoop(users, 80, (sentAt) => sentAt + wait).length / 80;
  expect(rate(quick)).toBe(told);
  expectFigure(question, rate(slow), rate(quick));
});

it('stall-missing-from-the-p99: a freeze under waiting users and under steady arrivals', () => {
  const question = readQuestion('stall-missing-from-the-p99', 'single-choice');
  const users = Number(/with (\d+) virtual users/.exec(question.stem)?.[1]);
  const normal = Number(/after (\d+) ms/.exec(question.stem)?.[1]);
  const freeze = Number(/freezes for (\d+) seconds/.exec(question.stem)?.[1]) * 1000;
  const start = 300_000;
  // A request that is under way when the freeze begins, or comes during it, is answered after it.
  const answerAt = (sentAt: number) => {
    const free = sentAt + normal;
    return free <= start || sentAt >= start + freeze ? free : start + freeze + normal;
  };
  const waiting = closedLoop(users, 600, answerAt);
  const slowCount = waiting.filter((wait) => wait > 1000).length;
  const p99IsSlow = (slow: number, all: number) => slow > all / 100;
  const arrivals = Array.from({ length: 60_000 }, (_, index) => index * 10);
  const arrivedSlow = arrivals.filter((sentAt) => answerAt(sentAt) - sentAt > 1000).length;
  expect([slowCount, p99IsSlow(slowCount, waiting.length)]).toEqual([users, false]);
  expectChosen(question, {
    waiting: p99IsSlow(arrivedSlow, arrivals.length),
    'cut-off': !p99IsSlow(arrivedSlow, arrivals.length),
    interval: Math.max(...new Set(waiting)) < freeze,
    errors: slowCount < users,
  });
});
