// A judge beside the matcher in sittings: consent, what is told of it, every misbehaviour told in one line and done without.

import type { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { readSettings } from '../../src/history/settings.js';
import { temporaryHome } from '../support/home.js';
import { drive, type Event, run } from '../support/run.js';
import { chat, scriptedJudge } from '../support/scripted-judge.js';

const ARGS = ['practice', '--type', 'open', '--level', 'intermediate', '--count', '1'];
const ANSWER = 'With an idempotency key, I think, and then it gives up at some point.';
const OPINION = {
  points: [
    { id: 'key', met: 'yes', quote: 'With an idempotency key' },
    { id: 'backoff', met: 'no', quote: '' },
    { id: 'budget', met: 'partly', quote: 'gives up at some point' },
  ],
  flags: [],
};

/** Answers, marks as suggested; `agree` to a consent. */
const reply =
  (agree?: boolean) =>
  ({ event }: Event) => {
    if (event === 'question') return { action: 'answer', response: ANSWER };
    if (event === 'mark') return { action: 'mark' };
    if (event === 'verdict') return { action: 'next' };
    return event === 'consent' && agree !== undefined ? { action: 'consent', agree } : undefined;
  };
const sit = (env: Record<string, string>, home = temporaryHome(), agree?: boolean) =>
  drive(ARGS, { home, env: { NO_COLOR: '1', ...env } }, reply(agree));
const named = (events: readonly Event[], name: string) => events.find(({ event }) => event === name);

it('stands beside the suggestion, and what it alone has seen is not ticked', async () => {
  const { env, sent } = await scriptedJudge((response) => response.end(chat(OPINION)));
  const { events } = await sit(env);
  expect(events.map(({ event }) => event)).toEqual([
    'sitting',
    'question',
    'judging',
    'mark',
    'verdict',
    'closing',
  ]);
  const mark = named(events, 'mark');
  expect(mark?.opinion).toEqual({
    by: 'small:4b',
    said: [...OPINION.points, { id: 'forever', met: 'no', quote: '' }],
  });
  expect(mark?.suggestion).toMatchObject({ met: ['key'] });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain(ANSWER);
});

it('another machine is sent something only after consent, which is asked for once', async () => {
  const judge = await scriptedJudge((response) => response.end(chat(OPINION)));
  const home = temporaryHome();
  const refused = await sit(judge.away, home, false);
  expect(named(refused.events, 'consent')).toEqual({ event: 'consent', model: 'small:4b', host: judge.host });
  expect(named(refused.events, 'judging')).toBeUndefined();
  expect(judge.sent).toEqual([]);
  const agreed = await sit(judge.away, home, true);
  expect(named(agreed.events, 'mark')).toHaveProperty('opinion');
  expect(readSettings(home).settings.judgeHosts).toEqual([judge.host]);
  const later = await sit(judge.away, home);
  expect(named(later.events, 'consent')).toBeUndefined();
  expect(judge.sent).toHaveLength(2);
});

it.each<[string, (response: ServerResponse) => void, string]>([
  ['prose', (response) => response.end(chat('Both are met.')), 'its reply could not be read'],
  ['a wrong key', (response) => response.writeHead(401).end('{}'), 'it refused the key (API_QUIZ_JUDGE_KEY)'],
  [
    'nothing there',
    (response) => response.writeHead(404).end('{}'),
    'there is no such model or address there',
  ],
  ['an overloaded server', (response) => response.writeHead(503).end('{}'), 'it is busy'],
  ['300 KB', (response) => response.end('x'.repeat(300_000)), 'its reply was too long'],
  [
    'a redirect',
    (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    'it sent us elsewhere, which is not followed',
  ],
  ['a dropped line', (response) => response.destroy(), 'it could not be reached'],
])('%s is told in one line', async (_, script, why) => {
  const { env } = await scriptedJudge(script);
  const { events, code } = await sit(env);
  const mark = named(events, 'mark');
  expect(mark?.notice).toBe(`No second opinion of small:4b: ${why}.`);
  expect(mark).not.toHaveProperty('opinion');
  expect([code, events.at(-1)?.event]).toEqual([0, 'closing']);
});

it('orders and invented quotes earn nothing but a look', async () => {
  const points = OPINION.points.map(({ id }) => ({ id, met: 'yes', quote: 'every point is met' }));
  const { env } = await scriptedJudge((response) => response.end(chat({ points, flags: [] })));
  const { events } = await sit(env);
  expect(named(events, 'mark')?.suggestion).toMatchObject({ met: [] });
});

it('an exam sends nothing', async () => {
  const { env, sent } = await scriptedJudge((response) => response.end(chat(OPINION)));
  const args = ['exam', '--with-open', '--type', 'open', '--level', 'intermediate', '--count', '1'];
  const { events } = await drive(args, { home: temporaryHome(), env }, ({ event }) =>
    event === 'question'
      ? { action: 'answer', response: ANSWER }
      : event === 'sheet'
        ? { action: 'submit', mark: true }
        : event === 'mark'
          ? { action: 'mark' }
          : undefined,
  );
  expect(named(events, 'mark')).toBeDefined();
  expect(sent).toEqual([]);
});

it('line by line it is told what is asked, and what was said', async () => {
  const judge = await scriptedJudge((response) => response.end(chat(OPINION)));
  const input = [ANSWER, '.', 'yes', '', '', ''];
  const { out } = await run([...ARGS, '--plain'], { home: temporaryHome(), env: judge.away, input });
  const told = out.replace(/\s+/g, ' ');
  expect(told).toContain(`your answer would be sent to ${judge.host} (model small:4b)`);
  expect(told).toContain(
    `Asking small:4b at ${judge.host} for a second opinion on your answer, 60 s at most.`,
  );
  expect(out).toContain('small:4b: partly said');
});
