// Packs from elsewhere: added, updated, removed. Asks before anything is kept; the history is never touched.

import { loadFolderPack } from '../../bank/load-folder-pack.js';
import { loadCompiledPack } from '../../bank/load-pack.js';
import { fetchSource } from '../../bank/sources/fetch-source.js';
import { hashTree } from '../../bank/sources/pack-files.js';
import { contentFolder, type LockedPack, readLock, writeLock } from '../../bank/sources/pack-lock.js';
import { parseSource } from '../../bank/sources/source-spec.js';
import { absolutePath } from '../../disk/folders.js';
import { Failure } from '../../text/failure.js';
import { confirm } from '../confirm.js';
import { openHistory } from '../open-history.js';
import type { Options } from '../options.js';
import { printLines } from '../print.js';
import type { World } from '../world.js';
import { changeLines, changesBetween, describePack, licenceOf } from './describe-pack.js';
import { isIntact, withIncoming } from './store-pack.js';

/** True when it was added. Failures: `pack-source`, those of fetching, `pack-id-taken`, `pack-name-taken`, `confirm-needed`. */
export async function addPack(world: World, typed: string, options: Options): Promise<boolean> {
  const lock = readLock(world.home);
  const source = parseSource(typed);
  const fetched = await fetchSource(source);
  // A relative path would mean another folder at the next update.
  const kept = source.kind === 'folder' ? absolutePath(source.path) : typed;
  return withIncoming(world.home, fetched.files, async (pack, keep) => {
    const name = options.name ?? pack.pack.id;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw new Failure('pack-name', { name });
    if (lock.some((other) => other.name === name)) throw new Failure('pack-name-taken', { name });
    await refuseTakenId(world, lock, pack.pack.id);
    printLines(world, describePack(pack, fetched.files, typed, fetched.pin));
    if (!options.yes && !(await confirm(world, 'Add this pack?'))) return false;
    keep(name);
    const now = new Date(world.now()).toISOString();
    const locked: LockedPack = {
      name,
      source: kept,
      pin: fetched.pin,
      tree: hashTree(fetched.files),
      files: fetched.files.length,
      licence: licenceOf(fetched.files),
      added: now,
      checked: now,
    };
    writeLock(world.home, [...lock, locked]);
    return true;
  });
}

async function refuseTakenId(world: World, lock: readonly LockedPack[], id: string): Promise<void> {
  const builtIn =
    loadCompiledPack(world.builtIn.compiled) ?? (await loadFolderPack(world.builtIn.folder, null));
  if (builtIn.pack.id === id)
    throw new Failure('pack-id-taken', { id, folder: id, other: 'the built-in pack' });
  for (const locked of lock) {
    const other = await loadFolderPack(contentFolder(world.home, locked), null);
    if (other.pack.id === id) throw new Failure('pack-id-taken', { id, folder: id, other: locked.name });
  }
}

/** Tells what would change in each, asks, and pins the new content; with `dryRun` it only tells. */
export async function updatePacks(world: World, names: readonly string[], options: Options): Promise<void> {
  for (const locked of chosen(readLock(world.home), names)) {
    const fetched = await fetchSource(parseSource(locked.source));
    const tree = hashTree(fetched.files);
    printLines(world, [
      `${locked.name}: ${locked.pin.slice(0, 20) || 'folder'} -> ${fetched.pin.slice(0, 20) || 'folder'}`,
    ]);
    await withIncoming(world.home, fetched.files, async (pack, keep) => {
      const before = await loadFolderPack(contentFolder(world.home, locked), null);
      if (before.pack.id !== pack.pack.id)
        throw new Failure('pack-id-changed', { name: locked.name, before: before.pack.id, id: pack.pack.id });
      const changes = changesBetween(before, pack);
      const rekeyed = new Set(changes.rekeyed.map((id) => `${pack.pack.id}/${id}`));
      const answered =
        rekeyed.size === 0 ? 0 : openHistory(world).answers.filter(({ item }) => rekeyed.has(item)).length;
      printLines(world, changeLines(changes, answered));
      if (options.dryRun || (tree === locked.tree && isIntact(world.home, locked))) return;
      if (!options.yes && !(await confirm(world, 'Take these changes over?'))) return;
      keep(locked.name);
      const checked = new Date(world.now()).toISOString();
      const updated = {
        ...locked,
        pin: fetched.pin,
        tree,
        files: fetched.files.length,
        licence: licenceOf(fetched.files),
        checked,
      };
      writeLock(
        world.home,
        readLock(world.home).map((other) => (other.name === locked.name ? updated : other)),
      );
    });
  }
}

/** Takes packs off the lock; answers and what was asked stay. */
export function removePacks(world: World, names: readonly string[]): void {
  const lock = readLock(world.home);
  const gone = chosen(lock, names);
  writeLock(
    world.home,
    lock.filter((locked) => !gone.includes(locked)),
  );
}

/** All, or those named; Failure `pack-unknown`. */
function chosen(lock: readonly LockedPack[], names: readonly string[]): LockedPack[] {
  const unknown = names.find((name) => !lock.some((locked) => locked.name === name));
  if (unknown !== undefined) throw new Failure('pack-unknown', { name: unknown });
  return lock.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** The lock with what became of each pack's files. */
export function listPacks(world: World): (LockedPack & { intact: boolean })[] {
  return readLock(world.home).map((locked) => ({ ...locked, intact: isIntact(world.home, locked) }));
}
