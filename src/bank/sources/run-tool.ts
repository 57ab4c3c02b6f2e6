// The person's own git and npm, run without a shell; what they say on failure becomes one line.

import { spawnSync } from 'node:child_process';
import { Failure } from '../../text/failure.js';
import { withoutSecrets } from './source-secret.js';

const MOST_OUTPUT = 300 * 1024 * 1024;

/** What the program printed; `call`: how it is started where that is not by its name. Failures: `tool-missing`, `tool-failed`. */
export function runTool(
  program: string,
  args: readonly string[],
  {
    input,
    folder,
    env = {},
    call: [started, ...before] = [program],
  }: {
    input?: string;
    folder?: string;
    env?: Readonly<Record<string, string>>;
    call?: readonly [string, ...string[]];
  } = {},
): Buffer {
  const done = spawnSync(started, [...before, ...args], {
    cwd: folder,
    input: input ?? '',
    maxBuffer: MOST_OUTPUT,
    shell: false,
    env: { ...process.env, ...env },
    timeout: 10 * 60_000,
  });
  if (done.error) {
    const { code = 'unknown' } = done.error as NodeJS.ErrnoException;
    throw code === 'ENOENT'
      ? new Failure('tool-missing', { program })
      : new Failure('tool-failed', { program, reason: code });
  }
  if (done.status !== 0) {
    const said = done.stderr.toString('utf8').trim().split('\n');
    throw new Failure('tool-failed', {
      program,
      // The person's own settings may put a password into an address (url.….insteadOf, a registry).
      reason: withoutSecrets(said.find((line) => /fatal|error|ERR/.test(line)) ?? said[0] ?? '').slice(
        0,
        200,
      ),
    });
  }
  return done.stdout;
}
