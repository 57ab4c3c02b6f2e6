// What the build ships says the same as the files it was made from, and only what is asked for is read.

import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Bank, makeBank } from '../../src/bank/bank.js';
import { copyEntry } from '../../src/bank/column-entry.js';
import { decodeCompiledPack } from '../../src/bank/compiled-pack.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { loadCompiledPack } from '../../src/bank/load-pack.js';
import { renderCompiledPack } from '../../src/bank/pack-builder.js';
import { listQuestionFiles } from '../../src/bank/read-folder.js';
import { settlePack } from '../../src/bank/settle-pack.js';
import { openBytes } from '../../src/disk/open-bytes.js';
import { temporaryHome } from '../support/home.js';
import { SHIPPED } from '../support/run.js';
import { rebuiltPack, shippedBank } from '../support/shipped-bank.js';
import { PACK_FILE, questionFile, temporaryPack } from './temporary-pack.js';

const { parsed, settled: built, bytes: good } = await rebuiltPack();
const decode = (bytes: Buffer) =>
  decodeCompiledPack({ length: bytes.length, slice: (from, to) => bytes.subarray(from, to) });

test('the format finds nothing wrong in the built-in pack: each of its files is a question that is asked', () => {
  const bank = shippedBank();
  expect(bank.problems).toEqual([]);
  expect(bank.entries.length).toBe(listQuestionFiles(SHIPPED.folder).files.length);
  expect(makeBank([parsed]).problems).toEqual([]);
});

test('the built-in pack is the bank of its folder: entries in their order, stems, questions, answers', () => {
  const [fromFiles, fromBuild] = [makeBank([parsed]), makeBank([{ ...decode(good)!, folder: null }])];
  expect(built.problems).toEqual([]);
  expect(fromBuild.entries.length).toBeGreaterThan(100);
  const copies = (bank: Bank) => bank.entries.map((entry) => copyEntry(entry));
  expect(copies(fromBuild)).toEqual(copies(fromFiles));
  expect(fromBuild.topics).toEqual(fromFiles.topics);
  fromFiles.entries.forEach((entry, index) => {
    const other = fromBuild.entries[index]!;
    expect(fromBuild.question(other)).toEqual(fromFiles.question(entry));
    expect(fromBuild.exemplars(other)).toEqual(fromFiles.exemplars(entry));
    expect(fromBuild.stem(other)).toBe(fromFiles.question(entry).stem);
    expect(fromBuild.stemLine(other)).toBe(fromFiles.stemLine(entry));
  });
});

test('a choice reads the index alone', () => {
  let read = 0;
  const pack = decodeCompiledPack({
    length: good.length,
    slice(from, to) {
      read += to - from;
      return good.subarray(from, to);
    },
  });
  const before = read;
  expect(before).toBeLessThan(good.length / 10);
  expect(pack?.question(0)).toEqual(built.pack.question(0));
  expect(read - before).toBeLessThan(50_000);
});

describe('bytes that are no pack', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no line', Buffer.from('{"form":')],
    ['another form', Buffer.from('{"form":"api-quiz-pack-9"}\n')],
    ['null', Buffer.from('null\n')],
    ['cut in the index', good.subarray(0, 100_000)],
    ['a torn index', Buffer.from(good.toString('latin1').replace('"level"', '"level'), 'latin1')],
  ])('%s', (_, bytes) => {
    expect(decode(bytes)).toBeUndefined();
  });
});

test('a pack that is replaced while it is open stays the one that was opened', async () => {
  const home = temporaryHome();
  const write = async (stem: string, name: string) => {
    const folder = temporaryPack({ 'pack.yaml': PACK_FILE, 'a.md': questionFile(stem) });
    renameSync(join(folder, 'a.md'), join(folder, `${stem}.md`));
    const pack = await loadFolderPack(folder, null);
    writeFileSync(join(home, name), Buffer.concat(renderCompiledPack(settlePack(pack).pack)));
  };
  await write('stale', 'core.pack');
  const opened = loadCompiledPack(join(home, 'core.pack'));
  await write('fresh', 'next.pack');
  renameSync(join(home, 'next.pack'), join(home, 'core.pack'));
  expect(opened?.question(0).stem).toBe('Is stale true?');
  expect(loadCompiledPack(join(home, 'core.pack'))?.question(0).stem).toBe('Is fresh true?');
});

test('a folder, a missing file and one beyond the limit are not opened', () => {
  const home = temporaryHome();
  writeFileSync(join(home, 'long'), 'four');
  expect([openBytes(home, 9), openBytes(join(home, 'none'), 9), openBytes(join(home, 'long'), 3)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const bytes = openBytes(join(home, 'long'), 4);
  expect(bytes?.slice(1, 3).toString()).toBe('ou');
  expect(openBytes(join(home, 'long'), 4)).toBe(bytes);
  expect(bytes?.slice(2, 9).toString()).toBe('ur');
});
