// What a terminal does beside typing: Ctrl-Z and fg, Ctrl-C in an editor, keys pressed before anything listens.

import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { KEY } from '../support/pty.js';
import { historyOf, sit, welcomedHome } from './sitting.js';

const WAITING_EDITOR = `"${process.execPath}" "${fileURLToPath(new URL('../fixtures/editor-waits.mjs', import.meta.url))}"`;

it('Ctrl-Z stops the sitting and gives the shell its terminal and a cursor; after fg it goes on where it stood', async () => {
  const home = welcomedHome();
  const session = sit(['practice', 'word', 'one'], { home, inShell: true });
  await session.see('F2 skip');
  await session.press('idem');
  await session.see('❯ idem');
  await session.press(KEY.ctrl('z'));
  // Nothing of the question is written over.
  expect(await session.see(/Stopped/)).toMatch(/F8 quit[\s\S]*Stopped/);
  expect(session.cursorIsShown()).toBe(true);
  await session.press('echo shell-$((40 + 2))', KEY.enter);
  await session.see('shell-42');
  await session.press('fg', KEY.enter);
  await session.see(/❯ idem\s*\n[\s\S]*F2 skip/);
  await session.press('potent', KEY.enter);
  expect(await session.see('next')).toContain('✔ Right');
  await session.press(KEY.enter);

  // Where nothing is typed the cursor is hidden, but not from the shell.
  await session.see(/2 of 2[\s\S]*quit/);
  expect(session.cursorIsShown()).toBe(false);
  await session.press(KEY.ctrl('z'));
  await session.see(/q quit[\s\S]*Stopped/);
  expect(session.cursorIsShown()).toBe(true);
  await session.press('fg', KEY.enter);
  await session.see(/q quit\s*$/);
  expect(session.cursorIsShown()).toBe(false);
  await session.press('p');
  await session.see('Paused');
  await session.press('q');
  await session.see('goes on where you left');
  expect(await historyOf(home)).toMatchObject([{ finished: false, answers: [{ response: 'idempotent' }] }]);
});

it('Ctrl-C inside the editor is the editor’s own: the sitting goes on with what was saved', async () => {
  const home = welcomedHome();
  const session = sit(['practice', '--type', 'open', '--level', 'intermediate', '--count', '1'], {
    home,
    env: { EDITOR: WAITING_EDITOR },
  });
  await session.see('F5 editor');
  await session.press('Typed before', KEY.f(5));
  await session.see('the editor is open');
  await session.press(KEY.ctrl('c'));
  await session.see('interrupted, still here');
  await session.press(KEY.enter);
  await session.see(/Typed before.*\n.*Written after Ctrl-C\./);
  await session.press(KEY.ctrl('c'));
  expect(await session.exited).toBe(130);
  expect(session.cursorIsShown()).toBe(true);
});

it('keys pressed before a question is there choose nothing; ticks and a note are kept at 40 columns too', async () => {
  const home = welcomedHome();
  const session = sit(['practice', '--type', 'multiple-choice', '--level', 'foundation', '--count', '1'], {
    home,
  });
  session.typeAhead(`2 ${KEY.enter}`);
  const untouched = await session.see('quit');
  expect(untouched).not.toContain('◼');
  expect(untouched).not.toContain('next');
  await session.press(' ');
  expect((await session.see('◼')).match(/◼/g)).toHaveLength(1);
  await session.press('f');
  await session.see('you can add a note');
  await session.press(KEY.enter);
  await session.see('next');
  await session.press('f');
  await session.see('Esc no note');
  session.resize(40, 24);
  await session.press('Too', ' easy');
  await session.see('❯ Too easy');
  await session.press(KEY.enter);
  await session.see('next');
  await session.press(KEY.enter);
  expect(await session.exited).toBe(0);
  const [sitting] = await historyOf(home);
  expect(sitting?.answers).toHaveLength(1);
  expect(sitting?.answers[0]?.response).toHaveLength(1);
});
