// How far down the time of a cold pack could go: the libraries alone, in as many threads as the program uses, and nothing of ours.

import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../options.js';
import { type Figure, figureOf, LIMITS, tableLines } from '../support/figures.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';
import { inPack, listOf, READ_ALL } from './bench-pack.js';

const LIBRARIES = join(import.meta.dirname, 'libraries-alone.cjs');
/** As many as the program has at most. */
const THREADS = Math.min(4, availableParallelism());
const STEPS = [
  ['read', 'every file read'],
  ['cut', 'and cut by gray-matter, parsed by js-yaml'],
  ['look', 'and looked at by zod'],
] as const;

/** A table against one thread that reads the same files, starts included on both sides; the last row is the program. */
export function packFloor({ quick, node }: BenchOptions): Promise<string[]> {
  const [files, pairs] = quick ? [1000, 3] : [10_000, 5];
  return inPack(files, async (pack, home) => {
    const env = benchEnvironment(home);
    const run = (args: readonly string[]) => runMetered(args, { node, env });
    const against = async (name: string, begin: () => ReturnType<typeof run>): Promise<Figure> => {
      const cost = await measurePairs(pairs, begin, () => run(['-e', READ_ALL, pack]));
      return figureOf(name, cost, 6);
    };
    const figures: Figure[] = [];
    for (const [depth, name] of STEPS)
      figures.push(await against(name, () => run([LIBRARIES, pack, String(THREADS), depth])));
    const cold = () => {
      rmSync(home, { recursive: true, force: true });
      return run(listOf(pack));
    };
    figures.push(await against('list of the pack: all that the program does', cold));
    const title = `${files} files, cold: the libraries alone in ${THREADS} threads, against reading by one`;
    return tableLines({ title, figures }, undefined, LIMITS.full);
  });
}
