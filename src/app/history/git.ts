// The person's own git, run in the shared folder without a shell; credentials and hooks are theirs.

import { spawnSync } from 'node:child_process';
import { Failure } from '../../text/failure.js';
import { safeLine } from '../../text/safe.js';
import type { World } from '../world.js';

export interface Git {
  /** Standard output of a run that went well. Failures: `git-missing`, `git-failed`. */
  run(args: readonly string[]): Buffer;
  /** The exit code, and what was printed. Failure `git-missing`. */
  attempt(args: readonly string[]): { code: number; out: Buffer; said: string };
}

const MOST_BYTES = 64 * 1024 * 1024;

/** git with the folder as its working folder. */
export function gitIn(folder: string, env: World['env']): Git {
  const attempt: Git['attempt'] = (args) => {
    const ran = spawnSync('git', ['-C', folder, ...args], {
      // No editor may open for a message: nobody would see why everything waits.
      env: { ...env, GIT_EDITOR: 'true', GIT_MERGE_AUTOEDIT: 'no' },
      maxBuffer: MOST_BYTES,
      stdio: ['inherit', 'pipe', 'pipe'],
    });
    if (ran.error) throw new Failure('git-missing', { reason: ran.error.message });
    return { code: ran.status ?? 128, out: ran.stdout, said: ran.stderr.toString() };
  };
  return {
    attempt,
    run(args) {
      const { code, out, said } = attempt(args);
      if (code === 0) return out;
      throw gitFailure(args, said);
    },
  };
}

/** What git said last, on one line. */
export function gitFailure(args: readonly string[], said: string): Failure {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('hint:'));
  return new Failure('git-failed', {
    step: args[0] ?? '',
    reason: safeLine(lines.slice(-2).join(' ')).slice(0, 300) || 'it said nothing',
  });
}
