// Tarballs nobody should send: what is taken of them, and what ends the reading.

import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { expect, test } from 'vitest';
import { readTarball } from '../../../src/bank/sources/fetch-archive.js';
import { hashTree, isPackPath } from '../../../src/bank/sources/pack-files.js';

const file = (name: string, body = 'x') => ({
  header: { name, size: Buffer.byteLength(body), type: 'file' as const },
  body,
});

test('only files of a pack below the one folder: no links, no ways out, no absolute names', async () => {
  const tar = await packTar([
    file('package/one.md'),
    file('package/a/b/two.md'),
    file('package/pack.yaml'),
    file('../evil.md'),
    file('package/../../evil.md'),
    file('/etc/evil.md'),
    file('package/.git/config.md'),
    file('package/run.sh'),
    { header: { name: 'package/link.md', size: 0, type: 'symlink' as const, linkname: '/etc/passwd' } },
    { header: { name: 'package/hard.md', size: 0, type: 'link' as const, linkname: '/etc/passwd' } },
  ]);
  const files = await readTarball(gzipSync(tar));
  expect(files.map(({ path }) => path)).toEqual(['one.md', 'a/b/two.md', 'pack.yaml']);
});

test('a bomb, a question that is too large, and what is no archive', async () => {
  // Packed in pieces, which make one file: packing the whole of it would take longer than reading it.
  const piece = gzipSync(Buffer.alloc(1024 * 1024));
  await expect(readTarball(Buffer.concat(Array.from({ length: 310 }, () => piece)))).rejects.toMatchObject({
    code: 'pack-too-large',
  });
  await expect(
    readTarball(gzipSync(await packTar([file('p/x.md', 'x'.repeat(70_000))]))),
  ).rejects.toMatchObject({ code: 'pack-too-large' });
  await expect(readTarball(Buffer.from('no gzip'))).rejects.toMatchObject({ code: 'pack-archive' });
});

test.each([
  ['a.md', true],
  ['a/b/c/d/e.md', true],
  ['a/b/c/d/e/f.md', false],
  ['pack.yaml', true],
  ['sub/pack.yaml', false],
  ['sub/a.answers.yaml', true],
  ['../a.md', false],
  ['a/../b.md', false],
  ['con.md', false],
  ['.a.md', false],
  ['a\u001b.md', false],
  ['a:b.md', false],
  ['LICENSE', true],
  ['x.js', false],
])('%s', (path, taken) => {
  expect(isPackPath(path)).toBe(taken);
});

test('the hash of a tree is that of paths and contents, in whatever order they come', () => {
  const [a, b] = [
    { path: 'a.md', bytes: Buffer.from('1') },
    { path: 'b.md', bytes: Buffer.from('2') },
  ];
  expect(hashTree([a, b])).toBe(hashTree([b, a]));
  expect(hashTree([a, b])).not.toBe(
    hashTree([
      { ...a, bytes: Buffer.from('2') },
      { ...b, bytes: Buffer.from('1') },
    ]),
  );
});
