// The first start behaves as every other screen: narrowed, interrupted, and with keys that were meant for what came before.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { KEY } from '../support/pty.js';
import { atTerminal } from './sitting.js';

const occurrences = (text: string, wanted: string) => text.split(wanted).length - 1;

it('keys typed before it stands there choose nothing; narrowed it is drawn anew, in ASCII too', async () => {
  const home = temporaryHome();
  const session = atTerminal(['practice', '--ascii'], { home, columns: 90 });
  session.typeAhead(KEY.down + KEY.enter + KEY.enter);
  await session.see(/> Skip\n {4}Developer\n/);
  await session.press(KEY.down, KEY.down);
  await session.see('> Tester');
  session.resize(40, 11);
  const narrow = await session.see(/Which role do you interview for\?[\s\S]*> Tester[\s\S]*more line/);
  expect(occurrences(narrow, 'Which role')).toBe(1);
  expect(narrow).toContain('choose');
  expect(narrow).not.toMatch(/[^\x20-\x7e\n]/);
  session.resize(90, 24);
  expect(await session.see(/Three questions[\s\S]*> Tester[\s\S]*Solutions engineer/)).not.toContain(
    'more line',
  );
});

it('Ctrl-C leaves it: no settings are kept, and the cursor is back', async () => {
  const home = temporaryHome();
  const session = atTerminal(['practice'], { home });
  await session.see('Which role');
  await session.press(KEY.enter);
  await session.see('At which level?');
  await session.press(KEY.ctrl('c'));
  expect(await session.exited).toBe(130);
  expect(session.cursorIsShown()).toBe(true);
  expect(existsSync(join(home, 'config.json'))).toBe(false);
});
