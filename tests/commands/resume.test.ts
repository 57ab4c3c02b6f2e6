// Sittings gone on with: where they stood, twice, elsewhere, and without their pack.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { segmentFile } from '../../src/history/home.js';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import {
  answering,
  asked,
  type Call,
  drive,
  type Event,
  NOW,
  type Reply,
  run,
  runJson,
  SHIPPED,
} from '../support/run.js';

interface Sat {
  id: string;
  finished: boolean;
  continuedFrom: string | null;
  answers: { id: string; question: string }[];
}

const historyOf = (home: string) => runJson<Sat[]>(['history'], { home });
/** Answers that many questions, then the input ends. */
const answeringOnly = (count: number): Reply => {
  let left = count;
  return (event) => {
    if (event.event !== 'question') return answering()(event);
    left -= 1;
    return left < 0 ? null : answering()(event);
  };
};
const shown = (events: readonly Event[]) =>
  events
    .filter(({ event }) => event === 'question')
    .map(({ item, options, right }) => ({ item, options, right }));
const begin = (call: Call, count: number, ...args: string[]) =>
  drive(['practice', '--count', '6', '--seed', '9', ...args], call, answeringOnly(count));

test('nothing to resume, a finished one, an unknown one: one line each', async () => {
  const home = temporaryHome();
  const said = async (...args: string[]) => (await run(['resume', ...args], { home })).err;
  expect(await said()).toBe('There is no unfinished sitting. Start one: api-quiz practice\n');
  expect(await said('nope')).toBe('There is no sitting "nope"; see: api-quiz history\n');
  expect(await said('')).toContain('There is no sitting ""');
  await begin({ home }, 6);
  const [{ id } = { id: '' }] = await historyOf(home);
  expect(await said(id)).toBe(`The sitting ${id} is finished; see it: api-quiz history ${id}\n`);
  expect(await said()).toContain('There is no unfinished sitting.');
});

test('goes on at the same question with the same shuffling, by id and without; history shows one sitting', async () => {
  const whole = shown((await begin({ home: temporaryHome() }, 6)).events);
  const home = temporaryHome();
  const first = await begin({ home }, 2);
  const [{ id } = { id: '' }] = await historyOf(home);
  const second = await drive(['resume', id], { home, now: NOW + 60_000 }, answeringOnly(1));
  const third = await drive(['resume'], { home, now: NOW + 120_000 }, answering());
  expect(shown(first.events).slice(0, 2)).toEqual(whole.slice(0, 2));
  expect(shown(second.events)).toEqual(whole.slice(2, 4));
  expect(shown(third.events)).toEqual(whole.slice(3));
  const sittings = await historyOf(home);
  expect(sittings).toHaveLength(1);
  expect(sittings[0]).toMatchObject({ id, finished: true });
  expect(sittings[0]?.answers.map(({ question }) => question)).toEqual(whole.map(({ item }) => item));
});

test('two resumes of one sitting are two sittings: none lost, nothing counted twice', async () => {
  const home = temporaryHome();
  await begin({ home }, 2);
  const copy = temporaryHome();
  cpSync(home, copy, { recursive: true });
  await drive(['resume'], { home, now: NOW + 60_000 }, answering());
  await drive(['resume'], { home: copy, now: NOW + 90_000 }, answeringOnly(2));
  const before = await historyOf(home);
  // Files copied in from another machine: the union is the history.
  cpSync(join(copy, 'sessions'), join(home, 'sessions'), { recursive: true });
  const sittings = await historyOf(home);
  expect(sittings.map(({ answers }) => answers.length)).toEqual([6, 2]);
  expect(sittings[0]).toEqual(before[0]);
  expect(sittings[1]?.continuedFrom).toBe(before[0]?.id);
  const ids = sittings.flatMap(({ answers }) => answers.map(({ id }) => id));
  expect(new Set(ids).size).toBe(8);
  expect(await runJson(['doctor'], { home })).toMatchObject({ sittings: 2, answers: 8, setAside: [] });
  // The fork goes on for itself.
  const fork = await drive(['resume'], { home, now: NOW + 180_000 }, answering());
  expect(asked(fork.events)).toHaveLength(2);
  expect((await historyOf(home)).map(({ answers }) => answers.length)).toEqual([6, 4]);
});

test('a sitting over a pack goes on without the pack, and with a file of it changed', async () => {
  const folder = folderOf({
    'pack.yaml': packFile('mine'),
    ...Object.fromEntries(
      ['one', 'two', 'three'].map((id) => [`${id}-q.md`, questionFile('mine', `${id}-q`)]),
    ),
  });
  const home = temporaryHome();
  const sit = ['practice', '--pack', `${folder},mine`, '--count', '3', '--seed', '1'];
  const reply = (most: number): Reply => {
    let left = most;
    return ({ event }) => {
      if (event === 'verdict') return { action: 'next' };
      if (event !== 'question') return undefined;
      left -= 1;
      return left < 0 ? null : { action: 'answer', response: true };
    };
  };
  const first = await drive(sit, { home }, reply(1));
  const next = first.events.findLast(({ event }) => event === 'question');
  const name = `${String(next?.item).replace('mine/', '')}.md`;
  writeFileSync(
    join(folder, name),
    questionFile('mine', name.replace('.md', ''), {
      answer: 'false',
      body: 'Changed?\n\n## Explanation\nYes.',
    }),
  );
  const second = await drive(['resume', '--pack', folder], { home }, reply(1));
  expect(second.events.find(({ event }) => event === 'question')).toEqual(next);
  expect(second.events.find(({ event }) => event === 'verdict')).toMatchObject({ credit: 1 });
  rmSync(folder, { recursive: true });
  const third = await drive(['resume'], { home }, reply(1));
  expect(third.code).toBe(0);
  expect(third.events.find(({ event }) => event === 'closing')).toMatchObject({
    reason: 'finished',
    share: 1,
  });
});

test('a diagnosis goes on after its verdict, and keeps to its filter', async () => {
  const home = temporaryHome();
  const call = { home, builtIn: SHIPPED };
  const args = ['diagnose', '--topic', 'graphql,api-security', '--count', '6', '--seed', '2'];
  let verdicts = 0;
  const first = await drive(args, call, ({ event }) => {
    if (event === 'question') return { action: 'skip' };
    if (event !== 'verdict') return undefined;
    verdicts += 1;
    return verdicts === 2 ? { action: 'quit' } : { action: 'next' };
  });
  expect(asked(first.events)).toHaveLength(2);
  const second = await drive(['resume'], call, ({ event }) =>
    event === 'question' ? { action: 'skip' } : event === 'verdict' ? { action: 'next' } : undefined,
  );
  const questions = [...first.events, ...second.events].filter(({ event }) => event === 'question');
  expect(questions).toHaveLength(6);
  expect(new Set(questions.map(({ item }) => item)).size).toBe(6);
  expect(new Set(questions.map(({ topic }) => topic))).toEqual(new Set(['graphql', 'api-security']));
  expect((await run(['resume'], call)).code).toBe(2);
});

test('plain: the end of input is a quit, and the sitting goes on', async () => {
  const home = temporaryHome();
  const first = await run(['practice', '--count', '3', '--seed', '1'], { home, input: [':s', ''] });
  expect(first.code).toBe(0);
  expect(first.out).toContain('api-quiz resume');
  const second = await run(['resume'], { home, input: [':s', '', ':s', ''] });
  expect(second.code).toBe(0);
  expect(second.out).toContain('Going on with Practice');
  expect((await historyOf(home))[0]?.answers).toHaveLength(3);
});

test('leaving at the last verdict finishes the sitting: nothing to resume is offered', async () => {
  const home = temporaryHome();
  let questions = 0;
  const { out, events } = await drive(['practice', '--count', '2', '--seed', '9'], { home }, (event) => {
    if (event.event === 'question') questions += 1;
    return event.event === 'verdict' && questions === 2 ? { action: 'quit' } : answering()(event);
  });
  expect(events.at(-1)).toMatchObject({ event: 'closing', reason: 'finished' });
  expect(out).not.toContain('api-quiz resume');
  expect((await run(['resume'], { home })).err).toContain('There is no unfinished sitting.');
});

test('killed between the last answer and the end, a sitting is ended by a bare resume', async () => {
  const home = temporaryHome();
  await drive(['practice', '--count', '2', '--seed', '9'], { home }, answering());
  const [sitting] = await historyOf(home);
  const file = segmentFile(home, sitting?.id ?? '');
  const { crc32: _, ...segment } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(
    file,
    JSON.stringify({
      ...segment,
      steps: segment.steps.filter(({ kind }: { kind: string }) => kind !== 'ended'),
    }),
  );
  expect((await historyOf(home))[0]?.finished).toBe(false);
  const { events } = await drive(['resume'], { home }, answering());
  expect(events.map(({ event }) => event)).toEqual(['sitting', 'closing']);
  expect((await historyOf(home))[0]?.finished).toBe(true);
});

test('a clock set back before going on gives no time and takes none', async () => {
  const home = temporaryHome();
  await begin({ home }, 1);
  const { events } = await drive(['resume'], { home, now: NOW - 3_600_000 }, answering());
  const questions = events.filter(({ event }) => event === 'question');
  expect(questions).toHaveLength(5);
  for (const { limitMs, remainingMs } of questions.slice(1)) expect(remainingMs).toBe(limitMs);
});
