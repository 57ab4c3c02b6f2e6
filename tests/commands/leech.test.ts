// Leeches: the eighth miss suspends a question, the person is told, and a miss that counts no longer lifts it.

import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { drive, type Event, NOW, type Reply, run, runJson } from '../support/run.js';

const DAY_MS = 86_400_000;
const skipping: Reply = ({ event }) =>
  event === 'question' ? { action: 'skip' } : event === 'verdict' ? { action: 'next' } : undefined;

/** A home in which a question has been missed on so many days. */
async function missedOn(days: number): Promise<string> {
  const home = temporaryHome();
  for (let day = 0; day < days; day += 1)
    await drive(['practice', 'word'], { home, now: NOW + day * DAY_MS }, skipping);
  return home;
}

const last = (events: readonly Event[]) => events.at(-1);

test('seven misses leave it, the eighth suspends it; brought back, four more do', async () => {
  const home = await missedOn(7);
  expect(await runJson(['suspend'], { home })).toEqual([]);
  const now = NOW + 7 * DAY_MS;
  const { out } = await run(['practice', 'word', '--plain'], { home, now, input: [':s', ''] });
  expect(out.replace(/\s+/g, ' ')).toContain('Missed for the 8th time: suspended, no sitting chooses it');
  expect(out).toContain('api-quiz unsuspend sample/word');
  expect(await runJson(['suspend'], { home })).toMatchObject([{ item: 'sample/word', why: 'leech' }]);
  await run(['unsuspend', 'word'], { home, now: now + 1000 });
  for (let day = 8; day < 11; day += 1)
    await drive(['practice', 'word'], { home, now: NOW + day * DAY_MS }, skipping);
  expect(await runJson(['suspend'], { home })).toEqual([]);
  const twelfth = await drive(['practice', 'word'], { home, now: NOW + 11 * DAY_MS }, skipping);
  expect(last(twelfth.events)).toMatchObject({ event: 'closing', suspended: ['sample/word'] });
});

test('a miss that is overridden or taken back does not suspend', async () => {
  const home = await missedOn(7);
  let verdicts = 0;
  const overriding: Reply = ({ event }) => {
    if (event === 'question') return { action: 'answer', response: 'repeatable' };
    if (event !== 'verdict') return undefined;
    verdicts += 1;
    return { action: verdicts === 1 ? 'override' : 'next' };
  };
  const { events } = await drive(['practice', 'word'], { home, now: NOW + 7 * DAY_MS }, overriding);
  expect(last(events)).not.toHaveProperty('suspended');
});

test('a drill that brings a question back three times counts once; the misses of a paper count', async () => {
  const home = await missedOn(6);
  const now = NOW + 6 * DAY_MS;
  await drive(['drill', '--type', 'short-answer'], { home, now }, skipping);
  expect(await runJson(['suspend'], { home })).toEqual([]);
  const paper: Reply = ({ event }) =>
    event === 'question'
      ? { action: 'answer', response: 'repeatable' }
      : event === 'sheet'
        ? { action: 'submit' }
        : undefined;
  const exam = await drive(['exam', '--type', 'short-answer'], { home, now: now + DAY_MS }, paper);
  expect(last(exam.events)).toMatchObject({ suspended: ['sample/word'] });
});

test('suspended while it is asked: it leaves the sitting, counts for nothing, and the place is counted without it', async () => {
  const home = temporaryHome();
  let asked = 0;
  const first: Reply = ({ event }) => {
    if (event !== 'question') return event === 'verdict' ? { action: 'next' } : undefined;
    asked += 1;
    return { action: asked === 1 ? 'suspend' : 'skip' };
  };
  const { events } = await drive(['practice', 'one', 'truth'], { home }, first);
  expect(events.filter(({ event }) => event === 'question').map(({ place, of }) => [place, of])).toEqual([
    [1, 2],
    [1, 1],
  ]);
  expect(last(events)).toMatchObject({ items: [{ item: 'sample/truth' }], maxPoints: 1 });
  expect(await runJson(['suspend'], { home })).toMatchObject([{ item: 'sample/one', why: 'person' }]);
  expect(await runJson(['history'], { home })).toMatchObject([{ finished: true }]);
});
