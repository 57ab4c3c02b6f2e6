// How long the program takes to start, against an empty Node process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../options.js';
import { type Figure, figureOf, type Table } from '../support/figures.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';
import { PROGRAM, STARTS } from './starts.js';

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
