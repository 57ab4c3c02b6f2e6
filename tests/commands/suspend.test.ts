// api-quiz suspend and unsuspend: what is not the person's job is chosen by no sitting, until it is brought back.

import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { answering, asked, drive, NOW, type Reply, run, runJson } from '../support/run.js';

const SUSPENDED = ['figure', 'one', 'pairs', 'several', 'steps', 'tall', 'truth'];

/** Hands a paper in as soon as there is one. */
const sitting: Reply = (event) => (event.event === 'sheet' ? { action: 'submit' } : answering()(event));

test('none: said, and an empty array', async () => {
  const home = temporaryHome();
  expect((await run(['suspend'], { home })).out).toBe(
    'No question is suspended. While a question is open, x suspends it.\n',
  );
  expect(await runJson(['suspend'], { home })).toEqual([]);
});

test('no verb chooses what is suspended; named, it is asked; brought back, it is chosen again', async () => {
  const home = temporaryHome();
  const first = await run(['suspend', ...SUSPENDED], { home });
  expect(first.out).toContain(
    'one is suspended: no sitting chooses it. It comes back with: api-quiz unsuspend one\n',
  );
  expect((await run(['suspend', 'one'], { home })).out).toBe('one is suspended already.\n');
  const chosen = async (...args: string[]) => asked((await drive(args, { home }, sitting)).events);
  for (const verb of ['diagnose', 'practice', 'drill', 'exam'])
    expect(await chosen(verb, '--topic', 'samples'), verb).toEqual(['sample/word']);
  expect(await chosen('practice', 'one')).toEqual(['sample/one']);
  expect((await run(['practice', '--type', 'matching'], { home })).code).toBe(2);
  expect((await run(['unsuspend', 'pairs', 'sample/one'], { home, now: NOW + 1000 })).out).toBe(
    'sample/pairs is chosen again.\nsample/one is chosen again.\n',
  );
  expect(await chosen('practice', '--type', 'matching')).toEqual(['sample/pairs']);
});

test('it is not due, and in no plan', async () => {
  const home = temporaryHome();
  const later = NOW + 60 * 86_400_000;
  await drive(['practice', 'one', 'truth'], { home }, answering());
  await run(['suspend', 'one', 'figure'], { home });
  const listed = await runJson<{ id: string }[]>(['list', '--due'], { home, now: later });
  expect(listed.map(({ id }) => id)).toEqual(['truth']);
  expect((await run(['stats', '--brief'], { home, now: later })).out).toContain('1 due');
  const plan = await runJson<{ days: { items: string[] }[]; topics: { topic: string; questions: number }[] }>(
    ['plan', '--date', '2027-01-30'],
    { home, now: later },
  );
  expect(plan.days.flatMap(({ items }) => items)).not.toContain('sample/figure');
  expect(plan.topics.find(({ topic }) => topic === 'samples')).toMatchObject({ questions: 6 });
});

test('an interview leaves out what is suspended', async () => {
  const home = temporaryHome();
  await run(['suspend', 'story'], { home });
  const { events } = await drive(['interview'], { home }, answering());
  expect(asked(events)).toEqual(['sample/talk']);
});

test('listed, shown, and counted in list --suspended', async () => {
  const home = temporaryHome();
  await run(['suspend', 'one'], { home });
  const { out } = await run(['suspend'], { home });
  expect(out).toContain('one  suspended by you on 2026-11-20\n');
  expect(out).toContain("A client's POST /payments timed out.");
  expect(await runJson(['suspend'], { home })).toMatchObject([{ item: 'sample/one', why: 'person' }]);
  expect(await runJson(['list', '--suspended'], { home })).toMatchObject([{ id: 'one' }]);
  expect((await run(['show', 'one'], { home })).out).toContain('api-quiz unsuspend one');
});

test('wrong use: one line each', async () => {
  const home = temporaryHome();
  expect(await run(['unsuspend', 'one'], { home })).toMatchObject({
    code: 2,
    err: 'No suspended question is called "one"; see: api-quiz suspend\n',
  });
  expect(await run(['suspend', 'wrod'], { home })).toMatchObject({
    code: 2,
    err: expect.stringContaining('word'),
  });
});
