// What a verb prints arrives whole, wherever standard output leads to; nothing is read before it is wanted.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { usedHome } from '../support/home.js';

const LIST = ['bin/api-quiz.js', 'list'];

test('the same to a file, to a pipe, and to a pipe that does not wait for its reader', async () => {
  const home = usedHome();
  const env = { ...process.env, API_QUIZ_HOME: home, NODE_OPTIONS: '' };
  const file = openSync(join(home, 'list.txt'), 'w');
  spawnSync(process.execPath, LIST, { env, stdio: ['ignore', file, 'inherit'] });
  closeSync(file);
  const whole = readFileSync(join(home, 'list.txt'), 'latin1');
  // More than any pipe holds.
  expect(whole.length).toBeGreaterThan(200_000);
  expect(spawnSync(process.execPath, LIST, { env, encoding: 'latin1' }).stdout).toBe(whole);

  const fifo = join(home, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const pipe = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  const end = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  // Through a shell: Node has what it hands on as standard output wait.
  const shell = ['-c', `exec ${process.execPath} ${LIST.join(' ')} >&3`];
  const child = spawn('sh', shell, { env, stdio: ['ignore', 'ignore', 'inherit', end] });
  closeSync(end);
  let ended = false;
  child.on('close', () => {
    ended = true;
  });
  let read = '';
  for (let last = false; ; ) {
    const piece = readNow(pipe);
    read += piece;
    if (last && piece === '') break;
    last = ended;
    // A reader that is slower than the writer.
    await sleep(5);
  }
  closeSync(pipe);
  expect(read).toBe(whole);
});

/** What lies in the pipe, at most 16 KB. */
function readNow(pipe: number): string {
  const bytes = Buffer.alloc(16_384);
  try {
    return bytes.toString('latin1', 0, readSync(pipe, bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return '';
    throw error;
  }
}

test('a reader that has gone ends it without a word, a disk that is full with one', () => {
  const [list, home] = [LIST.join(' '), usedHome()];
  const run = (line: string) =>
    spawnSync('bash', ['-c', `set -o pipefail; ${process.execPath} ${line}`], {
      env: { ...process.env, API_QUIZ_HOME: home, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
  const { status, stdout, stderr } = run(`${list} | head -n 1`);
  expect([status, stdout.split('\n').length, stderr]).toEqual([0, 2, '']);
  expect(run(`${list} > /dev/full`)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('ENOSPC') as string,
  });
});
