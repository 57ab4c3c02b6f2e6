// Keys that are figures: availability, percentages, bills, rates and percentiles, from the numbers in the stems.

import { expect, it } from 'vitest';
import { codeBlock, expectChosen, expectFigure, figures, readQuestion } from './question-key.js';

const HOURS_A_YEAR = 365 * 24;
const downtime = (percent: number) => ((100 - percent) / 100) * HOURS_A_YEAR;
const product = (factors: readonly number[]) => factors.reduce((one, other) => one * other, 1);

it('what-98-5-percent-uptime-allows: the downtime of a year', () => {
  const question = readQuestion('what-98-5-percent-uptime-allows', 'single-choice');
  const [percent = 0] = figures(question);
  const hours = (text: string) => Number.parseFloat(text) * (text.includes('day') ? 24 : 1);
  expectChosen(question, ({ text }) => Math.abs(hours(text) / downtime(percent) - 1) < 0.02);
});

it('target-missed-at-99-8: the downtime used against the downtime allowed', () => {
  const question = readQuestion('target-missed-at-99-8', 'single-choice');
  const [target = 0, measured = 0] = figures(question);
  const used = downtime(measured) / downtime(target);
  const missed = used > 1;
  const hours = Number(
    /([\d.]+) hours/.exec(question.choices.find(({ id }) => id === 'allowance')?.text ?? '')?.[1],
  );
  // One bad night in the first quarter, and three quarters without any downtime.
  const quarters = [used, 0, 0, 0];
  expect(Math.abs(downtime(target) / hours - 1)).toBeLessThan(0.01);
  expectChosen(question, {
    doubled: missed && Math.abs(used - 2) < 0.01,
    allowance: missed && Math.abs(downtime(measured) / hours - 1) < 0.01,
    tenth: missed && Math.abs(used - 1.1) < 0.01,
    quarters: quarters.every((quarter) => quarter > 1 / 4),
  });
});

it('five-hard-dependencies: every one of them has to answer', () => {
  const question = readQuestion('five-hard-dependencies', 'numeric');
  const services = (/all answer: ([^.]+)\./.exec(question.stem)?.[1] ?? '').split(/, | and /);
  const [each = 0] = figures(question);
  expect(services).toHaveLength(5);
  expectFigure(question, 100 * product(services.map(() => each / 100)), each);
});

it('chance-that-some-call-is-slow: one of many is enough', () => {
  const question = readQuestion('chance-that-some-call-is-slow', 'numeric');
  const [backends = 0, , percent = 0] = figures(question);
  const allFast = product(new Array<number>(backends).fill(percent / 100));
  expectFigure(question, 100 * (1 - allFast), 100 - percent, 100 * allFast);
});

it('red-builds-by-chance-alone: three hundred tests that mostly pass', () => {
  const question = readQuestion('red-builds-by-chance-alone', 'numeric');
  const [tests = 0, percent = 0] = figures(question);
  expectFigure(
    question,
    100 * (1 - product(new Array<number>(tests).fill(1 - percent / 100))),
    tests * percent,
  );
});

it('days-until-budget-is-gone: the budget of a window spent day by day', () => {
  const question = readQuestion('days-until-budget-is-gone', 'numeric');
  const [objective = 0, window = 0, failing = 0] = figures(question);
  const perDay = 1000;
  const budget = Math.round(((100 - objective) / 100) * perDay * window);
  let days = 0;
  for (let failed = 0; failed < budget; failed += Math.round((failing / 100) * perDay)) days += 1;
  expectFigure(question, days, window);
});

it('contract-that-speaks-of-requests: shares of the requests that the contract names', () => {
  const question = readQuestion('contract-that-speaks-of-requests', 'single-choice');
  const [promised = 0, failed = 0, byCaller = 0, byServer = 0, probed = 0] = [
    ...question.stem.matchAll(/([\d.]+) %/g),
  ].map(([, value]) => Number(value));
  expect(byCaller + byServer).toBe(failed);
  expect(probed).toBe(promised);
  const good = 100 - byServer;
  const shown = `${good >= promised ? 'Kept' : 'Missed'}: ${good} % of the requests got a good answer.`;
  expectChosen(question, ({ text }) => text === shown);
});

it('signals-of-a-bad-minute: failed requests are requests', () => {
  const question = readQuestion('signals-of-a-bad-minute', 'single-choice');
  const [good = 0, , bad = 0] = figures(question);
  const traffic = good + bad;
  const shown = `Traffic ${traffic.toLocaleString('en')} and errors ${(100 * bad) / traffic} %`;
  expectChosen(question, ({ text }) => text === shown);
});

it('latency-drop-in-per-cent: the fall against the value before', () => {
  const question = readQuestion('latency-drop-in-per-cent', 'numeric');
  const [before = 0, after = 0] = [...question.stem.matchAll(/([\d,]+) ms/g)].map(([, value]) =>
    Number(value?.replace(',', '')),
  );
  expectFigure(question, (100 * (before - after)) / before, (100 * (before - after)) / after);
});

it('bike-map-unused-bytes: what a map does not use', () => {
  const question = readQuestion('bike-map-unused-bytes', 'numeric');
  const [stations = 0, sent = 0, used = 0] = figures(question);
  expectFigure(question, (100 * stations * (sent - used)) / (stations * sent), (100 * used) / sent);
});

it('monthly-bill-for-support-chats: tokens in and tokens out', () => {
  const question = readQuestion('monthly-bill-for-support-chats', 'numeric');
  const [calls = 0, input = 0, output = 0, inputPrice = 0, outputPrice = 0] = figures(question);
  const bill = (calls * input * inputPrice + calls * output * outputPrice) / 1e6;
  expectFigure(question, bill, (calls * input * inputPrice) / 1e6);
});

it('billable-elements-of-a-route-matrix: pairs of depot and shop, six times a day', () => {
  const question = readQuestion('billable-elements-of-a-route-matrix', 'numeric');
  const [depots = 0, shops = 0, days = 0] = figures(question);
  let elements = 0;
  for (let request = 0; request < 6 * days; request += 1) elements += depots * shops;
  expectFigure(question, elements, 6 * days);
});

it('minutes-to-pull-a-year-of-orders: pages fetched at an even rate', () => {
  const question = readQuestion('minutes-to-pull-a-year-of-orders', 'numeric');
  const [orders = 0, perPage = 0, perMinute = 0] = figures(question);
  let calls = 0;
  for (let fetched = 0; fetched < orders; fetched += perPage) calls += 1;
  expectFigure(question, Math.ceil(calls / perMinute), orders / perMinute);
});

it('where-the-onboarding-funnel-leaks: the step that keeps the smallest share', () => {
  const question = readQuestion('where-the-onboarding-funnel-leaks', 'single-choice');
  const [accounts = 0, keys = 0, called = 0, everyWeek = 0] = [
    ...question.stem.matchAll(/^- ([\d,]+) accounts/gm),
  ].map(([, count]) => Number(count?.replace(',', '')));
  const kept: Record<string, number> = {
    'sign-up': keys / accounts,
    'first-call': called / keys,
    retention: everyWeek / called,
    // More visitors pass through the same steps: nothing of a step is kept that was lost before.
    marketing: 1,
  };
  expectChosen(question, ({ id }) => kept[id] === Math.min(...Object.values(kept)));
});

it('replicas-the-autoscaler-wants: the rule of the horizontal autoscaler', () => {
  const question = readQuestion('replicas-the-autoscaler-wants', 'numeric');
  const [target = 0, current = 0, most = 0, tolerance = 0] = figures(question);
  const running = 6;
  expect(question.stem).toContain('Six pods');
  const ratio = current / target;
  const wanted =
    Math.abs(ratio - 1) * 100 <= tolerance ? running : Math.min(most, Math.ceil(running * ratio));
  expectFigure(question, wanted, Math.floor(running * ratio), running);
});

it('calls-a-minute-to-block-a-concert: holds renewed whenever they run out', () => {
  const question = readQuestion('calls-a-minute-to-block-a-concert', 'numeric');
  const [seatsOfHold = 0, minutes = 0, seats = 0] = figures(question);
  const heldUntil = new Array<number>(Math.ceil(seats / seatsOfHold)).fill(0);
  let calls = 0;
  for (let minute = 0; minute < 10 * minutes; minute += 1) {
    for (const [hold, until] of heldUntil.entries()) {
      if (until > minute) continue;
      heldUntil[hold] = minute + minutes;
      calls += 1;
    }
  }
  expectFigure(question, calls / (10 * minutes), seats / minutes, seats / seatsOfHold);
});

it('peak-rate-from-daily-scans: five times the average of a day', () => {
  const question = readQuestion('peak-rate-from-daily-scans', 'numeric');
  const [millions = 0, scans = 0, hours = 0] = figures(question);
  const average = (millions * 1e6 * scans) / (hours * 3600);
  expectFigure(question, 5 * average, average);
});

it('rows-from-two-joined-collections: the join, row by row', () => {
  const question = readQuestion('rows-from-two-joined-collections', 'numeric');
  const [orders = 0, items = 0, events = 0] = [
    /loads (\d+) orders/,
    /has (\d+) items/,
    /and (\d+) tracking/,
  ].map((pattern) => Number(pattern.exec(question.stem)?.[1]));
  const rows: string[] = [];
  for (let order = 0; order < orders; order += 1) {
    for (let item = 0; item < items; item += 1) {
      for (let event = 0; event < events; event += 1) rows.push(`${order}-${item}-${event}`);
    }
  }
  expectFigure(question, new Set(rows).size, orders + orders * items + orders * events);
});

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
    Array.from(
      { length: 200 * (pod + 1) ** 2 },
      (_, index) => 20 + 5 * pod + ((index * 7919) % 1000) / (pod + 1),
    ),
  );
  const all = pods.flat();
  const whole = quantile(all, 0.99);
  const single = pods.map((pod) => quantile(pod, 0.99));
  const weighted = single.reduce((sum, value, pod) => sum + value * (pods[pod] as number[]).length, 0);
  const width = 10;
  const buckets = new Map<number, number>();
  for (const value of all) {
    const upper = Math.ceil(value / width) * width;
    buckets.set(upper, (buckets.get(upper) ?? 0) + 1);
  }
  let counted = 0;
  const fromBuckets = [...buckets.keys()]
    .sort((one, other) => one - other)
    .find((upper) => {
      counted += buckets.get(upper) as number;
      return counted >= 0.99 * all.length;
    });
  const isRight = (value: number) => Math.abs(value - whole) <= width;
  expectChosen(question, {
    histogram: isRight(fromBuckets as number),
    weighted: isRight(weighted / all.length),
    maximum: isRight(Math.max(...single)),
    median: isRight(quantile(single, 0.5)),
  });
});

it('p95-out-of-histogram-buckets: the requests of a bucket spread evenly over its width', () => {
  const question = readQuestion('p95-out-of-histogram-buckets', 'numeric');
  const buckets = [...codeBlock(question).matchAll(/le="([\d.]+)"\s+(\d+)/g)].map(([, upper, count]) => ({
    upper: Number(upper) * 1000,
    count: Number(count),
  }));
  const spread = buckets.flatMap(({ upper, count }, index) => {
    const lower = buckets[index - 1] ?? { upper: 0, count: 0 };
    const inside = count - lower.count;
    return Array.from(
      { length: inside },
      (_, place) => lower.upper + ((place + 1) / inside) * (upper - lower.upper),
    );
  });
  expect(buckets).toHaveLength(4);
  expectFigure(question, quantile(spread, 0.95), 475, 500);
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
    'catch-up': waiting.length >= closedLoop(users, 600, (sentAt) => sentAt + normal).length,
    'server-clock': Math.max(...new Set(waiting)) < freeze,
  });
});

it('curl-timings-of-a-slow-call: from the start of the transfer to the first byte', () => {
  const question = readQuestion('curl-timings-of-a-slow-call', 'numeric');
  const seconds = (name: string) =>
    Number(new RegExp(`^${name}\\s+([\\d.]+)`, 'm').exec(codeBlock(question))?.[1]);
  const between = (from: string, to: string) => (seconds(to) - seconds(from)) * 1000;
  expectFigure(
    question,
    between('time_pretransfer', 'time_starttransfer'),
    seconds('time_starttransfer') * 1000,
    between('time_pretransfer', 'time_total'),
  );
});

it('median-minutes-to-first-call: the log of the stem, up to the first 200', () => {
  const question = readQuestion('median-minutes-to-first-call', 'numeric');
  const minute = (time: string | undefined) => {
    const [hours = 0, minutes = 0] = (time ?? '').split(':').map(Number);
    return hours * 60 + minutes;
  };
  const medianTo = (answer: RegExp) => {
    const waits = codeBlock(question)
      .trim()
      .split('\n')
      .map((line) => minute(answer.exec(line)?.[1]) - minute(/sign-up (\S+)/.exec(line)?.[1]))
      .sort((one, other) => one - other);
    expect(waits).toHaveLength(5);
    return waits[2] as number;
  };
  expectFigure(question, medianTo(/200 at (\S+)/), medianTo(/\d{3} at (\S+)/));
});

it('yen-price-in-minor-units: as many decimals as the currency has', () => {
  const question = readQuestion('yen-price-in-minor-units', 'numeric');
  const minor = (amount: number, currency: string) => {
    const { maximumFractionDigits = 0 } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions();
    return Math.round(amount * 10 ** maximumFractionDigits);
  };
  expect(minor(19.99, 'USD')).toBe(1999);
  const price = Number(/([\d,]+) yen/.exec(question.stem)?.[1]?.replace(',', ''));
  expectFigure(question, minor(price, 'JPY'), minor(price, 'USD'));
});
