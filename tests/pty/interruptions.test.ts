// Time that runs out, Ctrl-C, signals and a closed terminal: every answer is kept, the cursor is back, resume goes on.

import { expect, it } from 'vitest';
import { KEY, type TerminalSession } from '../support/pty.js';
import { atTerminal, historyOf, sit, welcomedHome } from './sitting.js';

const TWO = ['practice', '--type', 'single-choice,true-false', '--level', 'foundation,intermediate', '--count', '2'];

/** Answers the first of two questions and stops at the second. */
async function toTheSecond(session: TerminalSession): Promise<string> {
  await session.see('1 of 2');
  await session.press('1', KEY.enter);
  await session.see('next');
  await session.press(KEY.enter);
  await session.see('2 of 2');
  return session.see('quit');
}

const withoutClock = (screen: string) => screen.replace(/\d:\d\d/, '');

it('time running out: untouched it expires, entered it is handed in', async () => {
  const home = welcomedHome();
  const session = sit(['practice', '--type', 'true-false', '--count', '1', '--time', '0.05'], { home });
  expect(await session.see('Time is up')).toContain('Nothing had been entered');
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
  const second = sit(['practice', '--type', 'true-false', '--count', '1', '--time', '0.05'], { home });
  await second.see('quit');
  await second.press(KEY.down);
  expect(await second.see('next')).toContain('✔ Right');
  await second.press(KEY.enter);
  expect(await second.exited).toBe(0);
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
  expect(session.screen().split('\n').filter(Boolean)).toEqual(['Every answer is kept. Go on with: api-quiz resume']);
  expect(session.cursorIsShown()).toBe(true);

  const resumed = atTerminal(['resume'], { home, env: {} });
  await expect(resumed.exited).resolves.toBe(2);
}, 30_000);
