import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { syncThroughGit } from '../../../src/app/history/sync-through-git.js';
import { prepareStore } from '../../../src/history/conf-store.js';
import { segmentFile } from '../../../src/history/home.js';
import type { Segment } from '../../../src/history/records.js';
import { renderSealed } from '../../../src/history/sealed-json.js';
import { loadSegments, saveSegment } from '../../../src/history/segment-store.js';
import { syncHistory } from '../../../src/history/sync/sync-history.js';
import { answered, NOW, segment } from '../../history/sample-records.js';
import { expectOneHistory, live, makeWorld } from '../../history/sync/many-homes.js';
import { cloneOf, GIT_ENV, git, makeHub, syncThroughHub } from '../../history/sync/through-git.js';
import { temporaryHome } from '../../support/home.js';
import { THOROUGH } from '../../support/thorough.js';

beforeAll(prepareStore);

const short = segment(1, [answered(0, NOW)]);
const long = segment(1, [answered(0, NOW), answered(1, NOW + 1)]);
const other = segment(2, [answered(2, NOW + 2)]);

function homeWith(...segments: Segment[]): string {
  const home = temporaryHome();
  for (const one of segments) saveSegment(home, one);
  return home;
}

const through = (home: string, folder: string) =>
  syncThroughGit(folder, GIT_ENV, () => syncHistory({ home, folder, now: NOW, dryRun: false }, 'aaaaaaaa'));

test('from home to home through an empty hub; nothing of the machine is in the repository', async () => {
  const hub = makeHub();
  const [desk, lap] = [homeWith(long), homeWith(other)];
  expect(await through(desk, cloneOf(hub))).toMatchObject({ committed: true, pushedTo: 'origin' });
  await through(lap, cloneOf(hub));
  expect(loadSegments(lap).segments).toEqual([long, other]);
  const files = git(hub, 'ls-tree', '-r', '--name-only', 'main').trim().split('\n');
  expect(files.every((name) => /^(sessions\/|\.gitignore$)/.test(name))).toBe(true);
});

test('a record that grew on two sides settles itself: the longer state wins, in whatever order they come', async () => {
  const hub = makeHub();
  const [first, second] = [cloneOf(hub), cloneOf(hub)];
  await through(homeWith(short), first);
  // The second has committed another state of the same record and not pushed it yet.
  const elsewhere = homeWith(long);
  await syncHistory({ home: elsewhere, folder: second, now: NOW, dryRun: false }, 'aaaaaaaa');
  git(second, 'add', '.');
  git(second, 'commit', '--quiet', '-m', 'Elsewhere');
  const home = homeWith(other);
  await through(home, second);
  expect(loadSegments(home).segments).toEqual([long, other]);
  expect(git(hub, 'show', `main:${segmentFile('', long.id).replace(/^\//, '')}`)).toBe(renderSealed(long));
});

test('a conflict in a file that is not ours is left to the person, and nothing is half done', async () => {
  const hub = makeHub();
  const [first, second] = [cloneOf(hub), cloneOf(hub)];
  const note = (folder: string, text: string) => {
    writeFileSync(join(folder, 'notes.txt'), text);
    git(folder, 'add', 'notes.txt');
    git(folder, 'commit', '--quiet', '-m', text);
  };
  note(first, 'one');
  await through(homeWith(short), first);
  note(second, 'two');
  await expect(through(homeWith(other), second)).rejects.toThrow(
    expect.objectContaining({ code: 'git-conflict', args: { file: 'notes.txt' } }),
  );
  expect(git(second, 'status', '--porcelain')).toBe('');
});

test('what else lies in the checkout is left alone, staged or not', async () => {
  const hub = makeHub();
  const folder = cloneOf(hub);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  git(folder, 'add', 'notes.txt');
  await through(homeWith(long), folder);
  expect(git(folder, 'status', '--porcelain').trim()).toBe('A  notes.txt');
});

test('without a repository, or a remote', async () => {
  await expect(through(homeWith(short), temporaryHome())).rejects.toThrow(
    expect.objectContaining({ code: 'git-no-repository' }),
  );
  const alone = temporaryHome();
  git(alone, 'init', '--quiet');
  expect(await through(homeWith(short), alone)).toMatchObject({ committed: true, pushedTo: null });
  git(alone, 'remote', 'add', 'origin', join(alone, 'nowhere'));
  await expect(through(homeWith(other), alone)).rejects.toThrow(
    expect.objectContaining({ code: 'git-failed' }),
  );
});

test('two homes, random deeds, a bare hub in between: one history', async () => {
  const world = await makeWorld(2, 7);
  const sync = syncThroughHub(makeHub());
  await live(world, THOROUGH ? 12 : 6, sync);
  await expectOneHistory(world, sync);
}, 60_000);
