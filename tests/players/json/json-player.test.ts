// The player for programs, line by line: what it waits for, and how long. Its dialogues are tested with docs/json.md.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MODE_RULES } from '../../../src/history/modes.js';
import { makeJsonPlayer } from '../../../src/players/json/json-player.js';
import { REFUSAL_CODES } from '../../../src/players/json/refusals.js';
import type { LinesIn } from '../../../src/players/lines-in.js';
import type { AskView, Desk } from '../../../src/session/player.js';
import { ONE_OF_EACH } from '../../support/questions.js';
import { verdictOn, viewOf } from '../sample-views.js';

const desk: Desk = {
  now: () => 0,
  remainingMs: () => 42_000,
  spentMs: () => 0,
  hint: () => undefined,
  pause: () => undefined,
  unpause: () => undefined,
  keep: () => undefined,
  mark: () => undefined,
  flag: () => undefined,
  draft: () => undefined,
};

/** A player that is sent these lines; `late` in place of a line lets its time run out. */
function playerFor(sent: (object | string)[]) {
  const waited: (number | null)[] = [];
  const events: Record<string, unknown>[] = [];
  const lines: LinesIn = {
    async next(limitMs = null) {
      waited.push(limitMs);
      const line = sent.shift();
      return line === undefined ? null : typeof line === 'string' ? line : JSON.stringify(line);
    },
    forget: () => undefined,
    typed: false,
    close: () => undefined,
  };
  const player = makeJsonPlayer(lines, (text) => events.push(JSON.parse(text) as Record<string, unknown>));
  return { player, waited, events };
}

const ask = (sent: (object | string)[], change: Partial<AskView> = {}) => {
  const { player, waited, events } = playerFor(sent);
  return player.ask(viewOf(ONE_OF_EACH['true-false'], change), desk).then((act) => ({ act, waited, events }));
};

it('waits as long as the limit allows, and without limit while paused', async () => {
  const { act, waited } = await ask([
    { action: 'pause' },
    { action: 'flag' },
    { action: 'unpause' },
    { action: 'answer', response: false },
  ]);
  expect(act).toEqual({ kind: 'answer', response: false });
  expect(waited).toEqual([42_000, null, null, 42_000]);
});

it('expires when no line came in time, and is a quit at the end of input', async () => {
  expect((await ask(['late'])).act).toEqual({ kind: 'expired', response: null });
  expect((await ask([])).act).toEqual({ kind: 'quit' });
});

it.each([
  ['no JSON', 'what now?', 'not-a-message', 'A line must be one JSON object'],
  ['no action', { response: true }, 'not-a-message', 'A line must be one JSON object'],
  ['an unknown action', { action: 'dance' }, 'action-not-here', '"dance" is not an action here'],
  ['a paper action in practice', { action: 'goto', entry: 1 }, 'action-not-here', '"goto" is not an action'],
  [
    'a response of another form',
    { action: 'answer', response: 'yes' },
    'response-malformed',
    'not the form of a true-false response',
  ],
  [
    'a word that is none of the three',
    { action: 'answer', response: true, confidence: 'very' },
    'confidence-unknown',
    'guess, likely, sure',
  ],
])('%s is told as an error, and the question stays open', async (_, line, code, message) => {
  const { act, events } = await ask([line, { action: 'skip' }]);
  expect(act).toEqual({ kind: 'skip' });
  expect(events).toMatchObject([{ event: 'question' }, { event: 'error', code }]);
  expect(events[1]?.message).toContain(message);
});

it('what cannot be an answer is refused with the reason, and the question stays open', async () => {
  const { player, events } = playerFor([{ action: 'answer', response: 'soon' }, { action: 'skip' }]);
  expect(await player.ask(viewOf(ONE_OF_EACH.numeric), desk)).toEqual({ kind: 'skip' });
  expect(events).toMatchObject([{ event: 'question' }, { event: 'error', code: 'response-refused' }]);
});

it('docs/json.md tells what to do about every refusal', () => {
  const section = readFileSync('docs/json.md', 'utf8').split('\n## Refusals\n')[1]?.split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| `([\w-]+)` \| .+ \| .+ \|$/gm)].map(([, code]) => code);
  expect(rows).toEqual([...REFUSAL_CODES]);
});

it('goes to the entries of a paper only', async () => {
  const paper = { mode: MODE_RULES.exam, of: 3 };
  const { act, events } = await ask(
    [
      { action: 'goto', entry: 3 },
      { action: 'goto', entry: 2 },
    ],
    paper,
  );
  expect(act).toEqual({ kind: 'leave', response: null, to: 2 });
  expect(events).toHaveLength(2);
});

it('at a verdict, an action meant for the next question is kept for it', async () => {
  const { player } = playerFor([{ action: 'answer', response: true }]);
  const view = viewOf(ONE_OF_EACH['true-false']);
  expect(await player.verdict(verdictOn(view, true))).toEqual({ kind: 'next' });
  expect(await player.ask(view, desk)).toEqual({ kind: 'answer', response: true });
});
