// Loading a large pack: cold (every file parsed) and warm (from the cache), against reading the same files and nothing else.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { pairLine, quantile, timed } from '../support/pairs.js';

const FILES = 10_000;
const COLD_PAIRS = 21;
const WARM_PAIRS = 31;

/** Ratios to the raw synchronous read of the same files. */
export async function benchPacks(): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'api-quiz-bench-pack-'));
  const pack = join(root, 'pack');
  const cache = join(root, 'cache');
  writePack(pack);
  try {
    const cold = await pairs(COLD_PAIRS, async () => loadFolderPack(pack, null), pack);
    await loadFolderPack(pack, cache);
    const warm = await pairs(WARM_PAIRS, async () => loadFolderPack(pack, cache), pack);
    return [
      `Loading a pack of ${FILES} files against reading them, medians of ${COLD_PAIRS} and ${WARM_PAIRS} interleaved pairs`,
      pairLine('cold: every file parsed and checked', cold, 5),
      pairLine('warm: from the cache', warm, 1.3),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function pairs(count: number, load: () => Promise<unknown>, pack: string) {
  const times: [number, number][] = [];
  await load();
  readAll(pack);
  for (let pair = 0; pair < count; pair += 1) {
    const begun = performance.now();
    await load();
    const loaded = performance.now() - begun;
    times.push([loaded, timed(() => readAll(pack))]);
  }
  const ratios = times.map(([a, b]) => a / b);
  return {
    a: quantile(
      times.map(([a]) => a),
      0.5,
    ),
    b: quantile(
      times.map(([, b]) => b),
      0.5,
    ),
    ratio: quantile(ratios, 0.5),
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
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

/** Copies of a shipped question under other ids: real sizes, real YAML. */
function writePack(folder: string): void {
  const sample = readFileSync(
    'questions/rest-design/' + readdirSync('questions/rest-design').find((name) => name.endsWith('.md')),
    'utf8',
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'pack.yaml'),
    readFileSync('questions/pack.yaml', 'utf8').replace('id: core', 'id: bench'),
  );
  for (let index = 0; index < FILES; index += 1) {
    const part = join(folder, `part-${Math.floor(index / 500)}`);
    if (index % 500 === 0) mkdirSync(part);
    const id = `question-${index}`;
    writeFileSync(join(part, `${id}.md`), sample.replace(/^id: .*$/m, `id: ${id}`));
  }
}
