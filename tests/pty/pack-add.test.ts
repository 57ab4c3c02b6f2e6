// Adding a pack at a terminal: what it is, wrapped at 40 columns, then the question; Enter alone adds nothing.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import { KEY } from '../support/pty.js';
import { atTerminal, welcomedHome } from './sitting.js';

const FILES = {
  'pack.yaml': packFile('team'),
  'one.md': questionFile('team', 'one'),
  LICENSE: 'MIT License\n',
};

test('at 40 columns the rows hang beside their names, and the pack is added on yes only', async () => {
  const home = welcomedHome();
  const add = () => atTerminal(['pack', 'add', folderOf(FILES)], { home, columns: 40 });
  const hasty = add();
  await hasty.see('❯ no');
  const rows = hasty
    .screen()
    .split('\n')
    .map((row) => row.trimEnd());
  // Below Source, whose rows are as long as the folder for temporary files has it.
  const below = rows.slice(rows.findIndex((row) => row.startsWith('Pinned to')));
  expect(
    below.slice(0, below.findIndex((row) => row.includes('done')) + 1).join('\n'),
  ).toMatchInlineSnapshot(`
    "Pinned to  a copy of the folder as it is
               now
    Licence    MIT License
    Questions  1: 1 true-false
    Lint       0 errors, 0 warnings
    Links to   example.org
    Topics     team-topic
      Add this pack?
      ❯ no
      y n choose   ⏎ done"
  `);
  await hasty.press(KEY.enter);
  expect(await hasty.exited).toBe(0);
  expect(hasty.screen()).toContain('Nothing was added.');
  expect(existsSync(join(home, 'packs.json'))).toBe(false);

  const meant = add();
  await meant.see('❯ no');
  await meant.press('y', KEY.enter);
  expect(await meant.exited).toBe(0);
  expect(existsSync(join(home, 'packs.json'))).toBe(true);
});
