// Hostile sources of packs: what of a repository or archive is taken, what ends the reading, what is shown of names.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { describe, expect, test } from 'vitest';
import { readTarball } from '../../../src/bank/sources/fetch-archive.js';
import { fetchSource } from '../../../src/bank/sources/fetch-source.js';
import { PackLimits, withinFolder } from '../../../src/bank/sources/pack-files.js';
import { parseSource } from '../../../src/bank/sources/source-spec.js';
import { temporaryHome } from '../../support/home.js';
import {
  CONTROLS,
  folderOf,
  packFile,
  questionFile,
  STEERING,
  temporaryFolder,
} from '../../support/hostile-pack.js';
import { run } from '../../support/run.js';

const FILES = { 'pack.yaml': packFile('team'), 'one.md': questionFile('team', 'one') };
const entry = (name: string, body = 'x') => ({
  header: { name, size: Buffer.byteLength(body), type: 'file' as const },
  body,
});
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const sourceOf = (folder: string) => {
  git(folder, 'init', '--quiet', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '--quiet', '-m', 'x');
  return `git+file://${folder}`;
};
const fetched = async (typed: string) =>
  (await fetchSource(parseSource(typed))).files.map(({ path }) => path);

describe('names', () => {
  test.each([[['a.md', 'A.md']], [['a.md', 'a.md']], [['Sub/a.md', 'sub/A.md']], [['a.md', 'a.md/b.md']]])(
    '%j would be one file on some disks',
    (paths) => {
      const files = paths.map((path) => ({ path, bytes: Buffer.from('x') }));
      expect(() => withinFolder(files, '')).toThrow(expect.objectContaining({ code: 'pack-paths-clash' }));
    },
  );

  test('a folder called like another with an ending is none of that', () => {
    const files = ['a/b.md', 'a.md', 'ab/c.md'].map((path) => ({ path, bytes: Buffer.from('x') }));
    expect(withinFolder(files, '')).toHaveLength(3);
  });
});

describe('archives', () => {
  test('devices, pipes and folders are left behind, and a sparse header is no file', async () => {
    const kinds = ['character-device', 'block-device', 'fifo', 'directory'] as const;
    const tar = await packTar([
      ...kinds.map((type) => ({ header: { name: `package/${type}.md`, size: 0, type } })),
      entry('package/one.md'),
    ]);
    expect((await readTarball(gzipSync(tar))).map(({ path }) => path)).toEqual(['one.md']);
  });

  test('more files than a pack may have', () => {
    const limits = new PackLimits();
    for (let files = 0; files < 50_000; files += 1) limits.add('one.md', 1);
    expect(() => limits.add('one.md', 1)).toThrow(expect.objectContaining({ code: 'pack-too-large' }));
  });
});

describe('repositories', () => {
  test('a submodule of file:// is not followed, a link is not, .gitmodules is not taken', async () => {
    const inner = folderOf({ 'secret.md': 'secret' });
    sourceOf(inner);
    const outer = folderOf(FILES);
    git(outer, 'init', '--quiet', '-b', 'main');
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', `file://${inner}`, 'sub');
    symlinkSync('/etc', join(outer, 'etc'));
    symlinkSync('../secret.md', join(outer, 'link.md'));
    expect((await fetched(sourceOf(outer))).sort()).toEqual(['one.md', 'pack.yaml']);
  });

  test('hooks and filters of the repository do not run', async () => {
    const folder = folderOf(FILES);
    const trace = join(temporaryFolder(), 'ran');
    const source = sourceOf(folder);
    for (const hook of ['post-checkout', 'post-merge', 'reference-transaction', 'pre-receive'])
      writeFileSync(join(folder, '.git', 'hooks', hook), `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 });
    expect(await fetched(source)).toContain('one.md');
    expect(existsSync(trace)).toBe(false);
  });

  test.each([
    'ext::sh -c touch% /tmp/x',
    'git+ext::sh',
    '--upload-pack=touch x',
    'git+https://--upload-pack=x#--upload-pack=y',
    'git@-oProxyCommand=x:y',
    'git@-oProxyCommand:y',
    'github:owner/repo#../x',
    'github:owner/--upload-pack=x',
    'npm:--ignore-scripts=false',
    'npm:x --ignore-scripts=false',
    'npm:git+ssh://x',
  ])('%s never reaches a program', async (typed) => {
    const home = temporaryHome();
    const { code, err } = await run(['pack', 'add', '--yes', '--', typed], { home });
    expect(code).toBe(2);
    expect(err).toMatch(/is no source|is no folder|cannot be found|not a folder|no such/i);
  });
});

test('title, licence, links, topics and source are shown without what steers a terminal', async () => {
  const folder = join(temporaryFolder(), 'p\u001b[31m');
  mkdirSync(folder);
  writeFileSync(join(folder, 'pack.yaml'), packFile('team', STEERING));
  writeFileSync(
    join(folder, 'one.md'),
    questionFile('team', 'one', { body: `Is it https://evil\u001b[2J.example/ so?\n\n## Explanation\nYes.` }),
  );
  writeFileSync(join(folder, 'LICENSE'), `${STEERING}\n`);
  for (const args of [['add', folder, '--yes'], ['list'], ['update', '--dry-run']]) {
    const { out, err } = await run(['pack', ...args], { home: temporaryHome() });
    expect(out.replaceAll('\n', '')).not.toMatch(CONTROLS);
    expect(err.replaceAll('\n', '')).not.toMatch(CONTROLS);
  }
});
