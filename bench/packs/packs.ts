// Loading a large pack: cold (every file parsed) and warm (from the cache), against reading the same files and nothing else.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { pairLine, timed, timePairs } from '../support/pairs.js';

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
      `Loading a pack of ${FILES} files of ${(statSync(join(pack, 'part-0', 'question-0.md')).size / 1024).toFixed(1)} KB against reading them, medians of ${COLD_PAIRS} and ${WARM_PAIRS} interleaved pairs`,
      pairLine('cold: every file parsed and checked', cold, 5),
      pairLine('warm: from the cache', warm, 1.3),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** `load` against reading the files and nothing else. */
function pairs(count: number, load: () => Promise<unknown>, pack: string) {
  const timedLoad = async () => {
    const begun = performance.now();
    await load();
    return performance.now() - begun;
  };
  return timePairs(count, timedLoad, () => timed(() => readAll(pack)));
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
function writePack(folder: string): void {
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
  for (let index = 0; index < FILES; index += 1) {
    const part = join(folder, `part-${Math.floor(index / 500)}`);
    if (index % 500 === 0) mkdirSync(part);
    const id = `question-${index}`;
    writeFileSync(join(part, `${id}.md`), sample.replace(/^id: .*$/m, `id: ${id}`));
  }
}
