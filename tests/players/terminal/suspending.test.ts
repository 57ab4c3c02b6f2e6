// Suspending the question on the screen: the same key twice, and never in a paper or behind a question.

import { expect, it } from 'vitest';
import { MODE_RULES } from '../../../src/history/modes.js';
import { obeyCommand, startLive } from '../../../src/players/terminal/ask-commands.js';
import { inputFor } from '../../../src/players/terminal/inputs/inputs.js';
import type { AskView, Desk } from '../../../src/session/player.js';
import { singleChoice } from '../../support/questions.js';
import { viewOf } from '../sample-views.js';

const singleView = viewOf(singleChoice(2));

const context = (view: AskView) => ({
  desk: {} as Desk,
  input: inputFor(view),
  entered: () => null,
  turned: () => 0,
});

const press = (view: AskView, live = startLive(view, '')) => obeyCommand('suspend', live, context(view));

it('asks for the same key again', () => {
  const first = press(singleView);
  if (first.kind !== 'stay') throw new Error('it left at once');
  expect(first.live.notice).toContain('The same key again');
  expect(press(singleView, first.live)).toEqual({ kind: 'done', result: { kind: 'suspend' } });
  expect(press(singleView, { ...first.live, suspending: false }).kind).toBe('stay');
});

it.each([{ mode: MODE_RULES.exam }, { probe: { number: 1, of: 1 } }])('does nothing with %j', (change) => {
  const view = { ...singleView, ...change };
  expect(press(view)).toMatchObject({ kind: 'stay', live: { notice: '' } });
});
