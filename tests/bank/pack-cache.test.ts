// The cache of a folder: whatever stands in its place, the pack is parsed anew and nothing is said.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { temporaryHome } from '../support/home.js';
import { PACK_FILE, questionFile, temporaryPack } from './temporary-pack.js';

test('any damage of any byte, a pipe, a folder or a link in its place', async () => {
  const folder = temporaryPack({
    'pack.yaml': PACK_FILE,
    'a.md': questionFile('a'),
    'b.md': questionFile('b'),
  });
  const cache = join(temporaryHome(), 'cache');
  const stems = async () => {
    const pack = await loadFolderPack(folder, cache);
    return pack.files.map((_, index) => pack.question(index).stem);
  };
  expect(await stems()).toEqual(['Is a true?', 'Is b true?']);
  const file = join(cache, readdirSync(cache)[0] ?? '');
  const good = readFileSync(file);
  for (let place = 0; place < good.length; place += Math.ceil(good.length / 8)) {
    const bad = Buffer.from(good);
    bad[place] = (bad[place] ?? 0) ^ 0x02;
    writeFileSync(file, bad);
    expect(await stems()).toEqual(['Is a true?', 'Is b true?']);
    // Of a damaged line the next start makes it anew.
    await stems();
    expect(readFileSync(file)).toEqual(good);
  }
  for (const put of [
    () => execFileSync('mkfifo', [file]),
    () => mkdirSync(file),
    () => symlinkSync(file, file),
    () => writeFileSync(file, ''),
  ]) {
    rmSync(file, { recursive: true, force: true });
    put();
    expect(await stems()).toEqual(['Is a true?', 'Is b true?']);
  }
});

test('a pack.yaml that is a link to itself, and endings that are passed over, are named; the rest loads', async () => {
  const folder = temporaryPack({
    'a.md': questionFile('a'),
    'b.MD': questionFile('b'),
    'c.markdown': questionFile('c'),
    'pack.yml': PACK_FILE,
    '1/2/3/4/5/deep.md': questionFile('deep'),
  });
  symlinkSync('pack.yaml', join(folder, 'pack.yaml'));
  const pack = await loadFolderPack(folder, null);
  expect(pack.files.map(({ path }) => path)).toEqual(['a.md']);
  expect(pack.packProblems.map(({ code, file }) => `${file} ${code}`)).toEqual([
    'pack.yaml file-not-regular',
  ]);
  expect(pack.passedOver).toEqual([
    { path: '1/2/3/4/5', code: 'folder-too-deep' },
    { path: 'b.MD', code: 'file-ending' },
    { path: 'c.markdown', code: 'file-ending' },
    { path: 'pack.yml', code: 'pack-file-name' },
  ]);
});
