// Without a terminal: the plain player and wrong use, through pipes. What programs are told is tested with docs/json.md.

import { expect, it } from 'vitest';
import { KEY } from '../support/pty.js';
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
  const { code, out } = await pipe(args, ':f\n:a\n2\n:b\n:2\n:n\n:u\n', home);
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
  const { out } = await pipe(args, 'repeatable calls\n:!\n:f Too narrow\n\n', home);
  expect(out).toContain('Counted as right: 1 of 1 point.');
  expect(out.split('Idempotent, from Latin').length).toBe(2);
  expect(await toldOf(home, 'flags')).toContain('Too narrow');
});

it('the same seed, history and instant give the same questions, byte for byte', async () => {
  const args = ['practice', '--seed', '42', '--plain', '--time', 'off', ...NOW];
  // Answered, then skipped.
  const typed = `1\n\n${':s\n\n'.repeat(10)}`;
  const [one, two] = await Promise.all([
    pipe(args, typed, welcomedHome()),
    pipe(args, typed, welcomedHome()),
  ]);
  expect(one.out).toContain('Question 10 of 10');
  // How long each took is the machine's affair.
  const untimed = (out: string) => out.replace(/\b\d+ s\b/g, '');
  expect(untimed(one.out)).toBe(untimed(two.out));
  const other = await pipe([...args.slice(0, 2), '43', ...args.slice(3)], typed, welcomedHome());
  expect(untimed(other.out)).not.toBe(untimed(one.out));
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
