// Nothing typed is lost: pastes, drafts through Ctrl-C, kill and closing, keys as in a shell, answers taken back.

import { expect, it, vi } from 'vitest';
import { KEY, type TerminalSession } from '../support/pty.js';
import { rows } from '../support/thorough.js';
import { atTerminal, historyOf, sit, toldOf, welcomedHome } from './sitting.js';

const OPEN = ['practice', '--type', 'open', '--level', 'intermediate', '--count', '1'];
const PARAGRAPHS =
  'First paragraph.\n\n!Second one, q and s in it.\n\nYou send a key with the request so that it is idempotent.';

/** What was handed in as an open answer. */
async function textHandedIn(session: TerminalSession, home: string): Promise<string> {
  await session.press(KEY.ctrl('d'));
  await session.see('Your mark so far');
  return textMarked(session, home);
}

async function textMarked(session: TerminalSession, home: string): Promise<string> {
  await session.press(KEY.enter);
  await session.see('next');
  session.signal('SIGTERM');
  await session.exited;
  const response = (await historyOf(home)).at(-1)?.answers.at(-1)?.response as { text: string } | undefined;
  return response?.text ?? '';
}

const PASTES = [
  ['bracketed', KEY.paste(PARAGRAPHS.replaceAll('\n', '\r'))],
  ['plain', PARAGRAPHS.replaceAll('\n', '\r')],
] as const;

it.each(rows(PASTES))('a paste of several paragraphs goes in whole, and is marked (%s)', async (_, keys) => {
  const home = welcomedHome();
  const session = sit(OPEN, { home });
  await session.see('hand in');
  await session.press(keys);
  await session.see('it is idempotent.');
  await session.press(KEY.ctrl('d'));
  // A point that may have been made is asked about with the sentence, and counts once it is ticked.
  expect(await session.see('Your mark so far: 0 of 4')).toMatch(
    /Look yourself: is it said here\?\n.*◻ Names an idempotency key\. \(2\)\n +"You send a key with the request so that it is idempotent"/,
  );
  await session.press(' ');
  await session.see('Your mark so far: 2 of 4');
  expect(await textMarked(session, home)).toBe(PARAGRAPHS);
});

it('a paste where something is chosen, or read, does nothing', async () => {
  const home = welcomedHome();
  const session = sit(['practice', '--type', 'true-false', '--count', '1'], { home });
  await session.see('quit');
  await session.press(KEY.paste('2\rsq'), 'p');
  await session.see('Paused');
  await session.press('p');
  await session.see('1  True');
  await session.press('2', KEY.enter);
  await session.see('next');
  await session.press(KEY.paste('q\r!u'));
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
  expect(await historyOf(home)).toMatchObject([{ finished: true, answers: [{ response: false }] }]);
});

it('keys of a shell move and correct, also in lines above; the text is wrapped at words', async () => {
  const home = welcomedHome();
  const session = sit(OPEN, { home, columns: 40 });
  await session.see('hand in');
  await session.press('Retries need idempotency keys, so that nothing is done twice.', KEY.enter, 'End');
  expect(await session.see('twice.')).toMatch(
    /❯ Retries need idempotency keys, so\n {4}that nothing is done twice\.\n {4}End/,
  );
  await session.press(
    KEY.ctrl('a'),
    KEY.backspace,
    ' ',
    KEY.up,
    KEY.ctrl('a'),
    'Safe ',
    KEY.ctrl('e'),
    KEY.ctrl('w'),
  );
  await session.see('Safe Retries');
  await session.press(KEY.ctrl('y'), KEY.ctrl('s'));
  await session.see('What you type is kept as you go');
  expect(await textHandedIn(session, home)).toBe(
    'Safe Retries need idempotency keys, so that nothing is done twice. End',
  );
});

it('Ctrl-C keeps the draft, while it is typed and while it is marked: resume shows it with the cursor at its end', async () => {
  const home = welcomedHome();
  const session = sit(OPEN, { home });
  await session.see('hand in');
  await session.press('One line.', KEY.enter, KEY.enter, 'Another');
  await session.see('Another');
  await session.press(KEY.ctrl('c'));
  expect(await session.exited).toBe(130);
  const resumed = atTerminal(['resume'], { home });
  await resumed.see('Another');
  await resumed.press(' one', KEY.ctrl('d'));
  await resumed.see('Your mark so far');
  await resumed.press(KEY.ctrl('c'));
  expect(await resumed.exited).toBe(130);
  const again = atTerminal(['resume'], { home });
  await again.see('Another one');
  await again.press('!');
  await again.see('Another one!');
  expect(await textHandedIn(again, home)).toBe('One line.\n\nAnother one!');
});

it.each(rows(['SIGKILL', 'closing', 'SIGHUP'] as const, 2))(
  '%s: what stood a second is there',
  async (how) => {
    const home = welcomedHome();
    const session = sit(OPEN, { home });
    await session.see('hand in');
    await session.press('Kept through the end');
    await session.see('Kept through the end');
    await draftIn(home, 'Kept through the end');
    if (how === 'closing') session.hangUp();
    else session.signal(how);
    await session.exited;
    await draftIn(home, 'Kept through the end');
    // How it was ended is not written down, so that what a resume shows is looked at once.
    if (how !== 'SIGKILL') return;
    const resumed = atTerminal(['resume'], { home });
    await resumed.see('❯ Kept through the end');
  },
);

it('u takes back the last answer, from its verdict and from the next question; skipped text comes back', async () => {
  const home = welcomedHome();
  const session = sit(['practice', '--type', 'short-answer,true-false', '--count', '2', '--seed', '2'], {
    home,
  });
  const first = await session.see('1 of 2');
  const isTyped = first.includes('F2 skip');
  expect(first).not.toContain('take back');
  await session.press(...(isTyped ? ['wrong word', KEY.enter] : ['1', KEY.enter]));
  await session.see('u take back');
  await session.press('u');
  await session.see('1 of 2');
  await session.press(...(isTyped ? [KEY.f(2)] : ['s']));
  expect(await session.see('Skipped')).toContain('next');
  await session.press(KEY.enter);
  const second = await session.see('2 of 2');
  expect(second).toContain('take back');
  await session.press(second.includes('F6 take back') ? KEY.f(6) : 'u');
  const again = await session.see('1 of 2');
  if (isTyped) expect(again).toContain('❯ wrong word');
  await session.press('q');
  session.signal('SIGTERM');
  await session.exited;
  const [sitting] = await historyOf(home);
  expect(sitting?.answers).toMatchObject([
    { outcome: 'answered', takenBack: true },
    { outcome: 'skipped', takenBack: true },
  ]);
  expect(await toldOf(home, 'history', 'last')).toContain('taken back');
  expect(await toldOf(home, 'stats', '--brief')).not.toContain('2 answers');
});

/** Waits until the history on disk holds the draft. */
async function draftIn(home: string, text: string): Promise<void> {
  const kept = async () => expect(await toldOf(home, 'history', 'export')).toContain(text);
  await vi.waitFor(kept, { timeout: 15_000, interval: 100 });
}
