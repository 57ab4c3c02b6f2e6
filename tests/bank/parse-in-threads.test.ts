// Several threads give the same pack, and the same problems in the same order, as one; a thread that fails costs time only.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyEntry } from '../../src/bank/column-entry.js';
import { decodeCompiledPack } from '../../src/bank/compiled-pack.js';
import { parseFolder, parseHere } from '../../src/bank/parse-folder.js';
import { parseInThreads, threadScript } from '../../src/bank/parse-in-threads.js';
import { listQuestionFiles } from '../../src/bank/read-folder.js';
import { temporaryHome } from '../support/home.js';
import { rows } from '../support/thorough.js';
import { PACK_FILE, questionFile } from './temporary-pack.js';

const SCRIPT = resolve('dist', 'bank-parse-worker.js');
/** As few as threads are worth their start for. */
const COUNT = 1000;
const folder = mkdtempSync(join(tmpdir(), 'api-quiz-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'caching'));
writeFileSync(join(folder, 'pack.yaml'), PACK_FILE);
for (let index = 0; index < COUNT; index += 1) {
  const text =
    index % 15 === 4 ? questionFile('another-id').replace('level:', 'lovel:') : questionFile(`q-${index}`);
  writeFileSync(join(folder, 'caching', `q-${index}.md`), text);
}
const found = listQuestionFiles(folder).files;

async function parsed(parse: Parameters<typeof parseFolder>[4]) {
  const pack = decodeCompiledPack(await parseFolder(folder, found, 'stamp', undefined, parse))!;
  const { packProblems } = pack;
  const files = pack.files.map((file) => ({ ...file, entry: file.entry && copyEntry(file.entry) }));
  const lines = pack.files.map((_, index) => [
    pack.line(index).toString(),
    pack.stem(index),
    pack.stemLine(index),
  ]);
  return { files, packProblems, lines };
}

const here = await parsed(parseHere);

test('the same files, problems and lines in the same order', async () => {
  const told: number[] = [];
  expect(
    await parsed(parseInThreads({ script: SCRIPT, tell: (done) => told.push(done), threads: 3 })),
  ).toEqual(here);
  expect(here.files.flatMap(({ problems }) => problems).length).toBeGreaterThan(60);
  expect(told.length).toBe(10);
  expect(told.at(-1)).toBe(COUNT);
});

const LOST: [name: string, script: string, expected: number][] = [
  [
    'ends in the middle',
    'require("node:worker_threads").parentPort.on("message", () => process.exit(1))',
    COUNT,
  ],
  ['throws before there is work', 'throw new Error("no")', COUNT],
  ['throws at once', 'throw new Error("no")', 0],
];

test.each(rows(LOST, 2))('a thread that %s', async (_, script, expected) => {
  const path = join(temporaryHome(), 'worker.cjs');
  writeFileSync(path, script);
  expect(await parsed(parseInThreads({ script: path, threads: 2, expected }))).toEqual(here);
});

test('where the source runs there is no script, and the files are parsed here', async () => {
  expect(threadScript()).toBeUndefined();
  const batches = parseInThreads()({ folder, pack: 'small', draft: false }, found);
  const { value } = await batches[Symbol.asyncIterator]().next();
  // Threads would give a hundred at once.
  expect(value).toHaveLength(1);
});
