// How long the program takes to start, against an empty Node process.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pairLine, timePairs } from '../support/pairs.js';

const PAIRS = 25;

/** `NODE_EXTRA_CA_CERTS` is unset: set, it adds more than all of this to every Node 20 start. */
export async function benchStartUp(): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-bench-'));
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const wholeRun = (args: string[]) => timeUntil(args, { ...env, API_QUIZ_HOME: home }, null);
  const line = async (what: string, run: () => Promise<number>, aim: number) =>
    pairLine(what, await timePairs(PAIRS, run, () => wholeRun(['-e', '0'])), aim);
  const program = (...args: string[]) => ['bin/api-quiz.js', ...args];
  const practice = program('practice', '--plain', '--seed', '1');
  const firstQuestion = () => timeUntil(practice, { ...env, API_QUIZ_HOME: home }, 'Type ');
  try {
    return [
      `Start-up against node -e 0, medians of ${PAIRS} interleaved pairs (middle half of the ratios)`,
      await line('api-quiz --version', () => wholeRun(program('--version')), 1.4),
      await line(
        'api-quiz --complete (a press of Tab)',
        () => wholeRun(program('--complete', 'practice', '--topic', 'gra')),
        1.6,
      ),
      await line('api-quiz list', () => wholeRun(program('list')), 1.8),
      await line('practice --plain until the first question', firstQuestion, 2.3),
      await line('practice --plain, quit after it', () => wholeRun(practice), 2.3),
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Time in ms until the process printed `text`, or until it ended when `text` is null. Its input is empty. */
function timeUntil(args: string[], env: NodeJS.ProcessEnv, text: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    let printed = '';
    let reached: number | null = null;
    child.stdout.on('data', (chunk: Buffer) => {
      if (reached !== null || text === null) return;
      printed += chunk.toString();
      if (printed.includes(text)) reached = performance.now() - begun;
    });
    child.on('exit', (status) => {
      if (status !== 0) reject(new Error(`${args.join(' ')} ended with ${status}`));
      else resolve(reached ?? performance.now() - begun);
    });
    child.on('error', reject);
    child.stdin.end();
  });
}
