// Packs from elsewhere: added from a folder and a bare git repository, updated, re-keyed, removed; and what hostile ones get.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile, temporaryFolder } from '../support/hostile-pack.js';
import { run } from '../support/run.js';

const FILES = {
  'pack.yaml': packFile('team'),
  'one.md': questionFile('team', 'one'),
  'sub/two.md': questionFile('team', 'two'),
  LICENSE: 'MIT License\n',
};

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .toString()
    .trim();

/** A work tree and the bare repository it pushes to. */
function repository(files: Record<string, string>): { work: string; source: string; push(): string } {
  const work = folderOf(files);
  const bare = temporaryFolder();
  git(bare, 'init', '--quiet', '--bare', '--template=', '-b', 'main');
  git(work, 'init', '--quiet', '--template=', '-b', 'main');
  git(work, 'remote', 'add', 'origin', bare);
  const push = () => {
    git(work, 'add', '-A');
    git(work, 'commit', '--quiet', '-m', 'x');
    git(work, 'push', '--quiet', 'origin', 'main');
    return git(work, 'rev-parse', 'HEAD');
  };
  return { work, source: `git+file://${bare}`, push };
}

const idsIn = async (home: string) => {
  const { out } = await run(['list', '--json'], { home });
  const entries: { pack: string; id: string }[] = JSON.parse(out);
  return entries.filter(({ pack }) => pack === 'team').map(({ id }) => id);
};

/** Each answer of the history: item and credit. */
async function answersIn(home: string): Promise<{ item: string; credit: number }[]> {
  const { out } = await run(['history', 'export', '--format', 'ndjson', '--as', 'T'], { home });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('from git', () => {
  test('shown, pinned to the commit, asked from then on; updated with what changes; removed', async () => {
    const home = temporaryHome();
    const { work, source, push } = repository(FILES);
    const commit = push();
    const added = await run(['pack', 'add', source, '--yes'], { home });
    expect(added.out).toMatch(
      /Licence +MIT License\nQuestions +2: 2 true-false\nLint +0 errors, 0 warnings\nLinks to +example.org/,
    );
    expect(added.out).toContain(commit);
    expect(await idsIn(home)).toEqual(['one', 'two']);

    writeFileSync(join(work, 'one.md'), questionFile('team', 'one', { answer: 'false' }));
    writeFileSync(
      join(work, 'sub', 'two.md'),
      questionFile('team', 'two', { body: 'Another wording?\n\n## Explanation\nYes.' }),
    );
    writeFileSync(join(work, 'three.md'), questionFile('team', 'three'));
    push();
    const dry = await run(['pack', 'update', '--dry-run'], { home });
    expect(dry.out).toMatch(/added 1: three\n {2}reworded 1: two\n {2}re-keyed 1: one/);
    expect(await idsIn(home)).toEqual(['one', 'two']);
    await run(['pack', 'update', 'team', '--yes'], { home });
    expect(await idsIn(home)).toEqual(['one', 'three', 'two']);
    expect((await run(['pack', 'update', '--yes'], { home })).out).toContain('nothing has changed');

    await run(['pack', 'remove', 'team'], { home });
    expect(await idsIn(home)).toEqual([]);
  });

  test('links, hidden files, hooks and ways out are left behind; nothing of it is run', async () => {
    const home = temporaryHome();
    const { work, source, push } = repository({
      ...FILES,
      '.hidden/x.md': questionFile('team', 'x'),
      'program.js': 'process.exit(1)',
    });
    symlinkSync('/etc/passwd', join(work, 'link.md'));
    writeFileSync(join(work, '.gitattributes'), '*.md filter=evil\n');
    push();
    expect((await run(['pack', 'add', source, '--yes'], { home })).code).toBe(0);
    const kept = readdirSync(join(home, 'packs'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.\w+$|LICENSE/.test(path),
    );
    expect(kept.map((path) => path.split('/').slice(2).join('/')).sort()).toEqual([
      'LICENSE',
      'one.md',
      'pack.yaml',
      'sub/two.md',
    ]);
  });

  test('a question larger than any may be ends it, with nothing kept', async () => {
    const home = temporaryHome();
    const { source, push } = repository({ ...FILES, 'big.md': 'x'.repeat(70_000) });
    push();
    expect((await run(['pack', 'add', source, '--yes'], { home })).err).toContain(
      'This is no pack of questions: more than 65536 bytes in big.md',
    );
    expect(existsSync(join(home, 'packs.json'))).toBe(false);
  });

  test('a repository or ref that is not there is told in one line', async () => {
    const { source, push } = repository(FILES);
    push();
    expect((await run(['pack', 'add', `${source}#nowhere`, '--yes'])).err).toMatch(/^git failed: .*nowhere/);
    expect((await run(['pack', 'add', 'git+file:///nowhere/at/all', '--yes'])).err).toMatch(/^git failed: /);
  });
});

describe('the lock', () => {
  const added = async () => {
    const home = temporaryHome();
    const folder = folderOf(FILES);
    expect((await run(['pack', 'add', folder, '--yes'], { home })).code).toBe(0);
    return { home, folder };
  };

  test('a changed file keeps the pack out and is told, until an update puts it right', async () => {
    const { home } = await added();
    const [{ tree }] = JSON.parse(readFileSync(join(home, 'packs.json'), 'utf8')).packs;
    writeFileSync(
      join(home, 'packs', 'team', tree.slice(0, 12), 'one.md'),
      questionFile('team', 'one', { answer: 'false' }),
    );
    expect((await run(['list'], { home })).err).toContain('team: its files are not those that were added');
    expect((await run(['pack'], { home })).out).toContain('CHANGED ON DISK');
    await run(['pack', 'update', '--yes'], { home });
    expect(await idsIn(home)).toEqual(['one', 'two']);
  });

  test('asks before it keeps anything: without a terminal --yes is needed', async () => {
    const home = temporaryHome();
    const refused = await run(['pack', 'add', folderOf(FILES)], { home });
    expect(refused.err).toContain('say --yes');
    expect(existsSync(join(home, 'packs.json'))).toBe(false);
    expect(readdirSync(join(home, 'packs'))).toEqual([]);
  });

  test('a taken name, a taken id, a bad name, a damaged lock', async () => {
    const { home, folder } = await added();
    expect((await run(['pack', 'add', folder, '--yes'], { home })).err).toContain(
      `A pack called "team" was added already: api-quiz pack update team, or keep both: api-quiz pack add ${folder} --name team-2`,
    );
    const long = 'x'.repeat(81);
    expect((await run(['pack', 'add', folder, '--name', long, '--yes'], { home })).err).toContain(
      'cannot be a name',
    );
    const builtIn = folderOf({ ...FILES, 'pack.yaml': packFile('sample') });
    expect((await run(['pack', 'add', builtIn, '--yes'], { home })).err).toContain(
      `The id "sample" is that of the built-in pack already; call this pack otherwise: api-quiz pack add ${builtIn} --name sample-2`,
    );
    const own = folderOf({ ...FILES, 'pack.yaml': packFile('mine') });
    await run(['config', 'packs', own], { home });
    expect((await run(['pack', 'add', own, '--yes'], { home })).err).toContain(`is that of ${own} already`);
    expect((await run(['pack', 'add', folder, '--name', '../x', '--yes'], { home })).err).toContain(
      'cannot be a name',
    );
    writeFileSync(join(home, 'packs.json'), '{"packs":[{"name":"../../evil"}]}');
    expect((await run(['list'], { home })).err).toContain('cannot be read');
  });

  test('while practising nothing is fetched: a source that was not added is told', async () => {
    expect((await run(['practice', '--pack', 'github:owner/questions', '--plain'])).err).toContain(
      'api-quiz pack add github:owner/questions',
    );
  });

  test.each([
    'ext::sh -c x',
    'git+ext://x',
    'github:../x',
    'github:a/b#--upload-pack=x',
    'npm:--registry=x',
    'http://example.org/x.tgz',
    'github:a/b/../../c',
    'https://example.org/x.tgz#md5-abc',
  ])('%s is no source', async (source) => {
    expect((await run(['pack', 'add', source, '--yes'])).code).toBe(2);
  });
});

describe('two packs with one id', () => {
  test('the second goes by the name it is given: other questions in lists, in practice and in the history', async () => {
    const home = temporaryHome();
    const other = folderOf({
      ...FILES,
      'one.md': questionFile('team', 'one', { body: 'Is theirs so?\n\n## Explanation\nYes.' }),
    });
    await run(['pack', 'add', folderOf(FILES), '--yes'], { home });
    const added = await run(['pack', 'add', other, '--name', 'theirs', '--yes'], { home });
    expect(added.out).toMatch(/Pack +team: .*\nHere +theirs\n/);
    expect(added.out).toContain('api-quiz practice --pack theirs');
    const { out } = await run(['list', '--json'], { home });
    const keys: { pack: string; id: string }[] = JSON.parse(out);
    expect(keys.filter(({ id }) => id === 'one').map(({ pack }) => pack)).toEqual([
      'sample',
      'team',
      'theirs',
    ]);

    const practise = (pack: string, answer: string) =>
      run(['practice', '--pack', pack, '--plain', '--count', '1', '--seed', '1'], {
        home,
        input: [answer, ''],
      });
    await practise('team', 't');
    await practise('theirs', 'f');
    const items = (await answersIn(home)).map(({ item, credit }) => [item.split('/')[0], credit]).sort();
    expect(items).toEqual([
      ['team', 1],
      ['theirs', 0],
    ]);

    writeFileSync(join(other, 'one.md'), questionFile('team', 'one', { answer: 'false' }));
    const dry = await run(['pack', 'update', 'theirs', '--dry-run'], { home });
    expect(dry.out).toContain('re-keyed 1: one');
    await run(['pack', 'remove', 'theirs'], { home });
    expect(readdirSync(join(home, 'packs'))).toEqual(['team']);
    expect((await answersIn(home)).length).toBe(2);
  });
});

test('a folder without questions is no pack', async () => {
  const empty = temporaryFolder();
  mkdirSync(join(empty, 'x'));
  expect((await run(['pack', 'add', empty, '--yes'])).err).toContain('no question file');
});
