// npm run bench -- --table: what each millisecond of a start is spent on, and the floor.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../options.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';
import { makeFloors } from './floor.js';
import { type Profile, STAGES, type Stage, stagesOf } from './stages.js';
import { PRACTICE, PROGRAM, STARTS } from './starts.js';

const WIDTH = 12;

/** The table as lines. */
export async function stageTable({ node, quick }: BenchOptions): Promise<string[]> {
  const runs = quick ? 7 : 25;
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-stages-'));
  try {
    return [
      `Milliseconds of a start by what they are spent on: the least disturbed of ${runs} profiled runs (a profile adds a fifth or so)`,
      lineOf('', ['sum', ...STAGES]),
      ...stageRows(node, runs, folder),
      '',
      `The floor: CPU milliseconds, medians of ${runs} pairs with node -e 0`,
      ...(await floorRows(node, runs, folder)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stageRows(node: string, runs: number, folder: string): string[] {
  // In the home of someone who has sat before.
  profiled(node, PRACTICE, folder);
  const whole = STARTS.filter(({ until, args }) => until === undefined && args[0] !== '--complete');
  return whole.map(({ args }) => {
    const spent = Array.from({ length: runs }, () => profiled(node, args, folder));
    const sums = spent.map((stages) => ({
      stages,
      sum: STAGES.reduce((sum, stage) => sum + stages[stage], 0),
    }));
    const { stages, sum } = sums.reduce((least, one) => (one.sum < least.sum ? one : least));
    return lineOf(
      args.join(' '),
      [sum, ...STAGES.map((stage) => stages[stage])].map((ms) => ms.toFixed(1)),
    );
  });
}

function profiled(node: string, args: readonly string[], folder: string): Record<Stage, number> {
  const home = join(folder, 'home');
  const profiles = join(folder, 'profiles');
  rmSync(join(home, 'sessions'), { recursive: true, force: true });
  rmSync(profiles, { recursive: true, force: true });
  const profiling = ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', profiles];
  execFileSync(node, [...profiling, PROGRAM, ...args], { env: benchEnvironment(home), input: '' });
  const [file] = readdirSync(profiles);
  if (file === undefined) throw new Error(`${args.join(' ')} left no profile`);
  return stagesOf(JSON.parse(readFileSync(join(profiles, file), 'utf8')) as Profile);
}

async function floorRows(node: string, runs: number, folder: string): Promise<string[]> {
  const env = benchEnvironment(join(folder, 'home'));
  const rows: string[] = [];
  for (const { name, file } of makeFloors(folder)) {
    const { a, b, cpu } = await measurePairs(
      runs,
      () => runMetered([file], { node, env }),
      () => runMetered(['-e', '0'], { node, env }),
    );
    rows.push(lineOf(name, [a.cpuMs.toFixed(1), `of ${b.cpuMs.toFixed(1)}`, `${cpu.median.toFixed(2)}x`]));
  }
  return rows;
}

const lineOf = (name: string, cells: readonly string[]) =>
  `${name.padEnd(36)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`;
