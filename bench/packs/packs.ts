// Loading a large pack: cold (every file parsed) and warm (from the cache), against reading the same files and nothing else.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import type { BenchOptions } from '../options.js';
import { type Figure, figureOf, type Table } from '../support/figures.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { costOf, measurePairs } from '../support/pairs.js';

const SIZES = { quick: { files: 1000, cold: 3, warm: 7 }, full: { files: 10_000, cold: 9, warm: 21 } };
const MOST_FILES = 50_000;

/** Ratios to the raw synchronous read of the same files. The full size measures the quick one too, so that CI has its figures. */
export async function benchPacks({ quick, node }: BenchOptions): Promise<Table> {
  const figures: Figure[] = [];
  for (const size of quick ? [SIZES.quick] : [SIZES.quick, SIZES.full])
    figures.push(...(await inPack(size.files, (pack, cache) => benchPack(size, pack, cache))));
  if (!quick) figures.push(await inPack(MOST_FILES, (pack, cache) => benchMemory(pack, cache, node)));
  return {
    title: 'Loading a pack of many files against reading them, medians of interleaved pairs',
    figures,
  };
}

async function inPack<Result>(
  files: number,
  bench: (pack: string, cache: string) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'api-quiz-bench-pack-'));
  try {
    writePack(join(root, 'pack'), files);
    return await bench(join(root, 'pack'), join(root, 'cache'));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function benchPack(
  { files, cold, warm }: (typeof SIZES)['full'],
  pack: string,
  cache: string,
): Promise<Figure[]> {
  const against = (pairs: number, load: () => Promise<unknown>) =>
    measurePairs(
      pairs,
      () => costOf(load),
      () => costOf(() => readAll(pack)),
    );
  const parsed = await against(cold, () => loadFolderPack(pack, null));
  await loadFolderPack(pack, cache);
  const cached = await against(warm, () => loadFolderPack(pack, cache));
  return [
    figureOf(`${files} files, cold: every file parsed and checked`, parsed, 6),
    figureOf(`${files} files, warm: from the cache`, cached, 1.15),
  ];
}

/** The whole program, once, for its peak memory. */
async function benchMemory(pack: string, home: string, node: string): Promise<Figure> {
  const list = ['bin/api-quiz.js', 'list', '--pack', pack, '--count', '1'];
  const cost = await runMetered(list, { node, env: benchEnvironment(home) });
  const raw = await costOf(() => readAll(pack));
  return {
    name: `${MOST_FILES} files, cold: list --count 1`,
    ms: cost.wallMs,
    ratio: cost.wallMs / raw.wallMs,
    cpuMs: cost.cpuMs,
    cpuRatio: cost.cpuMs / raw.cpuMs,
    ...(cost.memoryMb === undefined ? {} : { memoryMb: cost.memoryMb }),
    aim: 400,
    aimAt: 'memoryMb',
  };
}

function readAll(pack: string): number {
  let characters = 0;
  for (const folder of readdirSync(pack, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const name of readdirSync(join(pack, folder.name))) {
      characters += readFileSync(join(pack, folder.name, name), 'utf8').length;
    }
  }
  return characters;
}

/** Copies of the shipped single-choice question of median size under other ids: real YAML of a usual size. */
function writePack(folder: string, files: number): void {
  const texts = readdirSync('questions/rest-design')
    .map((name) => readFileSync(join('questions/rest-design', name), 'utf8'))
    .filter((text) => text.includes('type: single-choice'))
    .sort((a, b) => a.length - b.length);
  const sample = texts[Math.floor(texts.length / 2)] ?? '';
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'pack.yaml'),
    readFileSync('questions/pack.yaml', 'utf8').replace('id: core', 'id: bench'),
  );
  for (let index = 0; index < files; index += 1) {
    const part = join(folder, `part-${Math.floor(index / 500)}`);
    if (index % 500 === 0) mkdirSync(part);
    const id = `question-${index}`;
    writeFileSync(join(part, `${id}.md`), sample.replace(/^id: .*$/m, `id: ${id}`));
  }
}
