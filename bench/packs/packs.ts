// A large pack in the built program: cold (every file parsed) and warm (from the cache), against reading the same files.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../options.js';
import { type Figure, figureOf, type Table } from '../support/figures.js';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';

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

async function inPack<Result>(
  files: number,
  bench: (pack: string, home: string) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'api-quiz-bench-pack-'));
  try {
    writePack(join(root, 'pack'), files);
    return await bench(join(root, 'pack'), join(root, 'home'));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
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

const listOf = (pack: string): string[] => ['bin/api-quiz.js', 'list', '--pack', pack, '--count', '1'];

/** Every file of the folders of a pack, as text. */
const READ_ALL = `
const { readdirSync, readFileSync } = require('node:fs');
const pack = process.argv[1];
let characters = 0;
for (const folder of readdirSync(pack, { withFileTypes: true })) {
  if (!folder.isDirectory()) continue;
  for (const name of readdirSync(pack + '/' + folder.name))
    characters += readFileSync(pack + '/' + folder.name + '/' + name, 'utf8').length;
}
`;

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
