// What only a process shows: pipes, full disks, signals, read-only homes, bugs.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { run, runJson, SHIPPED } from '../support/run.js';
import { rows } from '../support/thorough.js';

const BIN = join(process.cwd(), 'bin', 'api-quiz.js');
const clean = (home: string) => ({ PATH: process.env.PATH, API_QUIZ_HOME: home });
const start = (args: string[], home = temporaryHome(), options: object = {}) =>
  spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', env: clean(home), input: '', ...options });
/** As someone who is not root, for root may do everything. */
const startAsNobody = (args: string[], home: string) => {
  const drop =
    process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  const [command = '', ...rest] = [...drop, process.execPath, BIN, ...args];
  return spawnSync(command, rest, { encoding: 'utf8', env: clean(home), input: '' });
};
/** The same without a start, for what only reads: what may be written is asked of the system for the user who started. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.setegid?.(65534);
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

test('a pipe that closes early is no error', () => {
  for (const verb of rows(['practice --plain', 'list --json', 'list', 'topics --json'])) {
    const { stderr, stdout } = spawnSync(
      'bash',
      ['--norc', '-c', `"$0" "$1" ${verb} | head -1; exit \${PIPESTATUS[0]}`, process.execPath, BIN],
      {
        encoding: 'utf8',
        env: clean(temporaryHome()),
        input: '',
      },
    );
    // A sitting whose reader has gone can be gone on with.
    expect(stderr.replace('\nEvery answer is kept. Go on with: api-quiz resume\n', '')).toBe('');
    expect(stdout.split('\n')).toHaveLength(2);
  }
});

test('a folder that is called as its pack is kept to; written as a path it is only added', () => {
  const home = temporaryHome();
  const above = temporaryHome();
  const here = { cwd: above };
  const made = start(['new', 'pack', 'my-pack'], home, here);
  expect(made.stdout).toContain('then api-quiz practice --pack my-pack\n');
  expect(start(['list', '--pack', 'my-pack'], home, here).stdout.split('\n')).toHaveLength(2);
  expect(start(['list', '--pack', './my-pack'], home, here).stdout.split('\n').length).toBeGreaterThan(100);
});

test('output to a full disk is told, exit 2', () => {
  const full = openSync('/dev/full', 'w');
  for (const args of rows([['list', '--json'], ['--version'], ['practice', '--plain'], ['list']], 2)) {
    const { status, stderr } = start(args, temporaryHome(), { stdio: ['ignore', full, 'pipe'] });
    expect(stderr).toContain('The output could not be written (no space left, ENOSPC)\n');
    expect(status).toBe(2);
  }
});

test('errors to nowhere still end with their code', () => {
  const full = openSync('/dev/full', 'w');
  expect(start(['lits'], temporaryHome(), { stdio: ['ignore', 'pipe', full] }).status).toBe(2);
});

test('a home that may only be read: reading works, a sitting says so in one line, exit 2', async () => {
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-readonly-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  chmodSync(home, 0o555);
  for (const args of [['list'], ['topics'], ['history'], ['stats'], ['flags'], ['config']]) {
    const { code, err } = await asNobody(() => run(args, { home, builtIn: SHIPPED }));
    expect([args, code, err]).toEqual([args, 0, '']);
  }
  const { status, stdout, stderr } = startAsNobody(['doctor'], home);
  expect([status, stdout, stderr]).toEqual([0, expect.stringContaining('writable   false'), '']);
  const refused = `${home}: cannot be written to (permission denied, EACCES); check its permissions, or set API_QUIZ_HOME to another folder\n`;
  const writing = [
    ['practice', '--plain'],
    ['diagnose', '--json'],
    ['exam', '--plain'],
    ['config', 'role', 'tester'],
  ];
  for (const args of rows(writing)) {
    const { status, stderr } = startAsNobody(args, home);
    expect([args, status, stderr]).toEqual([args, 2, refused]);
  }
});

test('a question file of someone else is a problem of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'sub'));
  spawnSync('bash', [
    '-c',
    `echo x > ${join(folder, 'private.md')}; chmod 000 ${join(folder, 'private.md')}`,
  ]);
  const { code, out } = await asNobody(() => run(['lint', folder], { home: '/nonexistent' }));
  expect(code).toBe(1);
  expect(out).toMatch(
    /private\.md:1:1 {2}error {2}file-unreadable {2}cannot be read \(EACCES\); check its permissions\n/,
  );
});

test('--now takes an instant', async () => {
  for (const wrong of ['yesterday', '2026-13-01', '', '2026-11-20 09:00']) {
    const { code, err } = await run(['practice', '--plain', '--now', wrong]);
    expect(code).toBe(2);
    expect(err).toBe(`--now cannot be "${wrong}"; it takes an instant such as 2026-11-20T09:00:00Z\n`);
  }
});

test('a signal keeps what was answered, says how to go on, and exits 130', async () => {
  for (const signal of rows(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)) {
    const home = temporaryHome();
    const child = spawn(process.execPath, [BIN, 'practice', '--plain', '--seed', '1'], { env: clean(home) });
    let out = '';
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.stdin.write(':s\n\n');
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.includes('Question 2 of')) child.kill(signal);
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([signal, code]).toEqual([signal, 130]);
    expect(err).toBe('\nEvery answer is kept. Go on with: api-quiz resume\n');
    const sittings = await runJson<{ answers: unknown[] }[]>(['history'], { home, builtIn: SHIPPED });
    expect(sittings.map(({ answers }) => answers.length)).toEqual([1]);
  }
});

test('a bug keeps its stack and exits 70', () => {
  // A broken build stands for any bug: the pack that it ships has an index that cannot be.
  const root = mkdtempSync(join(tmpdir(), 'api-quiz-bug-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const script = `
    const { cpSync, readFileSync, writeFileSync } = require('node:fs');
    cpSync('bin', ${JSON.stringify(join(root, 'bin'))}, { recursive: true });
    cpSync('dist', ${JSON.stringify(join(root, 'dist'))}, { recursive: true });
    const pack = ${JSON.stringify(join(root, 'dist', 'core.pack'))};
    const text = readFileSync(pack, 'utf8');
    writeFileSync(pack, text.replace('"topics":[', '"topicz":['));`;
  spawnSync(process.execPath, ['-e', script]);
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'api-quiz.js'), 'list'], {
    encoding: 'utf8',
    env: clean(temporaryHome()),
  });
  expect(status).toBe(70);
  expect(stderr).toMatch(/^api-quiz has a bug; please report it with these lines:\nTypeError: .*\n {4}at /);
});
