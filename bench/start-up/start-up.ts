// How long the program takes to start, against an empty Node process.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../options.js';
import { type Figure, figureOf, type Table } from '../support/figures.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';
import { PRACTICE, PROGRAM, STARTS } from './starts.js';

/** With an empty history, in the home of someone who has sat before; and the first of all starts, in none. */
export async function benchStartUp({ node, quick }: BenchOptions): Promise<Table> {
  const pairs = quick ? 9 : 25;
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-bench-'));
  const env = benchEnvironment(home);
  const figures: Figure[] = [];
  try {
    await runMetered([PROGRAM, ...PRACTICE], { node, env });
    for (const { args, aim, until, isFirst } of STARTS) {
      const metered = { node, env, ...(until === undefined ? {} : { until }) };
      const paired = await measurePairs(
        pairs,
        () => {
          // An empty history stays one.
          rmSync(isFirst ? home : join(home, 'sessions'), { recursive: true, force: true });
          return runMetered([PROGRAM, ...args], metered);
        },
        () => runMetered(['-e', '0'], { node, env }),
      );
      const name = `${args.join(' ')}${until ? ', first question' : ''}${isFirst ? ', first start of all' : ''}`;
      figures.push(figureOf(name, paired, aim));
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return { title: `Start-up against node -e 0, medians of ${pairs} interleaved pairs`, figures };
}
