// Keys of cloze questions about instants, waits and limits: computed by the calendar and on a clock that the test moves.

import { expect, it } from 'vitest';
import { expectBlanks, figures, filledSnippet, readQuestion } from './question-key.js';

const withoutMilliseconds = (date: Date) => date.toISOString().replace('.000Z', 'Z');
const found = (pattern: RegExp, text: string) => Number(pattern.exec(text)?.[1]?.replace(',', ''));

it('a-day-and-its-offset: the instant and the day in Greenwich', () => {
  const question = readQuestion('a-day-and-its-offset', 'cloze');
  const [, clock, day = '', month = '', year = '', zone = '', offset = 0] =
    /at (\d\d:\d\d) on (\d+) (\w+) (\d+) in (\w+) \(UTC\+(\d)\)/.exec(question.stem) ?? [];
  const instant = new Date(`${day} ${month} ${year} ${clock} UTC+0${offset}:00`);
  const there = instant.toLocaleString('en-GB', { timeZone: `Europe/${zone}` });
  expect(there).toBe('01/06/2026, 00:30:00');
  const inUtc = withoutMilliseconds(instant);
  expectBlanks(
    question,
    { instant: inUtc, day: inUtc.slice(0, 10) },
    { instant: [`2026-06-01T${clock}:00Z`], day: ['2026-06-01'] },
  );
});

it('gift-card-sold-on-new-years-eve: a clock in New York and a year in Greenwich', () => {
  const question = readQuestion('gift-card-sold-on-new-years-eve', 'cloze');
  const local = /"sold_at_shop_time": "([^{]+)/.exec(question.snippet)?.[1] ?? '';
  const inNewYork = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', ...options }).format(date);
  const offsets = ['-06:00', '-05:00', '-04:00', '+05:00'];
  const [offset = '', ...more] = offsets.filter(
    (one) =>
      inNewYork(new Date(local + one), { dateStyle: 'short', timeStyle: 'medium' }).replace(' ', 'T') ===
      local,
  );
  const instant = new Date(local + offset);
  expect(more).toEqual([]);
  expectBlanks(
    question,
    { offset, instant: withoutMilliseconds(instant), year: instant.getUTCFullYear() },
    { offset: offsets.filter((one) => one !== offset), instant: [`${local}Z`], year: [2026] },
  );
});

it('claims-an-api-must-check: the second from which the token is refused', () => {
  const question = readQuestion('claims-an-api-must-check', 'cloze');
  const now = found(/(\d{10}) in seconds/, question.stem);
  expect(question.stem).toContain('five minutes');
  const until = new Date(now * 1000);
  until.setUTCMinutes(until.getUTCMinutes() + 5);
  const filled: Record<string, unknown> = JSON.parse(filledSnippet(question));
  expect(filled).toEqual({
    iss: /trusts `([^`]+)`/.exec(question.stem)?.[1],
    aud: /API at `([^`]+)`/.exec(question.stem)?.[1],
    exp: until.getTime() / 1000,
  });
  expectBlanks(question, { until: until.getTime() / 1000 }, { until: [until.getTime(), now, 300] });
});

it('a-bucket-through-three-bursts: the trace of the snippet, played', () => {
  const question = readQuestion('a-bucket-through-three-bursts', 'cloze');
  const size = found(/bucket full\s+(\d+) tokens/, question.snippet);
  let tokens = size;
  let now = 0;
  const burst = (second: number, requests: number) => {
    for (; now < second; now += 1) tokens = Math.min(size, tokens + 1);
    const allowed = Math.min(requests, tokens);
    tokens -= allowed;
    return allowed;
  };
  const bursts = [...question.snippet.matchAll(/t = (\d+) s\s+(\d+) requests/g)].map(
    ([, second, requests]) => [Number(second), Number(requests)] as const,
  );
  const [first, second = 0] = bursts.slice(0, 2).map(([at, requests]) => burst(at, requests));
  expect(first).toBe(found(/(\d+) allowed/, question.snippet));
  let wait = 0;
  while (tokens === 0) {
    burst(now + 1, 0);
    wait += 1;
  }
  const [at, requests] = bursts[2] ?? [0, 0];
  expectBlanks(
    question,
    { second, wait, third: burst(at, requests) },
    { second: [7, 3, 10], wait: [0, 2, 3], third: [requests, 57] },
  );
});

it('limit-told-in-two-fields: an hour of requests, told at the minute of the stem', () => {
  const question = readQuestion('limit-told-in-two-fields', 'cloze');
  const quota = found(/has ([\d,]+) requests/, question.stem);
  const [, starts, ends] = /\((\d\d:\d\d) to (\d\d:\d\d)/.exec(question.stem) ?? [];
  const clock = /It is (\d\d:\d\d:\d\d)/.exec(question.stem)?.[1];
  const second = (time: string | undefined) => Date.parse(`2026-01-01T${time}Z`) / 1000;
  const nth = found(/the (\d+)th of the hour/, question.stem);
  let left = quota;
  for (let request = 0; request < nth; request += 1) left -= 1;
  const window = second(`${ends}:00`) - second(`${starts}:00`);
  const reset = second(`${ends}:00`) - second(clock);
  expectBlanks(
    question,
    { quota, window, name: 'hour', left, reset },
    { left: [nth, left + 1], reset: [window - reset, 3600], window: [60], quota: [left] },
  );
});

it('reply-with-a-rate-limit: seconds until a fixed minute ends', () => {
  const question = readQuestion('reply-with-a-rate-limit', 'cloze');
  const sent = found(/second (\d+) of the minute/, question.stem);
  const [limit = 0, already = 0] = figures(question);
  const minuteOf = (second: number) => Math.floor(second / 60);
  const refused = (second: number) => minuteOf(second) === minuteOf(sent) && already >= limit;
  let seconds = 0;
  while (refused(sent + seconds)) seconds += 1;
  expectBlanks(question, { seconds }, { seconds: [sent, 60] });
});

it('waiting-times-for-a-contract: the waits of a client that never succeeds', () => {
  const question = readQuestion('waiting-times-for-a-contract', 'cloze');
  const words: Record<string, number> = { one: 1, two: 2, three: 3, five: 5, ten: 10 };
  const [, base = '', factor = '', cap = '', retries = ''] =
    /from (\w+) second, factor (\w+), cap (\w+) seconds, (\w+) retries/.exec(question.stem) ?? [];
  const value = (word: string) => words[word] ?? Number.NaN;
  const waits: number[] = [];
  let next = value(base);
  while (waits.length < value(retries)) {
    waits.push(Math.min(next, value(cap)));
    next *= value(factor);
  }
  const [first, second, third = 0, fourth = 0, fifth = 0] = waits;
  expect(question.snippet).toContain(`1 fails   wait ${first} s\nattempt 2 fails   wait ${second} s`);
  expectBlanks(question, { third, fourth, fifth }, { third: [3], fourth: [6, 10], fifth: [next / 2, 5] });
});

it('targets-as-thresholds: the rate, the share and the percentile of the sentence', () => {
  const question = readQuestion('targets-as-thresholds', 'cloze');
  const perMinute = found(/([\d,]+) checkouts a minute/, question.stem);
  const [, share = 0] = (/than (\d+) % of/.exec(question.stem) ?? []).map(Number);
  const [, good = 0, of = 1] = (/(\d+) of (\d+) are/.exec(question.stem) ?? []).map(Number);
  const rate = perMinute / 60;
  const percentile = (100 * good) / of;
  expectBlanks(
    question,
    { rate, failed: share / 100, percentile },
    { rate: [perMinute], failed: [share], percentile: [good, 90, 99] },
  );
});
