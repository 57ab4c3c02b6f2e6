// A large pack in the built program: cold (every file parsed) and warm (from the cache), against reading the same files.

import { rmSync } from 'node:fs';
import type { BenchOptions } from '../options.js';
import { type Figure, figureOf, type Table } from '../support/figures.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';
import { inPack, listOf, READ_ALL } from './bench-pack.js';

const SIZES = { quick: { files: 1000, cold: 3, warm: 7 }, full: { files: 10_000, cold: 3, warm: 9 } };
const MOST_FILES = 50_000;

/** Ratios to the raw synchronous read of the same files. The full size measures the quick one too, so that CI has its figures. */
export async function benchPacks({ quick, node }: BenchOptions): Promise<Table> {
  const figures: Figure[] = [];
  for (const size of quick ? [SIZES.quick] : [SIZES.quick, SIZES.full])
    figures.push(...(await inPack(size.files, (pack, home) => benchPack(size, pack, home, node))));
  if (!quick) figures.push(await inPack(MOST_FILES, (pack, home) => benchMemory(pack, home, node)));
  return {
    title: 'Loading a pack of many files against reading them, medians of interleaved pairs',
    figures,
  };
}

/** The built program, with its threads, against a process that reads the same files: the start is on both sides. */
async function benchPack(
  { files, cold, warm }: (typeof SIZES)['full'],
  pack: string,
  home: string,
  node: string,
): Promise<Figure[]> {
  const env = benchEnvironment(home);
  const list = () => runMetered(listOf(pack), { node, env });
  const read = () => runMetered(['-e', READ_ALL, pack], { node, env });
  const parsed = await measurePairs(
    cold,
    () => {
      rmSync(home, { recursive: true, force: true });
      return list();
    },
    read,
  );
  const cached = await measurePairs(warm, list, read);
  return [
    figureOf(`${files} files, cold: list of a pack, every file parsed and checked`, parsed, 6),
    figureOf(`${files} files, warm: list of a pack, from the cache`, cached, 1.15),
  ];
}

/** The same once, for its peak memory. */
async function benchMemory(pack: string, home: string, node: string): Promise<Figure> {
  const env = benchEnvironment(home);
  const cost = await runMetered(listOf(pack), { node, env });
  const read = await runMetered(['-e', READ_ALL, pack], { node, env });
  return {
    name: `${MOST_FILES} files, cold: list of a pack`,
    ms: cost.wallMs,
    ratio: cost.wallMs / read.wallMs,
    cpuMs: cost.cpuMs,
    cpuRatio: cost.cpuMs / read.cpuMs,
    ...(cost.memoryMb === undefined ? {} : { memoryMb: cost.memoryMb }),
    aim: 400,
    aimAt: 'memoryMb',
  };
}
