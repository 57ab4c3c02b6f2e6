// A newcomer's first minutes with a fresh clone; run where CI=true or API_QUIZ_CLONE=1.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const wanted = existsSync('.git') && (process.env.CI === 'true' || process.env.API_QUIZ_CLONE === '1');

// It takes half a minute: only where it is asked for.
test.runIf(wanted)('a newcomer: a fresh clone, npx before npm ci, then the two commands', () => {
  const work = mkdtempSync(join(tmpdir(), 'api-quiz-clone-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  const clone = join(work, 'api-quiz');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, API_QUIZ_HOME: join(work, 'home') };
  const call = (command: string, args: string[], cwd: string, input = '') =>
    spawnSync(command, args, { cwd, env, encoding: 'utf8', input });
  expect(call('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), clone], work).status).toBe(0);
  const early = call('npx', ['--yes', '--offline', 'api-quiz'], clone);
  expect(early.status).toBe(2);
  expect(early.stderr).toContain('api-quiz is not built yet. Run this in its folder first: npm ci');
  // npm's own cache is enough: the network is asked only for what is not in it.
  const installed = call('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], clone);
  expect([installed.status, installed.status === 0 ? '' : installed.stderr]).toEqual([0, '']);
  const sat = call('npx', ['api-quiz', 'practice', '--plain', '--count', '1'], clone, ':s\n\n');
  expect(sat.status).toBe(0);
  expect(sat.stdout).toContain('Question 1 of 1');
});
