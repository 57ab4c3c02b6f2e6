// A mock exam at a real terminal: answer sheet, mark, going back, handing in, time running out, the review.

import { expect, it } from 'vitest';
import { KEY, type TerminalSession } from '../support/pty.js';
import { historyOf, sit, welcomedHome } from './sitting.js';

const CLOSED = [
  'exam',
  '--type',
  'true-false,single-choice',
  '--level',
  'foundation,intermediate',
  '--count',
  '2',
];

it('mark, go back, answer sheet, hand in with a confirmation that names what is open, review', async () => {
  const home = welcomedHome();
  const session = sit([...CLOSED, '--minutes', '5'], { home });
  const first = await session.see('1 of 2');
  expect(first).toMatch(/1 of 2 {3}(5:00|4:5\d)/);
  await session.press('F');
  await session.see('⚑');
  await session.press('n');
  expect(await session.see('2 of 2')).not.toContain('⚑');
  await session.press('b');
  await session.see('1 of 2');
  await session.press('2', KEY.enter);
  await session.see('2 of 2');
  await session.press('a');
  const sheet = await session.see('hand in');
  expect(sheet).toMatch(/1 {2}answered {2}⚑ Sample answers/);
  expect(sheet).toMatch(/2 {2}open/);
  await session.press('u');
  expect(await session.see('Hand in?')).toContain('1 question open: 2. Marked for review: 1.');
  await session.press('n');
  await session.see('go to');
  await session.press(KEY.up, KEY.enter);
  // Back at the first: what was answered is chosen, and can be changed.
  expect(await session.see('1 of 2')).toContain('❯ 2');
  await session.press('1', KEY.enter);
  await session.see('2 of 2');
  await session.press('a');
  await session.see('Answer sheet');
  await session.press('u');
  await session.see('Hand in?');
  await session.press('y');
  const closing = await session.see('go through every question');
  expect(closing).toMatch(/Mock exam {3}.* of 3/);
  expect(closing).toContain('pass mark 70 %');
  await session.press(KEY.enter);
  expect(await session.see('b back')).toContain('1 of 2');
  await session.press(KEY.enter);
  expect(await session.see('2 of 2')).toContain('Left open.');
  await session.press('b');
  await session.see('1 of 2');
  await session.press('q');
  expect(await session.exited).toBe(1);
  // The result stays in the terminal.
  expect(session.screen()).toContain('pass mark 70 %');
  const answers = (await historyOf(home))[0]?.answers ?? [];
  expect(answers.at(-1)).toMatchObject({ outcome: 'answered' });
});

/** Keys pressed as the time ran out are not taken for the next screen: it is gone on with first. */
async function quitAfterExpiry(session: TerminalSession): Promise<void> {
  const again = setInterval(() => void session.press(KEY.enter, 'q'), 1500);
  try {
    expect(await session.exited).toBe(0);
  } finally {
    clearInterval(again);
  }
}

it('time running out: handed in as it stood, with what was on the screen', async () => {
  const home = welcomedHome();
  const session = sit(
    ['exam', '--type', 'true-false', '--level', 'foundation', '--count', '1', '--time', '0.08'],
    { home },
  );
  await session.see('1 of 1');
  await session.press('2');
  const closing = await session.see('The time was over');
  expect(closing).toContain('✔ Passed');
  await quitAfterExpiry(session);
  expect(await historyOf(home)).toMatchObject([
    { finished: true, answers: [{ response: false, credit: 1 }] },
  ]);
});

it('time running out on the answer sheet', async () => {
  const session = sit([
    'exam',
    '--type',
    'true-false',
    '--level',
    'foundation',
    '--count',
    '1',
    '--time',
    '0.08',
  ]);
  await session.see('1 of 1');
  await session.press('a');
  await session.see('Answer sheet');
  expect(await session.see('The time was over')).toContain('✖ Not passed');
});
