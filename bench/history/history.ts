// What a long history costs: reports and single sittings against reading and parsing its files, the first question against none.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BenchOptions } from '../options.js';
import { type Figure, figureOf, type Table } from '../support/figures.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';
import { SEEDED_NOW, writeSeededHome, writeWelcomedHome } from '../support/seeded-home.js';
import { READ_AND_PARSE } from './read-and-parse.js';

const REPORT = ['report', '--now', new Date(SEEDED_NOW).toISOString()];
const SIZES = { quick: { answers: 10_000, pairs: 3 }, full: { answers: 100_000, pairs: 3 } };
const FIRST = ['practice', '--plain', '--seed', '1'];
const MOST_MB = 150;

/** Of the built program, start included on both sides; the full size measures the quick one too, so that CI has its figures. */
export async function benchHistory({ quick, node }: BenchOptions): Promise<Table> {
  const figures: Figure[] = [];
  for (const size of quick ? [SIZES.quick] : [SIZES.quick, SIZES.full])
    figures.push(...(await benchSize(size, node)));
  return {
    title: 'A long history against reading and parsing its files, medians of interleaved pairs',
    figures,
  };
}

async function benchSize({ answers, pairs }: (typeof SIZES)['full'], node: string): Promise<Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'api-quiz-bench-history-'));
  const [home, none] = [join(root, 'home'), join(root, 'none')];
  const program = (args: readonly string[], of = home, until?: string) =>
    runMetered(['bin/api-quiz.js', ...args], {
      node,
      env: benchEnvironment(of),
      ...(until === undefined ? {} : { until }),
    });
  const against = (run: () => ReturnType<typeof program>) =>
    measurePairs(pairs, run, () => runMetered(['-e', READ_AND_PARSE], { node, env: benchEnvironment(home) }));
  try {
    const one = ['history', await writeSeededHome(home, answers)];
    writeWelcomedHome(none);
    // What changed a moment ago is taken for what may change again.
    await setTimeout(4000);
    const cold = await against(() => {
      rmSync(join(home, 'cache'), { recursive: true, force: true });
      return program(REPORT);
    });
    const warm = await against(() => program(REPORT));
    await program(one);
    const single = await against(() => program(one));
    const first = await measurePairs(
      pairs,
      () => program(FIRST, home, 'Type '),
      () => {
        rmSync(join(none, 'sessions'), { recursive: true, force: true });
        return program(FIRST, none, 'Type ');
      },
    );
    const named = (what: string) => `${answers} answers, ${what}`;
    return [
      figureOf(named('report from nothing'), cold, 1.2),
      { ...figureOf(named('report from nothing, memory'), cold, MOST_MB), aimAt: 'memoryMb' },
      figureOf(named('report from a checkpoint'), warm, 0.5),
      figureOf(named('one sitting of history'), single, 0.5),
      figureOf(named('first question, against none'), first, 1.3),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
