// Keys about retries, deadlines and breakers: the calls made and counted, on a clock that the test moves.

import { expect, it } from 'vitest';
import { expectFigure, expectOrder, figures, readQuestion } from './question-key.js';

it('retry-layers-multiply: three layers that try three times', () => {
  const question = readQuestion('retry-layers-multiply', 'numeric');
  const attempts = Number(/up to (\d+) attempts/.exec(question.stem)?.[1]);
  let calls = 0;
  const database = () => {
    calls += 1;
    throw new Error('down');
  };
  const retrying = (below: () => never) => (): never => {
    for (let attempt = 1; attempt < attempts; attempt += 1) {
      try {
        below();
      } catch {
        // The next attempt follows.
      }
    }
    return below();
  };
  expect(retrying(retrying(retrying(database)))).toThrow('down');
  expectFigure(question, calls, attempts, 3 * attempts);
});

/** Time left of a budget on a clock that moves when work is done. */
function deadline(budget: number) {
  let clock = 0;
  return {
    work: (milliseconds: number) => {
      clock += milliseconds;
    },
    left: () => budget - clock,
  };
}

it('deadline-left-for-last-call: what has been spent and what is kept', () => {
  const question = readQuestion('deadline-left-for-last-call', 'numeric');
  const [budget = 0, token = 0, profile = 0, kept = 0] = figures(question);
  const caller = deadline(budget);
  caller.work(token);
  caller.work(profile);
  const timeout = caller.left() - kept;
  caller.work(timeout);
  caller.work(kept);
  expect(caller.left()).toBe(0);
  expectFigure(question, timeout, budget, budget - token - profile);
});

it('deadline-left-for-the-third-service: the timeout that travels on', () => {
  const question = readQuestion('deadline-left-for-the-third-service', 'numeric');
  const [checkout = 0, stock = 0] = figures(question);
  // The stem says two seconds.
  const app = deadline(2000);
  app.work(checkout);
  const sentToStock = deadline(app.left());
  sentToStock.work(stock);
  expectFigure(question, sentToStock.left(), 2000, 2000 - checkout, 2000 - stock);
});

it('order-breaker-trip-and-recovery: what a breaker goes through while its service fails and recovers', () => {
  const told: string[] = [];
  const tell = (event: string) => told.includes(event) || told.push(event);
  let now = 0;
  let failures = 0;
  let trials = 0;
  let openedAt: number | undefined;
  let reached = 0;
  const service = () => {
    reached += 1;
    if (now < 300) throw new Error('down');
  };
  /** Three failures open it for 400 seconds; two good trial calls close it. */
  const call = () => {
    if (openedAt !== undefined && now - openedAt < 400) return tell('open');
    const isTrial = openedAt !== undefined;
    if (isTrial) tell('wait-over');
    tell(isTrial ? 'half-open' : 'closed');
    try {
      service();
      trials += isTrial ? 1 : 0;
      if (isTrial && trials === 2) {
        openedAt = undefined;
        failures = 0;
        tell('recovered');
      }
    } catch {
      failures += 1;
      if (failures === 3) {
        tell('threshold');
        openedAt = now;
      }
    }
  };
  for (; now < 1000; now += 10) call();
  expect(reached).toBe(3 + (1000 - 20 - 400) / 10);
  expectOrder(readQuestion('order-breaker-trip-and-recovery', 'ordering'), told);
});

it('arrival-after-forty-minutes-down: the first attempt that finds the receiver up', () => {
  const question = readQuestion('arrival-after-forty-minutes-down', 'numeric');
  const unit: Record<string, number> = { second: 1, minute: 60, hour: 3600 };
  const spans = [...question.stem.matchAll(/(\d+) (second|minute|hour)s?\b/g)].map(
    ([, count, name]) => Number(count) * (unit[name as string] as number),
  );
  const down = spans.pop() as number;
  expect([spans, down]).toEqual([[5, 300, 1800, 7200], 2400]);
  let attempt = 0;
  for (const wait of spans) if (attempt < down) attempt += wait;
  expectFigure(question, attempt / 60, down / 60);
});

it('one-field-error-per-submission: a form that tells one mistake at a time', () => {
  const question = readQuestion('one-field-error-per-submission', 'numeric');
  const [mistakes = 0] = figures(question);
  const submissions = (toldAtOnce: number) => {
    const wrong = new Set(Array.from({ length: mistakes }, (_, index) => index));
    for (let count = 1; ; count += 1) {
      const told = [...wrong].slice(0, toldAtOnce);
      if (told.length === 0) return count;
      for (const field of told) wrong.delete(field);
    }
  };
  expectFigure(question, submissions(1), mistakes, submissions(mistakes));
});

it('empty-polls-per-hour: polls that find the status of the poll before', () => {
  const question = readQuestion('empty-polls-per-hour', 'numeric');
  const interval = Number(/every (\d+) seconds/.exec(question.stem)?.[1]);
  const changes = Number(/changes (\d+) times/.exec(question.stem)?.[1]);
  const moments = Array.from({ length: changes }, (_, index) => ((index + 0.5) * 3600) / changes);
  const status = (second: number) => moments.filter((moment) => moment <= second).length;
  let polls = 0;
  let empty = 0;
  for (let second = interval; second <= 3600; second += interval) {
    polls += 1;
    if (status(second) === status(second - interval)) empty += 1;
  }
  expectFigure(question, empty, polls, changes);
});

it('live-versions-at-once: versions published and switched off for twenty years', () => {
  const question = readQuestion('live-versions-at-once', 'numeric');
  const [every = 0, grace = 0] = figures(question);
  const live = (month: number) =>
    Array.from({ length: Math.floor(month / every) + 1 }, (_, version) => version * every).filter(
      (published) => month < published + every + grace,
    ).length;
  const later = new Set(Array.from({ length: 120 }, (_, index) => live(120 + index)));
  expect(later.size).toBe(1);
  expectFigure(question, live(240), grace / every);
});

it('semver-precedence-order: compared as section 11 of Semantic Versioning says', () => {
  const question = readQuestion('semver-precedence-order', 'ordering');
  const compareIdentifiers = (one: string, other: string) => {
    const numeric = [one, other].map((identifier) => /^\d+$/.test(identifier));
    if (numeric[0] && numeric[1]) return Number(one) - Number(other);
    if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
    return one < other ? -1 : Number(one > other);
  };
  const compare = (one: string, other: string) => {
    const [[core = '', pre], [otherCore = '', otherPre]] = [one, other].map((version) => version.split(/-(.*)/)) as [
      string[],
      string[],
    ];
    const numbers = core.split('.').map((part, index) => Number(part) - Number(otherCore.split('.')[index]));
    const byCore = numbers.find((difference) => difference !== 0);
    if (byCore !== undefined) return byCore;
    if (pre === undefined || otherPre === undefined) return Number(pre === undefined) - Number(otherPre === undefined);
    const [ones, others] = [pre.split('.'), otherPre.split('.')];
    const differing = ones.findIndex((identifier, index) => identifier !== others[index]);
    if (differing < 0) return ones.length - others.length;
    return differing >= others.length ? 1 : compareIdentifiers(ones[differing] as string, others[differing] as string);
  };
  const specified = ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2'];
  specified.push('1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '2.0.0', '2.1.0', '2.1.1');
  expect(specified.toReversed().sort(compare)).toEqual(specified);
  const versions = new Map(question.items.map(({ id, text }) => [text.replaceAll('`', ''), id]));
  const order = (sorted: readonly string[]) => sorted.map((version) => versions.get(version) as string);
  const asText = order([...versions.keys()].sort());
  const byRule = order([...versions.keys()].sort().sort(compare));
  expect(byRule).not.toEqual(asText);
  expectOrder(question, byRule);
});
