// A long import: a line that counts at a terminal, nothing of it in a pipe.

import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { csvRows } from '../../bench/import/rows.js';
import { usedHome } from '../support/home.js';
import { temporaryFolder } from '../support/hostile-pack.js';
import { KEY, LAUNCHER, TerminalSession } from '../support/pty.js';

/** As large as what is told of before it is read; most of its lines are blank. */
const slowFile = (questions: number) => csvRows(questions) + '\n'.repeat(500_000);

/** Many times as long as a start takes, on a busy machine too. */
const HELD_MS = 5000;

test('at a terminal what is read and the count are shown while it runs, and gone when it is done', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'long.csv'), slowFile(100));
  const session = new TerminalSession({
    args: ['import', join(folder, 'long.csv'), '--into', join(folder, 'drafts')],
    home: usedHome(),
  });
  onTestFinished(() => session.dispose());
  // Ctrl-S: the terminal takes nothing, so that the import waits where it first says something.
  session.typeAhead(KEY.ctrl('s'));
  await new Promise((resolve) => setTimeout(resolve, HELD_MS));
  expect(session.written()).toBe('');
  session.typeAhead(KEY.ctrl('q'));
  expect(await session.exited).toBe(0);
  expect(session.written()).toContain('Reading long.csv (0.5 MB) …');
  expect(session.written()).toContain('Importing: 100 questions …');
  expect(readdirSync(join(folder, 'drafts', 'http-semantics'))).toHaveLength(100);
  expect(session.screen()).not.toMatch(/Reading|Importing/);
});

test('in a pipe nothing but the report is written', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'long.csv'), slowFile(10));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [LAUNCHER, 'import', join(folder, 'long.csv'), '--into', join(folder, 'drafts')],
    { env: { PATH: process.env.PATH, API_QUIZ_HOME: usedHome() }, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('10 questions: 10 added');
  expect(readdirSync(join(folder, 'drafts', 'http-semantics'))).toHaveLength(10);
});
