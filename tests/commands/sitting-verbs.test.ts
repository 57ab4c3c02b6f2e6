// practice, drill, interview and diagnose, driven from the command line.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { answering, asked, drive, type Event, NOW, run, runJson, SHIPPED } from '../support/run.js';

const DAY_MS = 86_400_000;
interface Sat {
  id: string;
  mode: string;
  answers: { question: string; round: number }[];
}
const historyOf = (home: string) => runJson<Sat[]>(['history'], { home });
const lastId = async (home: string) => (await historyOf(home)).at(-1)?.id as string;
const closing = (events: readonly Event[]) => events.find(({ event }) => event === 'closing');

test('practice: --count bounds what is asked; the same seed, history and instant ask the same', async () => {
  const ask = async (...args: string[]) => {
    const { events } = await drive(['practice', ...args], { home: temporaryHome() }, answering());
    return events
      .filter(({ event }) => event === 'question')
      .map(({ item, options, right }) => ({ item, options, right }));
  };
  const first = await ask('--count', '6', '--seed', '11');
  expect(first).toHaveLength(6);
  expect(await ask('--count', '6', '--seed', '11')).toEqual(first);
  expect(await ask('--count', '6', '--seed', '12')).not.toEqual(first);
  expect(await ask('-n', '1')).toHaveLength(1);
});

test('practice --new and --due: one or the other, and said when there is none', async () => {
  const home = temporaryHome();
  expect((await run(['practice', '--due'], { home })).err).toBe(
    'No review is due. New questions: api-quiz practice --new\n',
  );
  expect((await run(['practice', '--new', '--due'], { home })).err).toBe(
    '--new and --due exclude each other; leave one out\n',
  );
  await drive(['practice', '--type', 'numeric'], { home }, answering());
  expect((await run(['practice', '--type', 'numeric', '--new'], { home })).err).toContain('Reviews: ');
});

test('--again asks the same questions with the same shuffling, whatever was learnt since', async () => {
  const home = temporaryHome();
  const shown = (events: readonly Event[]) =>
    events
      .filter(({ event }) => event === 'question')
      .map(({ item, options, right }) => ({ item, options, right }));
  const first = await drive(['practice', '--count', '5', '--seed', '3'], { home }, answering());
  const id = await lastId(home);
  const call = { home, now: NOW + DAY_MS };
  for (const verb of ['practice', 'exam']) {
    const again = await drive([verb, '--again', id], call, (event) =>
      event.event === 'sheet' ? { action: 'submit' } : answering()(event),
    );
    expect(shown(again.events)).toEqual(shown(first.events));
  }
  expect((await run(['practice', '--again', 'nope'], { home })).err).toContain('There is no sitting "nope"');
});

test('drill: a miss comes back after two others, in another order, three rounds at most', async () => {
  const home = temporaryHome();
  const misses = new Set(['sample/one']);
  const args = ['drill', 'samples', '--count', '6', '--seed', '2', '--type'];
  const types = 'single-choice,true-false,multiple-choice,short-answer,numeric';
  const { events, code } = await drive(
    [...args, types],
    { home },
    answering((item) => misses.has(item)),
  );
  expect(code).toBe(0);
  const items = asked(events);
  const places = items.flatMap((item, index) => (item === 'sample/one' ? [index] : []));
  expect(places).toHaveLength(3);
  expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThan(2);
  const { items: scored } = closing(events) as unknown as {
    items: { item: string; rounds: number | null }[];
  };
  expect(scored.find(({ item }) => item === 'sample/one')?.rounds).toBe(null);
});

test('drill: topics between commas or apart; an unknown one names the nearest', async () => {
  const home = temporaryHome();
  const { events } = await drive(['drill', 'samples,stories', '--count', '10'], { home }, answering());
  expect(new Set(asked(events)).size).toBe(10);
  expect(await run(['drill', 'storys'], { home })).toMatchObject({
    code: 2,
    err: 'There is no topic "storys". Near to it: stories. See: api-quiz topics\n',
  });
  expect((await run(['drill', 'stories', '--type', 'numeric'], { home })).err).toContain(
    'No question matches',
  );
});

test('drill --weak without a history says where to start, with one drills the weakest', async () => {
  const home = temporaryHome();
  expect((await run(['drill', '--weak'], { home })).err).toBe(
    'No topic has been answered yet, so none is known to be weak. Start with: api-quiz practice\n',
  );
  await drive(
    ['practice', '--count', '8'],
    { home },
    answering(() => true),
  );
  const { events } = await drive(['drill', '--weak', '--count', '3'], { home }, answering());
  expect(events[0]).toMatchObject({ event: 'sitting', mode: 'drill' });
});

test('drill --missed, --since and --missed-of', async () => {
  const home = temporaryHome();
  expect((await run(['drill', '--missed'], { home })).err).toContain('Nothing missed is left to drill.');
  const closed = ['--type', 'single-choice,true-false,numeric', '--count', '4'];
  const wrong = (...items: string[]) => answering((item) => items.includes(item));
  await drive(['practice', ...closed], { home }, wrong('sample/one', 'sample/figure'));
  const first = await lastId(home);
  const later = { home, now: NOW + 3 * DAY_MS };
  await drive(['practice', ...closed], later, wrong('sample/truth'));
  const drilled = async (...args: string[]) =>
    asked((await drive(['drill', ...args], { home, now: NOW + 4 * DAY_MS }, () => null)).events);
  const plan = async (...args: string[]) => {
    const { events } = await drive(['drill', ...args], { home, now: NOW + 4 * DAY_MS }, () => null);
    return events[0]?.questions;
  };
  expect(await drilled('--missed')).toEqual(['sample/truth']);
  expect(await plan('--missed')).toBe(1);
  expect(await plan('--missed-of', first)).toBe(2);
  expect(await plan('--since', '2d')).toBe(1);
  expect(await plan('--missed', '--since', '2026-11-01')).toBe(1);
  expect((await run(['drill', '--since', '12h'], { home, now: NOW + 4 * DAY_MS })).err).toContain(
    'Nothing missed',
  );
  expect(await run(['drill', '--missed', '--since', 'yesterday'], { home })).toMatchObject({
    code: 2,
    err: '--since cannot be "yesterday"; it takes a span such as 7d, 12h or 2w, or a day such as 2026-11-01\n',
  });
});

test('interview: open questions only, a behavioural one and the question to the interviewer at the end', async () => {
  const call = { home: temporaryHome(), builtIn: SHIPPED };
  const sat = async (...args: string[]) => {
    const { events, code } = await drive(['interview', '--seed', '4', ...args], call, answering());
    expect(code).toBe(0);
    return events.filter(({ event }) => event === 'question');
  };
  const questions = await sat();
  expect(questions).toHaveLength(6);
  expect(questions.every(({ type }) => type === 'open')).toBe(true);
  expect(questions[0]?.level).toBe('foundation');
  expect(questions.slice(-2).map(({ topic }) => topic)).toEqual([
    'interview-behaviour',
    'interview-behaviour',
  ]);
  expect((questions.at(-1)?.concepts as string[] | undefined)?.[0]).toMatch(/^questions-about-/);
  const product = (await sat('--role', 'product')).map(({ item }) => (item as string).replace('core/', ''));
  const shown = await Promise.all(product.map((id) => runJson<{ roles: string[] }>(['show', id], call)));
  expect(shown.every(({ roles }) => roles.length === 0 || roles.includes('product'))).toBe(true);
  expect(shown.filter(({ roles }) => roles.includes('product')).length).toBeGreaterThanOrEqual(4);
  expect(await sat('--count', '1')).toHaveLength(1);
  expect((await run(['interview', '--type', 'numeric'], call)).code).toBe(2);
});

test('diagnose: --time off asks without limits, --time 2 doubles them', async () => {
  const limits = async (...time: string[]) => {
    const call = { home: temporaryHome(), builtIn: SHIPPED };
    const { events } = await drive(['diagnose', '--count', '2', '--seed', '1', ...time], call, ({ event }) =>
      event === 'question' ? { action: 'skip' } : event === 'verdict' ? { action: 'next' } : undefined,
    );
    return events.filter(({ event }) => event === 'question').map(({ limitMs }) => limitMs as number | null);
  };
  const usual = await limits();
  expect(usual.every((limit) => (limit ?? 0) > 0)).toBe(true);
  expect(await limits('--time', '2')).toEqual(usual.map((limit) => 2 * (limit as number)));
  expect(await limits('--time', 'off')).toEqual([null, null]);
});

test('diagnose: every topic once first, nothing twice, stops at --count', async () => {
  const call = { home: temporaryHome(), builtIn: SHIPPED };
  const { events } = await drive(['diagnose', '--count', '26', '--seed', '1'], call, ({ event }) =>
    event === 'question' ? { action: 'skip' } : event === 'verdict' ? { action: 'next' } : undefined,
  );
  const questions = events.filter(({ event }) => event === 'question');
  expect(questions).toHaveLength(26);
  expect(new Set(questions.map(({ item }) => item)).size).toBe(26);
  const topics = new Set(questions.map(({ topic }) => topic));
  expect(new Set(questions.slice(0, topics.size).map(({ topic }) => topic))).toEqual(topics);
  expect(closing(events)).toMatchObject({ reason: 'finished' });
  expect((await historyOf(call.home))[0]?.answers).toHaveLength(26);
});

test('diagnose keeps to its filter, says when nothing is left, and can be repeated and drilled', async () => {
  const home = temporaryHome();
  const { events } = await drive(
    ['diagnose', '--level', 'advanced'],
    { home },
    answering(() => true),
  );
  expect(asked(events).sort()).toEqual(['sample/steps', 'sample/tall']);
  expect(await run(['diagnose', '--level', 'advanced'], { home })).toMatchObject({
    code: 2,
    err: 'Every matching question has been answered, and a diagnosis needs new ones; see: api-quiz stats\n',
  });
  expect((await run(['diagnose', '--topic', 'stories'], { home })).err).toContain('No question matches');
  const id = await lastId(home);
  expect(await runJson(['history', id], { home })).toMatchObject({
    questions: expect.arrayContaining(['sample/steps', 'sample/tall']),
  });
  const again = await drive(['practice', '--again', id], { home }, answering());
  expect(asked(again.events)).toEqual(asked(events));
  const drilled = await drive(['drill', '--missed-of', id], { home }, () => null);
  expect(drilled.events[0]?.questions).toBe(2);
});

test('answers of any length can be read back', async () => {
  const home = temporaryHome();
  const long = 'x'.repeat(90_000);
  const { code } = await run(['practice', '--type', 'short-answer', '--count', '1'], {
    home,
    input: [`:f ${long}`, long, ''],
  });
  expect(code).toBe(0);
  await run(['interview', '--count', '1'], { home, input: [long, long, '.', '', '', ''] });
  await drive(['interview', '--count', '1'], { home }, ({ event }) =>
    event === 'question' ? { action: 'answer', response: long } : event === 'error' ? null : undefined,
  );
  const doctor = await runJson<{ setAside: unknown[] }>(['doctor'], { home });
  expect(doctor.setAside).toEqual([]);
  expect((await run(['flags'], { home })).out).toContain('sample/word');
});

test('a sitting over a damaged settings file still begins', async () => {
  const home = temporaryHome();
  writeFileSync(join(home, 'config.json'), '\u0000');
  expect((await drive(['practice', '--count', '1'], { home }, answering())).code).toBe(0);
});
