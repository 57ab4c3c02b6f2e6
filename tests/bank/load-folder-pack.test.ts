// A pack read from its folder, and the cache that spares parsing: what makes it stale, and that damage only costs time.

import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyEntry } from '../../src/bank/column-entry.js';
import { loadFolderPack } from '../../src/bank/load-folder-pack.js';
import { type LoadedPack, loadCompiledPack } from '../../src/bank/load-pack.js';
import { MAX_FILE_BYTES } from '../../src/question/file-limit.js';
import { answersFile, openQuestionFile, PACK_FILE, questionFile, temporaryPack } from './temporary-pack.js';

const small = () =>
  temporaryPack({
    'pack.yaml': PACK_FILE,
    'caching/stale.md': questionFile('stale'),
    'errors/type-member.md': questionFile('type-member', { topic: 'errors', concept: 'problem-details' }),
    'README.md': '# Not a question',
  });

/** Paths with the codes of their problems. */
async function found(folder: string, cache: string | null = null) {
  const { files, packProblems } = await loadFolderPack(folder, cache);
  const inFiles = files.map(({ path, problems }) => [path, ...problems.map(({ code }) => code)].join(' '));
  return [...packProblems.map(({ code }) => `pack.yaml ${code}`), ...inFiles];
}

describe('a folder', () => {
  it('gives its files by path, README.md left out', async () => {
    const pack = await loadFolderPack(small(), null);
    expect(pack.pack).toMatchObject({ id: 'small', title: 'A small pack' });
    expect(pack.files.map(({ path }) => path)).toEqual(['caching/stale.md', 'errors/type-member.md']);
    expect(pack.files[0]?.entry).toMatchObject({
      key: 'small/stale',
      topic: 'caching',
      guess: 0.5,
      seconds: 30,
    });
    expect(pack.question(1)).toMatchObject({ id: 'type-member', answer: true });
  });

  it('without pack.yaml is named after itself', async () => {
    const folder = join(temporaryPack({ 'My Pack!/stale.md': questionFile('stale') }), 'My Pack!');
    expect((await loadFolderPack(folder, null)).pack).toEqual({
      id: 'my-pack',
      title: 'My Pack!',
      topics: [],
    });
  });

  it('that is none is wrong use', async () => {
    const folder = small();
    for (const path of [join(folder, 'nowhere'), join(folder, 'pack.yaml')]) {
      await expect(loadFolderPack(path, null)).rejects.toMatchObject({ code: 'pack-not-a-folder' });
    }
  });

  it('keeps what is broken apart from what is right', async () => {
    const folder = temporaryPack({
      'pack.yaml': 'id: Small\n',
      'broken.md': 'no front matter',
      'large.md': `${questionFile('large')}${'x'.repeat(MAX_FILE_BYTES)}`,
      'latin.md': '',
      'right.md': questionFile('right'),
      '.hidden/secret.md': questionFile('secret'),
      'node_modules/other.md': questionFile('other'),
    });
    writeFileSync(join(folder, 'latin.md'), Buffer.from([0x2d, 0x2d, 0x2d, 0xff]));
    symlinkSync('/etc/passwd', join(folder, 'link.md'));
    mkdirSync(join(folder, 'folder.md'));
    expect(await found(folder)).toEqual([
      'pack.yaml pack-file-malformed',
      'pack.yaml pack-file-malformed',
      'broken.md front-matter-missing',
      'large.md file-too-large',
      'latin.md file-not-text',
      'link.md file-not-regular',
      'right.md',
    ]);
  });
});

describe('answers beside an open question', () => {
  const withAnswers = (answers: string) =>
    temporaryPack({
      'pack.yaml': PACK_FILE,
      'keys.md': openQuestionFile('keys'),
      'keys.answers.yaml': answers,
    });

  it('come with the question, from its cache too', async () => {
    const [folder, cache] = [withAnswers(answersFile('keys')), temporaryPack({})];
    for (let round = 0; round < 2; round++) {
      const pack = await loadFolderPack(folder, cache);
      expect(pack.exemplars(0)).toEqual([
        {
          voice: 'senior',
          kind: 'strong',
          sentences: [{ text: 'I send the reference of the first try again.', points: ['same-key'] }],
        },
      ]);
    }
  });

  it('make the cache stale when they change', async () => {
    const [folder, cache] = [withAnswers(answersFile('keys')), temporaryPack({})];
    await loadFolderPack(folder, cache);
    writeFileSync(join(folder, 'keys.answers.yaml'), answersFile('keys').replace('senior', 'junior'));
    utimesSync(join(folder, 'keys.answers.yaml'), 1_700_000_000, 1_700_000_000);
    expect((await loadFolderPack(folder, cache)).exemplars(0)[0]?.voice).toBe('junior');
  });

  it('that are broken leave the question as it is, and are told', async () => {
    const pack = await loadFolderPack(withAnswers(answersFile('keys', 'no-such-point')), null);
    expect(pack.question(0).id).toBe('keys');
    expect(pack.exemplars(0)).toEqual([]);
    expect(pack.files[0]?.problems).toMatchObject([
      { code: 'answers-id-unknown', file: 'keys.answers.yaml', line: 7, column: 18 },
    ]);
  });

  it('are told when their question is missing', async () => {
    expect(await found(temporaryPack({ 'keys.answers.yaml': answersFile('keys') }))).toEqual([
      'keys.answers.yaml answers-orphan',
    ]);
  });
});

describe('the cache', () => {
  const cacheFiles = (cache: string) => readdirSync(cache).map((file) => join(cache, file));

  it('gives the same pack without reading the questions again', async () => {
    const [folder, cache] = [small(), temporaryPack({})];
    const path = join(folder, 'caching/stale.md');
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const first = await loadFolderPack(folder, cache);
    expect(cacheFiles(cache).length).toBe(1);
    // Same size and time, other text: only who reads the cache does not notice.
    writeFileSync(path, readFileSync(path, 'utf8').replace('It is.', 'No it.'));
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const second = await loadFolderPack(folder, cache);
    expect(second.question(0).explanation).toBe('It is.');
    const plain = ({ files }: LoadedPack) =>
      files.map((file) => ({ ...file, entry: copyEntry(file.entry!) }));
    expect(plain(second)).toEqual(plain(first));
  });

  it.each<[string, (folder: string) => void, string[]]>([
    [
      'a changed file',
      (folder) => writeFileSync(join(folder, 'caching/stale.md'), 'gone wrong'),
      ['caching/stale.md front-matter-missing', 'errors/type-member.md'],
    ],
    [
      'a new file',
      (folder) => writeFileSync(join(folder, 'new.md'), questionFile('new')),
      ['caching/stale.md', 'errors/type-member.md', 'new.md'],
    ],
    ['a removed file', (folder) => rmSync(join(folder, 'errors/type-member.md')), ['caching/stale.md']],
    [
      'a changed pack.yaml',
      (folder) => writeFileSync(join(folder, 'pack.yaml'), 'id: other'),
      ['pack.yaml pack-file-malformed', 'caching/stale.md', 'errors/type-member.md'],
    ],
  ])('is stale after %s', async (_, change, files) => {
    const [folder, cache] = [small(), temporaryPack({})];
    await loadFolderPack(folder, cache);
    change(folder);
    expect(await found(folder, cache)).toEqual(files);
  });

  it('keeps the questions under a new pack id', async () => {
    const [folder, cache] = [small(), temporaryPack({})];
    await loadFolderPack(folder, cache);
    writeFileSync(join(folder, 'pack.yaml'), PACK_FILE.replace('id: small', 'id: tiny'));
    expect((await loadFolderPack(folder, cache)).files.map(({ entry }) => entry?.key)).toEqual([
      'tiny/stale',
      'tiny/type-member',
    ]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut short', (bytes) => bytes.subarray(0, bytes.length - 3)],
    ['empty', () => Buffer.alloc(0)],
    [
      'of another form',
      (bytes) => Buffer.from(bytes.toString('utf8').replace('api-quiz-pack-', 'api-quiz-other-')),
    ],
    ['no JSON', () => Buffer.from('pack\n')],
    ['no object', () => Buffer.from('null\n')],
  ])('that is %s is made anew', async (_, damage) => {
    const [folder, cache] = [small(), temporaryPack({})];
    await loadFolderPack(folder, cache);
    const [path = ''] = cacheFiles(cache);
    const whole = readFileSync(path);
    writeFileSync(path, damage(whole));
    expect(loadCompiledPack(path)).toBeUndefined();
    expect(await found(folder, cache)).toEqual(['caching/stale.md', 'errors/type-member.md']);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });

  it('that cannot be written costs nothing but time', async () => {
    const folder = small();
    expect(await found(folder, join(folder, 'pack.yaml', 'below-a-file'))).toEqual([
      'caching/stale.md',
      'errors/type-member.md',
    ]);
  });
});
