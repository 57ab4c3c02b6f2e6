// Keys that are figures: availability, percentages, bills and rates, computed from the numbers in the stems.

import { expect, it } from 'vitest';
import { expectChosen, expectFigure, expectTruth, figures, readQuestion } from './question-key.js';

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
  expectChosen(question, {
    doubled: missed && Math.abs(used - 2) < 0.01,
    met: !missed,
    tenth: missed && Math.abs(used - 1.1) < 0.01,
    exceeded: !missed,
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

it('fan-out-to-twenty-backends: the share that each service needs, found by halving', () => {
  const question = readQuestion('fan-out-to-twenty-backends', 'numeric');
  const [services = 0, wanted = 0] = figures(question);
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (100 * product(new Array<number>(services).fill(middle)) < wanted) low = middle;
    else high = middle;
  }
  expectFigure(question, 100 * high, wanted);
});

it('red-builds-by-chance-alone: three hundred tests that mostly pass', () => {
  const question = readQuestion('red-builds-by-chance-alone', 'numeric');
  const [tests = 0, percent = 0] = figures(question);
  expectFigure(question, 100 * (1 - product(new Array<number>(tests).fill(1 - percent / 100))), tests * percent);
});

it('days-until-budget-is-gone: the budget of a window spent day by day', () => {
  const question = readQuestion('days-until-budget-is-gone', 'numeric');
  const [objective = 0, window = 0, failing = 0] = figures(question).filter((_, index) => index !== 2);
  const perDay = 1000;
  const budget = Math.round(((100 - objective) / 100) * perDay * window);
  let days = 0;
  for (let failed = 0; failed < budget; failed += Math.round((failing / 100) * perDay)) days += 1;
  expectFigure(question, days, window);
});

it('error-rate-beside-availability: shares of the same requests', () => {
  const question = readQuestion('error-rate-beside-availability', 'true-false');
  const [failed = 0, reported = 0] = figures(question);
  expectTruth(question, 100 - failed >= reported);
});

it('failed-requests-and-traffic: failed requests are requests', () => {
  const question = readQuestion('failed-requests-and-traffic', 'true-false');
  const [good = 0, , bad = 0, , traffic = 0] = figures(question);
  expectTruth(question, good + bad === traffic);
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
  const [, accounts = 0, keys = 0, , calling = 0, weekly = 0] = /- ([\d,]+) .*\n- (\d+) .*\n- (\d+) .*(one).*\n- (\d+)/
    .exec(question.stem)
    ?.map((value) => Number(value.replace(',', ''))) ?? [];
  const called = Number(/^- (\d+) accounts with at least/m.exec(question.stem)?.[1]);
  const everyWeek = Number(/^- (\d+) accounts that call/m.exec(question.stem)?.[1]);
  expect([accounts, keys, called, everyWeek, calling + weekly >= 0]).toEqual([1000, 910, 110, 92, true]);
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
  const wanted = Math.abs(ratio - 1) * 100 <= tolerance ? running : Math.min(most, Math.ceil(running * ratio));
  expectFigure(question, wanted, Math.floor(running * ratio), running);
});

it('reset-code-text-message-bill: every call is paid for', () => {
  const question = readQuestion('reset-code-text-message-bill', 'numeric');
  const [price = 0, perSecond = 0, minutes = 0] = figures(question);
  let cents = 0;
  for (let second = 0; second < minutes * 60; second += 1) cents += Math.round(price * 100) * perSecond;
  expectFigure(question, cents / 100);
});

it('peak-rate-from-daily-scans: five times the average of a day', () => {
  const question = readQuestion('peak-rate-from-daily-scans', 'numeric');
  const [millions = 0, scans = 0, hours = 0] = figures(question);
  const average = (millions * 1e6 * scans) / (hours * 3600);
  expectFigure(question, 5 * average, average);
});

it('rows-from-two-joined-collections: the join, row by row', () => {
  const question = readQuestion('rows-from-two-joined-collections', 'numeric');
  const [orders = 0, items = 0, events = 0] = [/loads (\d+) orders/, /has (\d+) items/, /and (\d+) tracking/].map(
    (pattern) => Number(pattern.exec(question.stem)?.[1]),
  );
  const rows: string[] = [];
  for (let order = 0; order < orders; order += 1) {
    for (let item = 0; item < items; item += 1) {
      for (let event = 0; event < events; event += 1) rows.push(`${order}-${item}-${event}`);
    }
  }
  expectFigure(question, new Set(rows).size, orders + orders * items + orders * events);
});
