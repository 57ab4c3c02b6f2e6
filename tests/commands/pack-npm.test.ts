// Packs from npm, by the npm of this machine and a registry on loopback: added, updated, re-keyed, removed; no script of theirs is run.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { folderOf, packFile, questionFile, temporaryFolder } from '../support/hostile-pack.js';
import { npmRegistry } from '../support/npm-registry.js';
import { npmTarball } from '../support/npm-tarball.js';
import { run } from '../support/run.js';
import { rows } from '../support/thorough.js';

const FILES = {
  'pack.yaml': packFile('team'),
  'one.md': questionFile('team', 'one'),
  'sub/two.md': questionFile('team', 'two'),
};

/** Each would leave a file there. */
const scriptsThatLeave = (marker: string) =>
  Object.fromEntries(
    ['prepare', 'prepack', 'postpack', 'preinstall', 'install', 'postinstall'].map((name) => [
      name,
      `node -e "require('fs').writeFileSync('${marker}', '')"`,
    ]),
  );

const idsIn = async (home: string) => {
  const entries: { pack: string; id: string }[] = JSON.parse((await run(['list', '--json'], { home })).out);
  return entries.filter(({ pack }) => pack === 'team').map(({ id }) => id);
};
const lockIn = (home: string): { source: string; pin: string }[] =>
  JSON.parse(readFileSync(join(home, 'packs.json'), 'utf8')).packs;

test('a new version tells what it changes, a re-keyed question its answers; answers outlive the pack', async () => {
  const home = temporaryHome();
  const marker = join(temporaryFolder(), 'was-run');
  const { publish } = await npmRegistry('@team/questions', { scripts: scriptsThatLeave(marker) });
  await publish('1.0.0', FILES);
  const added = await run(['pack', 'add', 'npm:@team/questions@^1', '--yes'], { home });
  expect(added.out).toMatch(/Source +npm:@team\/questions@\^1\nPinned to +sha512-/);
  const [first] = lockIn(home);
  await run(['practice', '--pack', 'team', '--plain', '--count', '2', '--seed', '1'], {
    home,
    input: ['t', '', 't', ''],
  });

  await publish('1.1.0', {
    ...FILES,
    'one.md': questionFile('team', 'one', { answer: 'false' }),
    'sub/two.md': questionFile('team', 'two', { body: 'Another wording?\n\n## Explanation\nYes.' }),
    'three.md': questionFile('team', 'three'),
  });
  await publish('2.0.0', { 'pack.yaml': packFile('team'), 'four.md': questionFile('team', 'four') });
  const updated = await run(['pack', 'update', 'team', '--yes'], { home });
  expect(updated.out).toMatch(
    /added 1: three\n {2}reworded 1: two\n {2}re-keyed 1: one\n {2}1 older answer to re-keyed questions/,
  );
  expect(await idsIn(home)).toEqual(['one', 'three', 'two']);
  const [second] = lockIn(home);
  expect(second?.pin).not.toBe(first?.pin);
  // Of the version before nothing is left.
  expect(readdirSync(join(home, 'packs', 'team'))).toHaveLength(1);

  await run(['pack', 'remove', 'team'], { home });
  expect(await idsIn(home)).toEqual([]);
  expect(readdirSync(join(home, 'packs'))).toEqual([]);
  const kept = await run(['history', 'export', '--format', 'ndjson', '--as', 'T'], { home });
  expect(kept.out.trimEnd().split('\n')).toHaveLength(2);
  expect(existsSync(marker)).toBe(false);
}, 60_000);

test.each(rows(['folder', 'tarball']))(
  'a %s: its scripts are not run either',
  async (kind) => {
    const home = temporaryHome();
    const marker = join(temporaryFolder(), 'was-run');
    const about = { name: 'questions', version: '1.0.0', scripts: scriptsThatLeave(marker) };
    const files = { ...FILES, 'package.json': JSON.stringify(about) };
    // A folder npm packs itself.
    const path = kind === 'folder' ? folderOf(files) : join(temporaryFolder(), 'questions-1.0.0.tgz');
    if (kind === 'tarball') writeFileSync(path, await npmTarball(files));
    const added = await run(['pack', 'add', `npm:file:${path}`, '--yes'], { home });
    expect(added.out).toMatch(/Pinned to +sha512-/);
    expect(await idsIn(home)).toEqual(['one', 'two']);
    expect(existsSync(marker)).toBe(false);
  },
  60_000,
);

test('a package or version that is not there is told in one line, and nothing is kept', async () => {
  const home = temporaryHome();
  const { publish } = await npmRegistry('questions', {});
  await publish('1.0.0', FILES);
  for (const source of rows(['npm:questions@^9', 'npm:nowhere'])) {
    const { code, err } = await run(['pack', 'add', source, '--yes'], { home });
    expect([code, err]).toEqual([2, expect.stringMatching(/^npm failed: [^\n]+\n$/)]);
  }
  expect(existsSync(join(home, 'packs.json'))).toBe(false);
}, 60_000);
