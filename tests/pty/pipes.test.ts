// Without a terminal: the plain player and wrong use, through pipes. What programs are told is tested with docs/json.md.

import { expect, it } from 'vitest';
import { KEY } from '../support/pty.js';
import { run, SHIPPED } from '../support/run.js';
import { historyOf, pipe, SAMPLES, sit, toldOf, welcomedHome } from './sitting.js';

const NOW = ['--now', '2026-11-20T09:00:00Z'];

it('practice: question, verdict and result as lines; the end of input is a quit that can be resumed', async () => {
  const home = welcomedHome();
  const args = [
    'practice',
    ...SAMPLES,
    '--type',
    'single-choice,true-false',
    '--count',
    '3',
    '--seed',
    '5',
    ...NOW,
  ];
  const { code, out } = await pipe(args, ':h\nx\n1\n\n', home);
  expect(code).toBe(0);
  expect(out).toContain('Practice (single-choice, true-false, sample): 3 questions. Seed 5.');
  expect(out).toContain('Question 1 of 3: Sample answers,');
  expect(out).toContain('Question 2 of 3');
  expect(out).toContain('api-quiz resume');
  expect(out).not.toMatch(/\u001b/);
  expect(await historyOf(home)).toMatchObject([{ finished: false, answers: [{ outcome: 'answered' }] }]);
  const resumed = await pipe(['resume', '--plain'], ':s\n\n:s\n\n', home);
  expect(resumed.code).toBe(0);
  expect(resumed.out).toContain('Question 2 of 3');
  expect((await historyOf(home)).at(-1)).toMatchObject({ finished: true });
});

it('an exam with its answer sheet, marks and going back', async () => {
  const home = welcomedHome();
  const args = [
    'exam',
    ...SAMPLES,
    '--type',
    'true-false,numeric',
    '--count',
    '2',
    '--minutes',
    '5',
    '--seed',
    '5',
  ];
  const input = [':f', ':a', '2', ':b', ':2', ':n', ':u'];
  const { code, out } = await run(args, { home, builtIn: SHIPPED, input });
  expect(out).toContain('Answer sheet, 5:00 left');
  expect(out).toMatch(/1\. open, marked\n {2}2\. not seen/);
  expect(out).toContain('2 questions open: 1, 2. Marked for review: 1.');
  expect(out).toContain('Not passed (pass mark 70 %)');
  expect(code).toBe(1);
  expect(await historyOf(home)).toMatchObject([{ mode: 'exam', finished: true }]);
});

it('overriding and flagging are told in one line each, not with the whole verdict again', async () => {
  const home = welcomedHome();
  const args = ['practice', ...SAMPLES, '--type', 'short-answer', '--count', '1'];
  const input = ['repeatable calls', ':!', ':f Too narrow', ''];
  const { out } = await run(args, { home, builtIn: SHIPPED, input });
  expect(out).toContain('Counted as right: 1 of 1 point.');
  expect(out.split('Idempotent, from Latin').length).toBe(2);
  expect(await toldOf(home, 'flags')).toContain('Too narrow');
});

it('the same seed, history and instant give the same questions, byte for byte', async () => {
  const args = ['practice', ...SAMPLES, '--count', '6', '--plain', '--time', 'off', ...NOW, '--seed'];
  // Answered, then skipped.
  const typed = ['1', '', ...Array.from({ length: 6 }, () => [':s', '']).flat()];
  // Once in a process of its own: what differs from one to the next must not matter.
  const one = await pipe([...args, '42'], `${typed.join('\n')}\n`, welcomedHome());
  const here = (seed: string) =>
    run([...args, seed], { home: welcomedHome(), builtIn: SHIPPED, input: typed });
  expect(one.out).toContain('Question 6 of 6');
  // How long each took is the machine's affair.
  const untimed = ({ out }: { out: string }) => out.replace(/\b\d+ s\b/g, '');
  expect(untimed(await here('42'))).toBe(untimed(one));
  expect(untimed(await here('43'))).not.toBe(untimed(one));
});

it('wrong use is one line and exit 2 (every kind of it: tests/commands/wrong-use.test.ts)', async () => {
  const { code, out, err } = await pipe(['practice', '--cuont', '5'], '', welcomedHome());
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^.*--cuont.*--count.*\n$/);
});

it('plain lines at a terminal: after a verdict it is said what can be typed', async () => {
  const session = sit(['practice', '--plain', '--type', 'true-false', '--count', '1']);
  await session.see('Commands:');
  await session.press('t', KEY.enter);
  expect(await session.see('Enter goes on.')).toContain(':u take back, :f flag, :q quit');
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
});
