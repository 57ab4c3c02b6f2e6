// What V8 compiled of the built program is kept in a home, used at the next start, and never trusted.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { rows } from '../support/thorough.js';

const SHOW = ['show', 'booking-timeout-what-is-known'];

const run = (home: string, args: readonly string[] = SHOW) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/api-quiz.js', ...args], {
    env: { ...process.env, API_QUIZ_HOME: home, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
};

const keptIn = (home: string) => join(home, 'cache', 'compiled');

/** Of someone who has been here before. */
function usedHome(): string {
  const home = temporaryHome();
  writeFileSync(join(home, 'config.json'), '{}');
  return home;
}

test('a home that was used keeps a file a verb; the next start takes it and says the same', () => {
  const home = usedHome();
  const first = run(home);
  expect([first.status, first.stderr]).toEqual([0, '']);
  expect(readdirSync(keptIn(home))).toEqual(['show.code']);
  const { mtimeMs, mode } = statSync(join(keptIn(home), 'show.code'));
  expect(mode & 0o777).toBe(0o600);
  expect(run(home)).toEqual(first);
  expect(statSync(join(keptIn(home), 'show.code')).mtimeMs).toBe(mtimeMs);
});

test('a damaged file, and one of another build, are made anew and change nothing of what is said', () => {
  const home = usedHome();
  const first = run(home);
  const file = join(keptIn(home), 'show.code');
  const whole = readFileSync(file);
  const damaged = Buffer.from(whole).fill(0xff, 5000, 6000);
  const other = Buffer.from(whole.toString('latin1').replaceAll(process.version, 'v20.1.99'), 'latin1');
  for (const bytes of rows([damaged, other, whole.subarray(0, 3000), Buffer.alloc(0)], 2)) {
    writeFileSync(file, bytes);
    expect(run(home)).toEqual(first);
    expect(statSync(file).size).toBeGreaterThan(whole.length / 2);
    expect(readFileSync(file)).not.toEqual(bytes);
  }
});

test('nothing is kept, and nothing run, in a home that other machines share', () => {
  const home = usedHome();
  const first = run(home);
  const file = join(keptIn(home), 'show.code');
  rmSync(file);
  mkdirSync(join(home, '.stfolder'));
  expect(run(home)).toEqual(first);
  expect(existsSync(file)).toBe(false);
});

test('nothing is kept where there is no home yet, by a verb that is none, and where the folder cannot be made', () => {
  const fresh = temporaryHome();
  run(fresh, ['list']);
  expect(readdirSync(fresh)).toEqual([]);
  const home = usedHome();
  expect(run(home, ['nonsense']).status).toBe(2);
  expect(run(home, ['--version']).status).toBe(0);
  expect(existsSync(join(home, 'cache'))).toBe(false);
  mkdirSync(join(home, 'cache'));
  writeFileSync(keptIn(home), '');
  expect(run(home)).toMatchObject({ status: 0, stderr: '' });
});
