// A long import: a line that counts at a terminal, nothing of it in a pipe.

import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { csvRows, giftRows } from '../../bench/import/rows.js';
import { temporaryHome } from '../support/home.js';
import { temporaryFolder } from '../support/hostile-pack.js';
import { LAUNCHER, TerminalSession } from '../support/pty.js';

test('at a terminal the count is shown while it runs, and gone when it is done', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'long.csv'), csvRows(800));
  const session = new TerminalSession({
    args: ['import', join(folder, 'long.csv'), '--into', join(folder, 'drafts')],
    home: temporaryHome(),
  });
  onTestFinished(() => session.dispose());
  expect(await session.exited).toBe(0);
  expect(session.written()).toMatch(/Importing: [\d,]+ questions …/);
  expect(readdirSync(join(folder, 'drafts', 'http-semantics'))).toHaveLength(800);
  expect(session.screen()).not.toContain('Importing');
});

test('in a pipe nothing but the report is written', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'long.gift'), giftRows(60));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [LAUNCHER, 'import', join(folder, 'long.gift'), '--into', join(folder, 'drafts')],
    { env: { PATH: process.env.PATH, API_QUIZ_HOME: temporaryHome() }, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('60 questions: 60 added');
  expect(readdirSync(join(folder, 'drafts', 'imported'))).toHaveLength(60);
});
