// An assistant leads sittings: a practice of five, an interview with marks, and what is kept of them.

import { expect, it } from 'vitest';
import { openHistory } from '../../../src/app/open-history.js';
import { loadSegments } from '../../../src/history/segment-store.js';
import { sittingsOf } from '../../../src/history/sittings.js';
import { attemptsFrom } from '../../../src/session/attempts.js';
import { temporaryHome } from '../../support/home.js';
import { NOW, run, runJson } from '../../support/run.js';
import { connect } from './connect.js';

/** What is right in the sample pack. */
const RIGHT: Readonly<Record<string, unknown>> = {
  'sample/one': 'same-key',
  'sample/tall': 'first',
  'sample/truth': false,
  'sample/several': ['get', 'put'],
  'sample/figure': 8.76,
  'sample/word': 'idempotent',
  'sample/steps': ['resolve', 'connect', 'request', 'answer'],
};
const CLOSED = ['single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer', 'ordering'];

const answersIn = (home: string) => sittingsOf(loadSegments(home).segments).flatMap(({ answers }) => answers);

it('plays a practice of five to its end, and everything is in the history', async () => {
  const home = temporaryHome();
  const { tool, end } = await connect({ home });
  let turn = await tool('start', { mode: 'practice', count: 5, type: CLOSED });
  expect(turn).toMatchObject({
    event: 'question',
    place: 1,
    of: 5,
    sitting: { mode: 'practice', questions: 5 },
  });
  for (let asked = 0; asked < 5; asked += 1) {
    expect(turn.event).toBe('question');
    expect(turn.limitMs).toBeNull();
    const item = String(turn.item);
    const verdict = await tool('answer', asked === 1 ? { dontKnow: true } : { response: RIGHT[item] });
    expect(verdict).toMatchObject({ event: 'verdict', item, credit: asked === 1 ? 0 : 1 });
    expect(verdict.explanation).not.toBe('');
    turn = await tool('next');
  }
  expect(turn).toMatchObject({ event: 'closing', reason: 'finished' });
  expect((turn.items as unknown[]).length).toBe(5);
  expect((await end()).code).toBe(0);
  expect(answersIn(home).map(({ outcome, markedBy }) => [outcome, markedBy])).toEqual([
    ['answered', 'key'],
    ['skipped', 'key'],
    ['answered', 'key'],
    ['answered', 'key'],
    ['answered', 'key'],
  ]);
  expect((await run(['history'], { home })).out).toContain('Practice  5 answers');
});

/** Answers the one interview question and its probe; the marking comes back. */
async function sayTalk(tool: Awaited<ReturnType<typeof connect>>['tool']) {
  const asked = await tool('start', { mode: 'interview', questions: ['talk'] });
  expect(asked).toMatchObject({ event: 'question', item: 'sample/talk' });
  const probe = await tool('answer', { response: 'It sends an idempotency key with every try.' });
  expect(probe).toMatchObject({
    event: 'question',
    stem: expect.stringContaining('give up'),
    probe: { number: 1 },
  });
  return tool('answer', { response: 'After five tries.' });
}

it("holds an interview: a probe, the rubric after the answer, marks kept as an assistant's", async () => {
  const home = temporaryHome();
  const { tool, end } = await connect({ home });
  const marking = await sayTalk(tool);
  expect(marking).toMatchObject({ event: 'marking', item: 'sample/talk' });
  expect((marking.rubric as { id: string }[]).map(({ id }) => id)).toEqual(['key', 'backoff', 'budget']);
  const verdict = await tool('mark', { met: ['key'], half: ['budget'] });
  expect(verdict).toMatchObject({ event: 'verdict', outcome: 'answered' });
  expect(await tool('next')).toMatchObject({ event: 'closing' });
  await end();
  const [answer] = answersIn(home);
  expect(answer).toMatchObject({
    markedBy: 'assistant',
    counts: false,
    response: { met: ['key'], half: ['budget'] },
  });
  expect(answer?.credit).toBeGreaterThan(0);
});

it.each([
  ['do not count for mastery', [], false],
  ['count for mastery where that was allowed', ['--count-marks'], true],
] as const)('marks of an assistant %s', async (_, flags, counts) => {
  const home = temporaryHome();
  const { tool, end } = await connect({ home }, flags);
  await sayTalk(tool);
  await tool('mark', { met: ['key', 'backoff', 'budget'], half: [], flags: [] });
  await end();
  const attempts = attemptsFrom(answersIn(home), () => undefined);
  expect(attempts).toMatchObject([{ item: 'sample/talk', marking: 'self', countsForMastery: counts }]);
  const { topics } = await runJson<{ topics: { topic: string; counted: number }[] }>(['stats'], { home });
  expect(topics.find(({ topic }) => topic === 'stories')?.counted).toBe(counts ? 1 : 0);
});

it('leaves what is open when the client goes, to be resumed by an assistant or in a terminal', async () => {
  const home = temporaryHome();
  const first = await connect({ home });
  const asked = await first.tool('start', { mode: 'practice', count: 3, type: CLOSED });
  await first.tool('answer', { response: RIGHT[String(asked.item)] });
  const open = await first.tool('next');
  expect((await first.end()).code).toBe(0);

  const second = await connect({ home });
  expect(await second.tool('start', { mode: 'resume' })).toMatchObject({
    event: 'question',
    item: open.item,
    place: 2,
  });
  expect(await second.tool('next', { leave: true })).toMatchObject({ event: 'left' });
  await second.end();
  const { out } = await run(['resume', '--plain'], { home, input: [':q'] });
  expect(out).toContain('2 of 3');
  expect(openHistory({ home, stderr: process.stderr } as never).sittings).toHaveLength(1);
});

it('keeps an open answer that was not marked before the client went', async () => {
  const home = temporaryHome();
  const first = await connect({ home });
  await sayTalk(first.tool);
  await first.end();
  expect(answersIn(home)).toEqual([]);
  const second = await connect({ home });
  expect(await second.tool('start', { mode: 'resume' })).toMatchObject({ event: 'marking' });
  expect(await second.tool('mark', {})).toMatchObject({ event: 'verdict' });
  await second.end();
  expect(answersIn(home)).toHaveLength(1);
});

it('two assistants at once lose nothing, and answers sent at once do not meet', async () => {
  const home = temporaryHome();
  const both = [await connect({ home }), await connect({ home })];
  await Promise.all(
    both.map(async ({ tool }) => {
      let turn = await tool('start', { mode: 'practice', count: 4, type: CLOSED });
      while (turn.event === 'question') {
        const answer = { response: RIGHT[String(turn.item)] };
        const [verdict, late] = await Promise.all([tool('answer', answer), tool('answer', answer)]);
        expect(verdict?.event).toBe('verdict');
        expect(late).toEqual({ refused: 'The question is answered: use next.' });
        turn = await tool('next');
      }
    }),
  );
  await Promise.all(both.map(({ end }) => end()));
  expect(answersIn(home)).toHaveLength(8);
  expect(new Set(answersIn(home).map(({ id }) => id)).size).toBe(8);
});

it('a new sitting leaves the one before whole', async () => {
  const home = temporaryHome();
  const { tool, end } = await connect({ home, now: NOW });
  await tool('start', { mode: 'drill', count: 2, type: CLOSED });
  expect(await tool('start', { mode: 'practice', count: 2, type: CLOSED })).toMatchObject({
    event: 'question',
  });
  await end();
  expect(
    sittingsOf(loadSegments(home).segments)
      .map(({ header }) => header.mode)
      .sort(),
  ).toEqual(['drill', 'practice']);
});
