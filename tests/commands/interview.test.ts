// An interview is a conversation: a probe, an interruption in the middle of it, the marking, another try.

import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { drive, type Event, run } from '../support/run.js';

const ARGS = ['interview', '--level', 'intermediate', '--count', '1', '--persona', 'pressing'];
const questions = (events: readonly Event[]) => events.filter(({ event }) => event === 'question');

test('a probe that was left is put again on resuming, and what it brings out counts less', async () => {
  const home = temporaryHome();
  const first = await drive(ARGS, { home }, ({ event, probe }) =>
    event !== 'question'
      ? undefined
      : probe === undefined
        ? { action: 'answer', response: 'With an idempotency key and backoff.' }
        : { action: 'quit' },
  );
  expect(questions(first.events).map(({ stem, probe }) => [stem, probe])).toEqual([
    ['How does a client retry safely?', undefined],
    ['Something is missing. Be brief: And when does it give up?', { number: 1, of: 1 }],
  ]);
  const resumed = await drive(['resume'], { home }, ({ event }) =>
    event === 'question'
      ? { action: 'answer', response: 'I keep a retry budget and then give up.' }
      : event === 'mark'
        ? { action: 'mark', met: ['key', 'backoff', 'budget'], flags: [] }
        : event === 'verdict'
          ? { action: 'next' }
          : undefined,
  );
  expect(questions(resumed.events)).toHaveLength(1);
  const verdict = resumed.events.find(({ event }) => event === 'verdict');
  expect(verdict).toMatchObject({
    response: {
      text: 'With an idempotency key and backoff.\n\nI keep a retry budget and then give up.',
      late: ['budget'],
    },
  });
  expect(verdict?.credit).toBeCloseTo((3 + 0.7) / 4, 12);
});

test('another try: the first answer counts, the difference is told', async () => {
  let tries = 0;
  const { events } = await drive(ARGS, { home: temporaryHome() }, ({ event }) => {
    if (event === 'question') return { action: 'answer', response: 'With a key, I think.' };
    if (event === 'mark')
      return { action: 'mark', met: tries === 0 ? ['key'] : ['key', 'backoff'], flags: [] };
    if (event !== 'verdict') return undefined;
    tries += 1;
    return { action: tries === 1 ? 'again' : 'next' };
  });
  const verdicts = events.filter(({ event }) => event === 'verdict');
  expect(verdicts.map(({ credit }) => credit)).toEqual([0.5, 0.75]);
  expect(verdicts[1]?.remark).toBe(
    'Tried again, against the try before: more of "Names exponential backoff.".',
  );
  expect(events.at(-1)).toMatchObject({ event: 'closing', points: 1 });
});

test('the same conversation line by line: answer, probe, marks, another try, what was missing', async () => {
  const input = [
    'With an idempotency key and backoff.',
    '.',
    'It gives up at some point.',
    '.',
    '1 2h',
    '0',
    ':t',
    'With the same idempotency key, exponential backoff, and a retry budget.',
    '.',
    '',
    '0',
    '',
  ];
  const { out, code } = await run([...ARGS, '--seed', '1', '--plain'], { home: temporaryHome(), input });
  expect(code).toBe(0);
  expect(out).toMatchSnapshot();
});

test('the closing of an interview looks back on it', async () => {
  const { events } = await drive(ARGS, { home: temporaryHome() }, ({ event }) =>
    event === 'question'
      ? { action: 'answer', response: 'With a key, I think.' }
      : event === 'mark'
        ? { action: 'mark', met: ['key'], flags: [] }
        : event === 'verdict'
          ? { action: 'next' }
          : undefined,
  );
  expect(events.at(-1)).toMatchObject({
    interview: {
      missing: [
        { kind: 'facts', times: 1 },
        { kind: 'failure cases', times: 1 },
      ],
      over: 0,
      timed: 1,
      sentences: ['With the same idempotency key, exponential backoff, and a retry budget.'],
    },
  });
});
