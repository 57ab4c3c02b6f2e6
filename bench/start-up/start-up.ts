// How long the program takes to start, against an empty Node process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../options.js';
import { type Figure, figureOf, type Table } from '../support/figures.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';

const PROGRAM = 'bin/api-quiz.js';

interface Start {
  args: readonly string[];
  aim: number;
  /** Until this is printed; else until the end. */
  until?: string;
}

const PRACTICE = ['practice', '--plain', '--seed', '1'];
const STARTS: readonly Start[] = [
  { args: ['--version'], aim: 1.25 },
  { args: ['--help'], aim: 1.6 },
  { args: ['--complete', 'practice', '--topic', 'gra'], aim: 1.6 },
  { args: ['list'], aim: 1.7 },
  { args: ['topics'], aim: 1.6 },
  { args: ['show', 'booking-timeout-what-is-known'], aim: 1.7 },
  { args: PRACTICE, aim: 2.4, until: 'Type ' },
  { args: PRACTICE, aim: 2.6 },
  { args: ['report'], aim: 2.3 },
];

/** With an empty history; the home folder is that of the run before, as it is for a person. */
export async function benchStartUp({ node, quick }: BenchOptions): Promise<Table> {
  const pairs = quick ? 9 : 25;
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-bench-'));
  const env = benchEnvironment(home);
  const figures: Figure[] = [];
  try {
    for (const { args, aim, until } of STARTS) {
      const metered = { node, env, ...(until === undefined ? {} : { until }) };
      const paired = await measurePairs(
        pairs,
        () => {
          // An empty history stays one.
          rmSync(join(home, 'sessions'), { recursive: true, force: true });
          return runMetered([PROGRAM, ...args], metered);
        },
        () => runMetered(['-e', '0'], { node, env }),
      );
      figures.push(figureOf(`${args.join(' ')}${until ? ', first question' : ''}`, paired, aim));
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return { title: `Start-up against node -e 0, medians of ${pairs} interleaved pairs`, figures };
}
