// Keys about limits, retries, deadlines and versions: run step by step on a clock that the test moves.

import { expect, it } from 'vitest';
import {
  codeBlock,
  expectChosen,
  expectFigure,
  expectOrder,
  expectTruth,
  figures,
  readQuestion,
  runCode,
} from './question-key.js';

interface Bucket {
  tokens: number;
  last: number;
}
type Allow = (bucket: Bucket, nowSeconds: number) => boolean;

/** A token bucket that starts full. */
function tokenBucket(rate: number, size: number): (nowSeconds: number) => boolean {
  let tokens = size;
  let last = 0;
  return (now) => {
    tokens = Math.min(size, tokens + (now - last) * rate);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, i) => make(i));
const admitted = (answers: readonly boolean[]) => answers.filter(Boolean).length;

it('token-bucket-idle-burst: a minute of silence, then a burst', () => {
  const question = readQuestion('token-bucket-idle-burst', 'numeric');
  const [size = 0, rate = 0, burst = 0] = figures(question);
  const allow = tokenBucket(rate, size);
  expectFigure(question, admitted(times(burst, () => allow(60))), burst, rate, rate * 60);
});

it('token-bucket-spacing-claim: how many pass at the same instant', () => {
  const question = readQuestion('token-bucket-spacing-claim', 'true-false');
  const [size = 0] = figures(question);
  const allow = tokenBucket(5, size);
  const together = admitted(times(2 * size, () => allow(60)));
  expect(together).toBe(size);
  expectTruth(question, together <= 1);
});

it('token-bucket-code-review: the function of the stem, after an idle hour and under polling', async () => {
  const question = readQuestion('token-bucket-code-review', 'single-choice');
  const code = `${codeBlock(question)}\nreturn { allow, RATE, SIZE };`;
  const { allow, RATE, SIZE } = (await runCode(code, {})) as { allow: Allow; RATE: number; SIZE: number };
  const afterIdle = (seconds: number, start: Bucket) =>
    admitted(times(50 * SIZE, () => allow(start, seconds)));
  const polled = (perSecond: number) => {
    const bucket = { tokens: 0, last: 0 };
    return admitted(times(10 * perSecond, (index) => allow(bucket, (index + 1) / perSecond)));
  };
  const lastToken = { tokens: 1, last: 0 };
  expectChosen(question, {
    'no-cap': afterIdle(3600, { tokens: SIZE, last: 0 }) > SIZE,
    timer: afterIdle(1, { tokens: 0, last: 0 }) !== RATE,
    // Steps of 1/8 and 1/64 second are exact in binary, so no rounding gets in the way.
    'lost-refill': polled(64) !== polled(8),
    'shared-token': admitted([allow(lastToken, 0), allow(lastToken, 0)]) > 1,
  });
});

it('sliding-counter-estimate: what an even spread leaves in the last window', () => {
  const question = readQuestion('sliding-counter-estimate', 'numeric');
  const [window = 0, previous = 0, began = 0, counted = 0] = figures(question);
  const moments = times(previous, (index) => ((index + 0.5) * window) / previous - window);
  const inWindow = moments.filter((moment) => moment > began - window).length;
  expectFigure(question, inWindow + counted, previous + counted, counted);
});

it('fixed-window-boundary-burst: two seconds around the restart of the counter', () => {
  const question = readQuestion('fixed-window-boundary-burst', 'single-choice');
  const limit = Number(/each key (\d+) requests/.exec(question.stem)?.[1]);
  const counts = new Map<number, number>();
  const allow = (second: number) => {
    const minute = Math.floor(second / 60);
    counts.set(minute, (counts.get(minute) ?? 0) + 1);
    return (counts.get(minute) as number) <= limit;
  };
  const eleven = 11 * 3600;
  const served = admitted(times(10 * limit, (index) => allow(eleven - 1 + index / (5 * limit))));
  expectChosen(question, ({ text }) => Number(text) === served);
});

it('sliding-log-memory-claim: the entries that two limits keep', () => {
  const question = readQuestion('sliding-log-memory-claim', 'true-false');
  const kept = (limit: number) => {
    const log: number[] = [];
    for (let second = 0; second < 3600; second += 0.25) {
      while (log.length >= limit && log[0]! <= second - 3600) log.shift();
      if (log.length < limit) log.push(second);
    }
    return log.length;
  };
  const limits = [...question.stem.matchAll(/uses up a limit of (\d[\d,]*)/g)].map((match) =>
    Number((match[1] ?? '').replace(',', '')),
  );
  expect(limits).toEqual([10_000, 10]);
  const [large, small] = limits.map(kept);
  expectTruth(question, large === small);
});

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

it('optimistic-retries-under-contention: gates in step at one versioned row', () => {
  const question = readQuestion('optimistic-retries-under-contention', 'numeric');
  expect(question.stem).toContain('Five stadium gates');
  const row = { visitors: 0, version: 0 };
  let statements = 0;
  /** The statement of the stem: true where it changed the row. */
  const update = (visitors: number, version: number) => {
    statements += 1;
    if (row.version !== version) return false;
    Object.assign(row, { visitors, version: version + 1 });
    return true;
  };
  let left = 5;
  while (left > 0) {
    const read = Array.from({ length: left }, () => ({ ...row }));
    for (const { visitors, version } of read) if (update(visitors + 1, version)) left -= 1;
  }
  expect(row.visitors).toBe(5);
  expectFigure(question, statements, 5, 10, 25);
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
    const [[core = '', pre], [otherCore = '', otherPre]] = [one, other].map((version) =>
      version.split(/-(.*)/),
    ) as [string[], string[]];
    const numbers = core.split('.').map((part, index) => Number(part) - Number(otherCore.split('.')[index]));
    const byCore = numbers.find((difference) => difference !== 0);
    if (byCore !== undefined) return byCore;
    if (pre === undefined || otherPre === undefined)
      return Number(pre === undefined) - Number(otherPre === undefined);
    const [ones, others] = [pre.split('.'), otherPre.split('.')];
    const differing = ones.findIndex((identifier, index) => identifier !== others[index]);
    if (differing < 0) return ones.length - others.length;
    return differing >= others.length
      ? 1
      : compareIdentifiers(ones[differing] as string, others[differing] as string);
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
