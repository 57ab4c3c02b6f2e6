// api-quiz exam: papers, blueprints, exit codes, and papers that were interrupted.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { temporaryFolder } from '../support/hostile-pack.js';
import {
  answering,
  asked,
  type Call,
  drive,
  type Event,
  NOW,
  type Reply,
  run,
  SHIPPED,
} from '../support/run.js';

const closing = (events: readonly Event[]) => events.find(({ event }) => event === 'closing');
const handingIn =
  (reply: Reply): Reply =>
  (event) =>
    event.event === 'sheet' ? { action: 'submit' } : reply(event);
const exam = (args: string[], call: Call, reply: Reply = answering()) =>
  drive(['exam', ...args], call, handingIn(reply));
const TYPES = ['--type', 'single-choice,true-false,multiple-choice,short-answer,numeric,ordering'];

test('passed is exit 0, failed is exit 1, left is exit 0', async () => {
  const passed = await exam(TYPES, { home: temporaryHome() });
  expect(passed.code).toBe(0);
  expect(closing(passed.events)).toMatchObject({ passed: true, provisional: false, share: 1 });
  const failed = await exam(TYPES, { home: temporaryHome() }, () => ({ action: 'next' }));
  expect(failed.code).toBe(1);
  const left = await exam(TYPES, { home: temporaryHome() }, ({ event }) =>
    event === 'question' ? { action: 'quit' } : undefined,
  );
  expect(left.code).toBe(0);
  // Nothing is told of a paper that can be gone on with.
  expect(closing(left.events)).toEqual({
    event: 'closing',
    reason: 'quit',
    paused: { answered: 0, of: expect.any(Number), remainingMs: expect.any(Number) },
    next: [{ command: 'api-quiz resume', reason: 'goes on where you left' }],
  });
});

test('open questions only with --with-open, and then provisional', async () => {
  const plain = await exam([], { home: temporaryHome() });
  expect(asked(plain.events)).not.toContain('sample/talk');
  const open = await exam(['--with-open'], { home: temporaryHome() }, (event) =>
    event.type === 'open' ? { action: 'answer', response: 'An idempotency key.' } : answering()(event),
  );
  expect(asked(open.events)).toContain('sample/talk');
  expect(closing(open.events)).toMatchObject({ provisional: true });
});

test('an open answer counts what is clear, tells how far the mark can rise, and is marked after handing in', async () => {
  const args = ['--type', 'open', '--level', 'intermediate', '--with-open', '--count', '1'];
  const paper = (mark: boolean) =>
    drive(['exam', ...args], { home: temporaryHome() }, ({ event, type }) => {
      if (event === 'sheet') return { action: 'submit', mark };
      if (event === 'mark') return { action: 'mark', met: ['key'], half: ['backoff'], flags: [] };
      const response = 'With a key and backoff.';
      return type === 'open' ? { action: 'answer', response } : undefined;
    });
  const left = await paper(false);
  expect(closing(left.events)).toMatchObject({
    share: 0,
    provisional: true,
    toLookAt: { answers: 1, points: 2, rise: 0.75 },
  });
  const marked = await paper(true);
  expect(closing(marked.events)).toMatchObject({ share: 0.625, provisional: false });
  expect(closing(marked.events)).not.toHaveProperty('toLookAt');
});

test('--minutes is the clock of the whole paper, else the sum of the limits; --time off stops it', async () => {
  const paper = async (...args: string[]) =>
    (await drive(['exam', ...TYPES, ...args], { home: temporaryHome() }, () => null)).events[0]?.paperMs;
  expect(await paper('--minutes', '7')).toBe(420_000);
  expect(await paper('--time', 'off')).toBe(null);
  expect(await paper('--time', '2')).toBe(2 * ((await paper()) as number));
});

test('--negative: wrong choices cost, the paper never falls below 0', async () => {
  const wrong: Reply = ({ event, item }) =>
    event !== 'question'
      ? undefined
      : {
          action: 'answer',
          response: item === 'sample/truth' ? true : item === 'sample/one' ? 'compare' : 'last',
        };
  const args = ['--type', 'single-choice,true-false', '--negative'];
  const { events, code } = await exam(args, { home: temporaryHome() }, wrong);
  expect(code).toBe(1);
  expect(closing(events)).toMatchObject({ points: 0 });
  const items = (closing(events) as unknown as { items: { item: string; points: number }[] }).items;
  expect(items.find(({ item }) => item === 'sample/truth')?.points).toBe(-1);
  expect(items.find(({ item }) => item === 'sample/one')?.points).toBeCloseTo(-1);
});

test('a blueprint says how many of what; what the bank lacks is told', async () => {
  const file = join(temporaryFolder(), 'paper.yaml');
  writeFileSync(
    file,
    'parts:\n  - { topic: samples, level: advanced, count: 2 }\n  - { type: numeric, count: 1 }\n  - { level: foundation, count: 9 }\n',
  );
  const { events, err } = await exam(['--blueprint', file], { home: temporaryHome() });
  expect(new Set(asked(events)).size).toBe(6);
  expect(err).toBe('Only 3 of 9 there: foundation.\n');
});

const BROKEN: readonly [text: string, said: RegExp][] = [
  ['', /paper\.yaml:top: /],
  ['parts: []', /paper\.yaml:parts: /],
  ['parts: 3', /paper\.yaml:parts: /],
  ['parts: [{ count: 0 }]', /paper\.yaml:parts\.0\.count: /],
  ['parts: [{ count: many }]', /paper\.yaml:parts\.0\.count: /],
  [
    'parts: [{ topic: sampels, count: 1 }]',
    /parts\.0\.topic: there is no topic sampels; near to it: samples/,
  ],
  ['parts: [{ level: expert, count: 1 }]', /paper\.yaml:parts\.0\.level: /],
  ['parts: [{ count: 1, colour: red }]', /paper\.yaml:parts\.0\.colour: /],
  ['parts: [&a { count: 1 }, *a]', /paper\.yaml:1:\d+: anchor or alias/],
  ['parts: [', /paper\.yaml:\d+:\d+: /],
  ['parts: !!js/function "function(){}"', /paper\.yaml:\d+:\d+: /],
  ['\u0000', /paper\.yaml/],
];

test.each(BROKEN)('the blueprint %j is refused with its place, in one line', async (text, said) => {
  const file = join(temporaryFolder(), 'paper.yaml');
  writeFileSync(file, text);
  const { code, err } = await run(['exam', '--blueprint', file]);
  expect(code).toBe(2);
  expect(err).toMatch(said);
  expect(err).not.toContain('undefined');
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('a blueprint that is not there, a folder, or endless', async () => {
  expect((await run(['exam', '--blueprint', '/nowhere.yaml'])).err).toBe(
    '/nowhere.yaml: the blueprint cannot be read (there is no such file or folder, ENOENT)\n',
  );
  for (const path of [temporaryFolder(), '/dev/zero']) {
    const { code, err } = await run(['exam', '--blueprint', path]);
    expect(code).toBe(2);
    expect(err).toContain('the blueprint cannot be read');
  }
});

test('an interrupted paper is gone on with while there is time, and handed in when there is none', async () => {
  const home = temporaryHome();
  const begin = await drive(['exam', ...TYPES, '--minutes', '10', '--seed', '1'], { home }, (event) =>
    event.place === 3 ? null : answering()(event),
  );
  expect(begin.code).toBe(0);
  const resumed = await drive(['resume'], { home, now: NOW + 4 * 60_000 }, (event) =>
    event.event === 'question' ? null : undefined,
  );
  expect(resumed.events[0]).toMatchObject({ event: 'sitting', mode: 'exam', resumed: true });
  expect(resumed.events[1]).toMatchObject({ event: 'question', place: 3, remainingMs: 6 * 60_000 });
  const late = await drive(['resume'], { home, now: NOW + 11 * 60_000 }, () => null);
  expect(late.events.map(({ event }) => event)).toEqual(['sitting', 'closing']);
  expect(closing(late.events)).toMatchObject({ reason: 'time', passed: false });
  expect(late.code).toBe(1);
  expect((await run(['resume'], { home, now: NOW + 12 * 60_000 })).code).toBe(2);
});

test('a paper through a pipe: answers, going back, the sheet, handing in', async () => {
  const { code, out } = await run(['exam', '--type', 'true-false,numeric', '--plain', '--time', 'off'], {
    home: temporaryHome(),
    input: [':n', ':b', ':f', ':a', '1', ':a', ':u'],
  });
  expect(code).toBe(1);
  expect(out).toContain('Answer sheet');
  expect(out).toContain('Not passed (pass mark 70 %)');
});

test('a paper drawn from the shipped bank is balanced over topics', async () => {
  const call = { home: temporaryHome(), builtIn: SHIPPED };
  const { events } = await drive(['exam', '--count', '22', '--seed', '1'], call, (event) =>
    event.event === 'question'
      ? { action: 'next' }
      : event.event === 'sheet'
        ? { action: 'submit' }
        : undefined,
  );
  const topics = events.filter(({ event }) => event === 'question').map(({ topic }) => topic);
  expect(topics).toHaveLength(22);
  expect(new Set(topics).size).toBeGreaterThanOrEqual(20);
});
