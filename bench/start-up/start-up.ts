// How long the program takes to start, against an empty Node process.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pairLine, timePairs } from '../support/pairs.js';

const PAIRS = 25;

/** Whole processes, with `NODE_EXTRA_CA_CERTS` unset: set, it adds more than all of this to every Node 20 start. */
export function benchStartUp(): string[] {
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-bench-'));
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const run = (args: string[]) => {
    const begun = performance.now();
    const { status } = spawnSync(process.execPath, args, { env: { ...env, API_QUIZ_HOME: home }, input: '' });
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
    return performance.now() - begun;
  };
  const empty = () => run(['-e', '0']);
  const line = (what: string, args: string[], aim: number) =>
    pairLine(
      what,
      timePairs(PAIRS, () => run(['bin/api-quiz.js', ...args]), empty),
      aim,
    );
  try {
    return [
      `Start-up: whole process against node -e 0, medians of ${PAIRS} interleaved pairs (middle half of the ratios)`,
      line('api-quiz --version', ['--version'], 1.4),
      line('api-quiz list', ['list'], 1.8),
      // End of input right after the first question: a whole start, the choice of questions, one question printed.
      line('api-quiz practice --plain, first question', ['practice', '--plain', '--seed', '1'], 2.3),
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
