// The other ways to sit at a real terminal: drill, interview, confidence, overriding, flags, the quiet clock, the first start.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { temporaryFolder } from '../support/hostile-pack.js';
import { KEY } from '../support/pty.js';
import { atTerminal, EDITOR, historyOf, sit, toldOf, welcomedHome } from './sitting.js';

it('drill: a miss comes back after two others, and the closing screen counts the rounds', async () => {
  const home = welcomedHome();
  const session = sit(['drill', 'samples', '--level', 'foundation', '--count', '3'], { home });
  let missed = false;
  for (let place = 1; place <= 4; place += 1) {
    const screen = await session.see(`${place} of ${missed ? 4 : 3}`);
    const isTruth = screen.includes('server is down');
    // The first time it is asked, 404 is said to mean that the server is down; everything else is skipped or right.
    if (isTruth) await session.press(missed ? '2' : '1', KEY.enter);
    else if (screen.includes('same effect')) await session.press('idempotent', KEY.enter);
    else
      await session.press(
        ...['Reading', 'Replacing'].map((word) => new RegExp(`(\\d) ◻ ${word}`).exec(screen)?.[1] ?? ''),
        KEY.enter,
      );
    const verdict = await session.see('next');
    if (isTruth && !missed) {
      expect(verdict).toContain('It comes back later in this sitting.');
      missed = true;
    } else expect(verdict).toContain('✔ Right');
    if (place === 4) expect(verdict).toContain('round 2');
    await session.press(KEY.enter);
  }
  expect(await session.exited).toBe(0);
  expect(session.screen()).toContain('right in round 2');
  const answers = (await historyOf(home))[0]?.answers ?? [];
  expect(answers.map(({ round }) => round)).toEqual([0, 0, 0, 1]);
});

it('interview: typed inline, then in $EDITOR once it starts, probed, marked, tried again', async () => {
  const editor = join(temporaryFolder(), 'editor');
  const session = sit(['interview', '--level', 'intermediate', '--count', '1'], {
    env: { EDITOR: editor },
    rows: 40,
  });
  expect(await session.see('editor')).toMatch(/0:0\d of 2:00/);
  await session.press('Retries need care.', KEY.enter);
  await session.see('❯ Retries need care.');
  // Without an editor that starts, the person is told and types on.
  await session.press(KEY.ctrl('x'), KEY.ctrl('e'));
  expect(await session.see('could not be used')).toContain('Retries need care.');
  writeFileSync(editor, `#!/bin/sh\nexec ${EDITOR} "$@"\n`, { mode: 0o755 });
  await session.press(KEY.f(5));
  await session.see('exponential backoff');
  await session.press(KEY.ctrl('d'));
  expect(await session.see('And when does it give up?')).toContain('going on 1 of 1');
  await session.press('I keep a retry budget.', KEY.ctrl('d'));
  expect(await session.see('Your mark so far')).toContain('Names exponential backoff');
  await session.press(KEY.enter);
  const verdict = await session.see('try again');
  for (const section of ['Retries need care.', 'Model answer', 'Why it is asked', 'They may go on with']) {
    expect(verdict).toContain(section);
  }
  await session.press('t');
  await session.see(/of 2:00/);
  await session.press('The same idempotency key.', KEY.ctrl('d'));
  await session.see('Your mark so far');
  await session.press(KEY.enter);
  await session.see('Tried again');
});

it('interview: spoken, a behavioural question in its four parts', async () => {
  const home = welcomedHome();
  const typed = sit(['interview', '--level', 'advanced', '--count', '1'], { home });
  await typed.see('Situation:');
  for (const part of ['Situation', 'Task', 'Action']) {
    await typed.press(`for ${part}`, '\t');
    await typed.see(`for ${part}`);
  }
  await typed.press('I built it.', KEY.ctrl('d'));
  await typed.see('Your mark so far');
  await typed.press(KEY.ctrl('c'));
  expect(await typed.exited).toBe(130);
  const spoken = sit(['interview', '--level', 'advanced', '--count', '1', '--spoken'], { home });
  await spoken.see('Answer aloud');
  await spoken.press(KEY.enter);
  await spoken.see('Your mark so far');
  await spoken.press(' ', KEY.enter);
  expect(await spoken.see('Model answer')).toContain('✔ Tells what you did yourself.');
});

it('confidence is asked before the verdict, beside the question; ! counts a typed answer as right, f flags it with a note', async () => {
  const home = welcomedHome();
  const session = sit(['practice', 'truth', 'word', '--confidence'], { home });
  await session.see('quit');
  await session.press('2', KEY.enter);
  const asked = await session.see('How sure are you?');
  expect(asked).toContain('server is down');
  expect(asked).toContain('❯ 2  False');
  await session.press('3');
  await session.see('next');
  await session.press(KEY.enter);

  await session.see('2 of 2');
  await session.press(KEY.f(3));
  await session.see('Flagged');
  await session.press('repeatable calls', KEY.enter);
  await session.see('How sure are you?');
  await session.press('1');
  await session.see('! I was right');
  await session.press('!');
  await session.see('Counted as right');
  await session.press('f');
  await session.see('What is wrong');
  await session.press('Too narrow a key', KEY.enter);
  await session.see('All flags: api-quiz flags');
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
  expect(session.screen()).toContain('Certainty marks 4');
  expect(await historyOf(home)).toMatchObject([
    {
      answers: [
        { confidence: 'sure', credit: 1 },
        { confidence: 'guess', credit: 0, effectiveCredit: 1 },
      ],
    },
  ]);
  expect(await toldOf(home, 'flags')).toContain('Too narrow a key');
});

it('--timer quiet says ten seconds and shows no clock', async () => {
  const session = sit([
    'practice',
    '--type',
    'true-false',
    '--count',
    '1',
    '--time',
    '0.36',
    '--timer',
    'quiet',
  ]);
  expect(await session.see('Ten seconds left.')).not.toMatch(/\d:\d\d/);
});

it('first start: three questions, kept as settings, then straight on', async () => {
  const home = temporaryHome();
  const session = atTerminal(['practice', '--seed', '3'], { home });
  await session.see('Which role');
  await session.press(KEY.down, KEY.enter);
  await session.see('At which level?');
  await session.press(KEY.enter);
  await session.see('When is the interview?');
  await session.press('2026-02-31', KEY.enter);
  await session.see('A day from');
  await session.press(KEY.backspace.repeat(10), '2030-01-15', KEY.enter);
  await session.see('1 of 10');
  await session.press(KEY.ctrl('c'));
  expect(await session.exited).toBe(130);
  const settings = JSON.parse(readFileSync(join(home, 'config.json'), 'utf8')) as object;
  expect(settings).toMatchObject({ role: 'developer', interviewDate: '2030-01-15', welcomed: true });
});
