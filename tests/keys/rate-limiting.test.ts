// Keys about rate limits: buckets, windows and logs run second by second, the reviewed bucket as the stem has it.

import { expect, it } from 'vitest';
import {
  codeBlock,
  expectChosen,
  expectFigure,
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

const times = <Value>(count: number, make: (index: number) => Value) => Array.from({ length: count }, (_, i) => make(i));
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
    let log: number[] = [];
    for (let second = 0; second < 3600; second += 0.25) {
      if (log.length >= limit) log = log.filter((moment) => moment > second - 3600);
      if (log.length < limit) log.push(second);
    }
    return log.length;
  };
  const limits = [...question.stem.matchAll(/limit(?: is)? is ([\d,]+)|one whose limit is (\d+)/g)].map((match) =>
    Number((match[1] ?? match[2] ?? '').replace(',', '')),
  );
  expect(limits).toEqual([10_000, 10]);
  const [large, small] = limits.map(kept);
  expectTruth(question, large === small);
});
