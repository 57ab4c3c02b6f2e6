// api-quiz stats from the outside: widths, --brief, --json.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { cellWidth } from '../../src/text/fit.js';
import { temporaryHome } from '../support/home.js';
import { answering, drive, NOW, run, runJson } from '../support/run.js';

let home: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'api-quiz-stats-'));
  await drive(
    ['practice', '--seed', '1'],
    { home, now: NOW - 2 * 86_400_000 },
    answering((item) => item === 'sample/one'),
  );
  await drive(['practice', '--seed', '2'], { home, now: NOW - 1000 }, answering());
});

test.each([40, 80, 120])('fits %i columns, with and without ASCII', async (columns) => {
  for (const args of [['stats'], ['stats', '--ascii']]) {
    const { code, out } = await run(args, { home, columns });
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map(cellWidth))).toBeLessThanOrEqual(columns);
    expect(out).toContain('Mastery per topic');
    expect(out).toContain('Days with answers');
    if (args.includes('--ascii')) expect(out).toMatch(/^[\x20-\x7e\n]*$/);
  }
});

test('without colours there are no escape sequences', async () => {
  expect((await run(['stats'], { home, columns: 80 })).out).not.toContain('\u001b');
});

test('--brief is one short line', async () => {
  const { out } = await run(['stats', '--brief'], { home });
  expect(out).toMatch(/^ready (\d+ %|\?), \d+ due(, weakest [a-z-]+)?\n$/);
  expect((await run(['stats', '--brief'], { home: temporaryHome() })).out).toBe('ready ?, 0 due\n');
});

test('--json has answers, credit and time per topic, and all else', async () => {
  const data = await runJson<{ answers: number; topics: Record<string, number>[] }>(['stats'], { home });
  expect(Object.keys(data)).toEqual([
    'answers',
    'topics',
    'readiness',
    'change',
    'trend',
    'activity',
    'calibration',
    'time',
    'reviews',
    'corrections',
  ]);
  expect(data.answers).toBe(data.topics.reduce((sum, topic) => sum + (topic.answers as number), 0));
  for (const topic of data.topics)
    expect(topic).toMatchObject({
      answers: expect.any(Number),
      elapsedMs: expect.any(Number),
      unseen: expect.any(Number),
      questions: expect.any(Number),
    });
});

test('filters: a topic narrows the rows, a level the answers', async () => {
  const all = await runJson<{ answers: number; topics: { topic: string }[] }>(['stats'], { home });
  const one = await runJson<typeof all>(['stats', '--topic', all.topics[0]?.topic as string], { home });
  expect(one.topics).toHaveLength(1);
  const level = await runJson<typeof all>(['stats', '--level', 'advanced'], { home });
  expect(level.answers).toBeLessThan(all.answers);
});

test('nothing answered: says so', async () => {
  expect((await run(['stats'], { home: temporaryHome(), columns: 40 })).out).toContain(
    'Nothing answered yet',
  );
});
