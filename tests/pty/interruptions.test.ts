// Time that runs out, Ctrl-C, signals and a closed terminal: every answer is kept, the cursor is back, resume goes on.

import { expect, it } from 'vitest';
import { KEY, type TerminalSession } from '../support/pty.js';
import { rows } from '../support/thorough.js';
import { atTerminal, historyOf, sit, welcomedHome } from './sitting.js';

const TWO = [
  'practice',
  '--type',
  'single-choice,true-false',
  '--level',
  'foundation,intermediate',
  '--count',
  '2',
];

/** Answers the first of two questions and stops at the second. */
async function toTheSecond(session: TerminalSession): Promise<string> {
  await session.see('1 of 2');
  await session.press('1', KEY.enter);
  await session.see('next');
  await session.press(KEY.enter);
  await session.see('2 of 2');
  return session.see('quit');
}

/** A key pressed as the time ran out is not taken for the verdict: like a person, it is pressed again. */
async function pressUntilExit(session: TerminalSession): Promise<void> {
  const again = setInterval(() => void session.press(KEY.enter), 1500);
  try {
    expect(await session.exited).toBe(0);
  } finally {
    clearInterval(again);
  }
}

const withoutClock = (screen: string) => screen.replace(/\d:\d\d/, '');

it('time running out: untouched it expires, entered it is handed in', async () => {
  const home = welcomedHome();
  const session = sit(['practice', '--type', 'true-false', '--count', '1', '--time', '0.05'], { home });
  expect(await session.see('Time is up')).toContain('Nothing had been entered');
  await pressUntilExit(session);
  const second = sit(['practice', '--type', 'true-false', '--count', '1', '--time', '0.05'], { home });
  await second.see('quit');
  await second.press('2');
  expect(await second.see('Time was up: what you had chosen')).toContain('✔ Right');
  await pressUntilExit(second);
  const answers = (await historyOf(home)).flatMap((sitting) => sitting.answers);
  expect(answers).toMatchObject([
    { outcome: 'expired', response: null, credit: 0 },
    { outcome: 'answered', response: false, credit: 1 },
  ]);
});

it('Ctrl-C: the resume command stands on a clean line, and resume asks the same question shuffled the same way', async () => {
  const home = welcomedHome();
  const session = sit([...TWO, '--seed', '11'], { home });
  const before = await toTheSecond(session);
  await session.press(KEY.ctrl('c'));
  expect(await session.exited).toBe(130);
  expect(session.screen().split('\n').filter(Boolean)).toEqual([
    'Every answer is kept. Go on with: api-quiz resume',
  ]);
  expect(session.cursorIsShown()).toBe(true);

  const resumed = atTerminal(['resume'], { home });
  await resumed.see('2 of 2');
  expect(withoutClock(await resumed.see('quit'))).toBe(withoutClock(before));
  await resumed.press('1', KEY.enter);
  await resumed.see('next');
  await resumed.press(KEY.enter);
  expect(await resumed.exited).toBe(0);
  const sittings = await historyOf(home);
  expect(sittings.flatMap((sitting) => sitting.answers)).toHaveLength(2);
  expect(sittings.at(-1)).toMatchObject({ finished: true });
});

it.each(rows(['SIGTERM', 'SIGHUP'] as const))(
  '%s while typing: answers kept, cursor back, exit 130',
  async (name) => {
    const home = welcomedHome();
    const session = sit(['practice', '--type', 'short-answer', '--count', '1'], { home });
    await session.see('quit');
    await session.press('idem');
    await session.see('idem');
    session.signal(name);
    expect(await session.exited).toBe(130);
    expect(session.cursorIsShown()).toBe(true);
    // Nothing of the keys that stood below the input line is left.
    expect(session.screen()).toMatch(/❯ idem\nEvery answer is kept\. Go on with: api-quiz resume$/);
    expect(await historyOf(home)).toMatchObject([{ finished: false, answers: [] }]);
  },
);

it('SIGTERM between two questions: what was answered is there', async () => {
  const home = welcomedHome();
  const session = sit(TWO, { home });
  await session.see('1 of 2');
  await session.press('1', KEY.enter);
  await session.see('next');
  session.signal('SIGTERM');
  expect(await session.exited).toBe(130);
  expect(session.cursorIsShown()).toBe(true);
  expect(await historyOf(home)).toMatchObject([{ finished: false, answers: [{ outcome: 'answered' }] }]);
});

it('a terminal that is closed: what was answered is there, no more for keys typed ahead, and resume goes on', async () => {
  const home = welcomedHome();
  const session = sit(TWO, { home });
  await session.see('1 of 2');
  await session.press('1', KEY.enter);
  await session.see('next');
  await session.press(KEY.enter);
  // As fast as it can be typed: before the next question listens.
  session.typeAhead(`${KEY.down}${KEY.enter}`);
  expect(await session.see('2 of 2')).toContain('quit');
  session.hangUp();
  await session.exited;
  expect(await historyOf(home)).toMatchObject([{ finished: false, answers: [{ outcome: 'answered' }] }]);
  const resumed = atTerminal(['resume'], { home });
  await resumed.see('2 of 2');
});
