// The prompt in time: what is typed too early, what happens when the time is over, what a pause holds up. The clock is a fake.

import { render } from '@inquirer/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type AskConfig, askPrompt } from '../../../src/players/terminal/ask-prompt.js';
import { TYPE_AHEAD_MS } from '../../../src/players/terminal/type-ahead.js';
import type { Question } from '../../../src/question/question.js';
import type { AskView, Desk } from '../../../src/session/player.js';
import { ONE_OF_EACH, singleChoice } from '../../support/questions.js';
import { PLAIN, viewOf } from '../sample-views.js';

const LIMIT_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A desk that counts as a sitting does, and notes what is recorded. */
function deskOf(recorded: string[]): Desk {
  const openedAt = Date.now();
  let pausedAt: number | null = null;
  let pausedMs = 0;
  const spentMs = () => (pausedAt ?? Date.now()) - openedAt - pausedMs;
  return {
    now: () => Date.now(),
    spentMs,
    remainingMs: () => Math.max(0, LIMIT_MS - spentMs()),
    hint: () => recorded.push('hint'),
    pause() {
      pausedAt = Date.now();
      recorded.push('pause');
    },
    unpause() {
      pausedMs += Date.now() - (pausedAt ?? Date.now());
      pausedAt = null;
      recorded.push('unpause');
    },
    keep: () => undefined,
    mark: (on) => recorded.push(on ? 'marked' : 'unmarked'),
    flag: () => recorded.push('flag'),
    draft: (response) => recorded.push(`draft ${JSON.stringify(response)}`),
  };
}

async function open(question: Question, change: Partial<AskView> = {}, timer: AskConfig['timer'] = 'live') {
  const recorded: string[] = [];
  const prompt = await render(askPrompt, {
    view: viewOf(question, { limitMs: LIMIT_MS, ...change }),
    desk: deskOf(recorded),
    theme: PLAIN,
    timer,
    notice: '',
    size: () => ({ columns: 80, rows: 24 }),
    onResize: () => () => undefined,
  });
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  return { ...prompt, recorded, pass, listening: () => pass(TYPE_AHEAD_MS) };
}

it('keys of the first 200 ms are not for this question', async () => {
  const { events, answer, pass, getScreen } = await open(singleChoice());
  await pass(TYPE_AHEAD_MS - 1);
  events.keypress('3');
  events.keypress('enter');
  expect(getScreen()).not.toContain('❯');
  await pass(1);
  events.keypress('2');
  events.keypress('enter');
  expect(await answer).toEqual({ kind: 'answer', response: 'wrong-1' });
});

it('text of the first 200 ms is taken back', async () => {
  const { events, answer, listening } = await open(ONE_OF_EACH['short-answer']);
  events.type('early');
  await listening();
  events.type('idempotent');
  events.keypress('enter');
  expect(await answer).toEqual({ kind: 'answer', response: 'idempotent' });
});

it('gone back to in a paper, an early key does not take away what was typed before', async () => {
  const { events, answer, listening } = await open(ONE_OF_EACH['short-answer'], { previous: 'idem' });
  events.type('x');
  await listening();
  events.type('potent');
  events.keypress('enter');
  expect(await answer).toEqual({ kind: 'answer', response: 'idempotent' });
});

it('the clock runs down by whole seconds', async () => {
  const { getScreen, pass } = await open(singleChoice());
  expect(getScreen()).toContain('1:00');
  await pass(18_100);
  expect(getScreen()).toContain('0:42');
});

it('at the end what has been entered is handed in', async () => {
  const { events, answer, listening, pass } = await open(singleChoice());
  await listening();
  events.keypress('3');
  await pass(LIMIT_MS);
  expect(await answer).toEqual({ kind: 'expired', response: 'wrong-2' });
});

it('at the end what has been typed is handed in', async () => {
  const { events, answer, listening, pass } = await open(ONE_OF_EACH['short-answer']);
  await listening();
  events.type('idem');
  await pass(LIMIT_MS);
  expect(await answer).toEqual({ kind: 'expired', response: 'idem' });
});

it('untouched it expires with nothing', async () => {
  const { answer, pass } = await open(singleChoice());
  await pass(LIMIT_MS);
  expect(await answer).toEqual({ kind: 'expired', response: null });
});

it('a clock that cuts nothing lets one speak on', async () => {
  const { events, answer, pass, getScreen } = await open(ONE_OF_EACH.open, {
    limitCuts: false,
    spoken: true,
  });
  await pass(LIMIT_MS + 5_000);
  expect(getScreen()).toContain('1:05 of 1:00');
  events.keypress('enter');
  expect(await answer).toMatchObject({ kind: 'answer' });
});

it('a pause hides the question and stops the clock', async () => {
  const { events, answer, listening, pass, getScreen, recorded } = await open(singleChoice());
  await listening();
  events.keypress('p');
  expect(getScreen()).toContain('Paused');
  expect(getScreen()).not.toContain('Option right');
  await pass(10 * LIMIT_MS);
  events.keypress('2');
  events.keypress('p');
  expect(getScreen()).toContain('Option right');
  expect(getScreen()).not.toContain('❯');
  expect(recorded).toEqual(['pause', 'unpause']);
  await pass(LIMIT_MS);
  expect(await answer).toEqual({ kind: 'expired', response: null });
});

it('what was typed before a pause is there after it', async () => {
  const { events, answer, listening, getScreen } = await open(ONE_OF_EACH['short-answer']);
  await listening();
  events.type('idem');
  events.keypress('f4');
  expect(getScreen()).not.toContain('idem');
  events.type('x');
  events.keypress('p');
  expect(getScreen()).toContain('❯ idem');
  events.type('potent');
  events.keypress('enter');
  expect(await answer).toEqual({ kind: 'answer', response: 'idempotent' });
});

it('the quiet clock speaks at half and at ten seconds', async () => {
  const { getScreen, pass } = await open(singleChoice(), {}, 'quiet');
  expect(getScreen()).not.toContain('1:00');
  await pass(LIMIT_MS / 2);
  expect(getScreen()).toContain('Half of the time is over: 30 s left.');
  await pass(LIMIT_MS / 3);
  expect(getScreen()).toContain('Ten seconds left.');
});

it('hint, flag and skip', async () => {
  const { events, answer, listening, getScreen, recorded } = await open(
    singleChoice(2, { hint: 'Think of keys.' }),
  );
  await listening();
  events.keypress('h');
  expect(getScreen()).toContain('Hint  Think of keys.');
  events.keypress('h');
  events.keypress('f');
  expect(getScreen()).toContain('Flagged.');
  events.keypress('s');
  expect(await answer).toEqual({ kind: 'skip' });
  expect(recorded).toEqual(['hint', 'flag']);
});
