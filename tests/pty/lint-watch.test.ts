// lint --watch as a process of its own: the first look, a change, a file put in place by renaming, Ctrl-C; nothing stays behind.

import { spawn } from 'node:child_process';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { usedHome } from '../support/home.js';
import { folderOf, packFile, questionFile } from '../support/hostile-pack.js';
import { LAUNCHER, TerminalSession } from '../support/pty.js';

const FILES = { 'pack.yaml': packFile('mine'), 'one.md': questionFile('mine', 'one') };

/** The program, and a way to wait for what it prints behind what was printed so far. */
function watching(folder: string) {
  const child = spawn(process.execPath, [LAUNCHER, 'lint', folder, '--watch'], {
    env: { PATH: process.env.PATH, API_QUIZ_HOME: usedHome() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  let heard: () => void = () => {};
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      printed += data;
      heard();
    });
  const see = (wanted: RegExp) =>
    new Promise<string>((resolve) => {
      heard = () => {
        if (!wanted.test(printed)) return;
        const seen = printed;
        printed = '';
        resolve(seen);
      };
      heard();
    });
  const ended = new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (code, signal) => resolve([code, signal])),
  );
  return { child, see, ended };
}

test('a change, a mistake, a file put in its place, and Ctrl-C', async () => {
  const folder = folderOf(FILES);
  const { child, see, ended } = watching(folder);
  await see(/1 file, 0 errors/);
  writeFileSync(join(folder, 'one.md'), questionFile('mine', 'other'));
  expect(await see(/1 error,/)).toContain('id-differs');
  writeFileSync(join(folder, '.one.md.tmp'), questionFile('mine', 'one'));
  renameSync(join(folder, '.one.md.tmp'), join(folder, 'one.md'));
  await see(/1 file, 0 errors/);
  writeFileSync(join(folder, 'two.md'), questionFile('mine', 'two'));
  await see(/2 files, 0 errors/);
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(readdirSync(folder).sort()).toEqual(['one.md', 'pack.yaml', 'two.md']);
});

test('Ctrl-C in a terminal ends it with 130, the cursor shown', async () => {
  const session = new TerminalSession({ args: ['lint', folderOf(FILES), '--watch'], home: usedHome() });
  onTestFinished(() => session.dispose());
  await session.see('1 file, 0 errors');
  await session.press('\u0003');
  expect(await session.exited).toBe(130);
  expect(session.cursorIsShown()).toBe(true);
});

test('a path that is not there ends it at once, exit 2', async () => {
  const { see, ended } = watching(join(usedHome(), 'nowhere'));
  await see(/cannot be found/);
  expect(await ended).toEqual([2, null]);
});
