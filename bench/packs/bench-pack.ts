// A pack to measure with: many copies of one shipped question, and what it costs to read it.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs the bench with such a pack and a home that is not there yet; both are gone afterwards. */
export async function inPack<Result>(
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

/** Arguments of a start that opens the whole pack and shows one line of it. */
export const listOf = (pack: string): string[] => ['bin/api-quiz.js', 'list', '--pack', pack, '--count', '1'];

/** A script: every file of the folders of a pack, as text. */
export const READ_ALL = `
const { readdirSync, readFileSync } = require('node:fs');
const pack = process.argv[1];
let characters = 0;
for (const folder of readdirSync(pack, { withFileTypes: true })) {
  if (!folder.isDirectory()) continue;
  for (const name of readdirSync(pack + '/' + folder.name))
    characters += readFileSync(pack + '/' + folder.name + '/' + name, 'utf8').length;
}
`;

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
