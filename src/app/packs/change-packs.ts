// Packs from elsewhere: added, updated, removed. Asks before anything is kept; the history is never touched.

import { loadFolderPack } from '../../bank/load-folder-pack.js';
import { type LoadedPack, loadCompiledPack } from '../../bank/load-pack.js';
import { type FetchedPack, fetchSource } from '../../bank/sources/fetch-source.js';
import { hashTree } from '../../bank/sources/pack-files.js';
import { contentFolder, type LockedPack, readLock, writeLock } from '../../bank/sources/pack-lock.js';
import { withoutSecrets } from '../../bank/sources/source-secret.js';
import { parseSource } from '../../bank/sources/source-spec.js';
import { absolutePath, isFolder } from '../../disk/folders.js';
import { Failure } from '../../text/failure.js';
import { safeLine } from '../../text/safe.js';
import { confirm } from '../confirm.js';
import { type OpenedHistory, openHistory } from '../open-history.js';
import { openSettings } from '../open-settings.js';
import type { Options } from '../options.js';
import { printNamed, printWrapped } from '../print.js';
import type { World } from '../world.js';
import { changeLines, changesBetween, describePack, licenceOf } from './describe-pack.js';
import { forgetFiles, type PackState, stateOf, withIncoming } from './store-pack.js';

/**
 * The name it was added under, undefined when that was not agreed to. `--name` is what the pack is called here, in the bank and in
 * the history too. Failures: `pack-source`, those of fetching, `pack-name`, `pack-name-taken`, `pack-id-clash`, `confirm-needed`.
 */
export async function addPack(world: World, typed: string, options: Options): Promise<string | undefined> {
  const source = parseSource(typed);
  const fetched = await fetchSource(source);
  // A relative path would mean another folder at the next update.
  const kept = source.kind === 'folder' ? absolutePath(source.path) : typed;
  return withIncoming(world.home, fetched.files, async (pack, keep) => {
    const name = options.name ?? pack.pack.id;
    await refuseName(world, name, typed);
    printNamed(world, describePack(pack, fetched, typed, name));
    if (!options.yes && !(await confirm(world, 'Add this pack?'))) return undefined;
    keep(name);
    const now = new Date(world.now()).toISOString();
    const locked = { ...contentOf(fetched), name, source: kept, added: now, checked: now };
    writeLock(world.home, [...readLock(world.home), locked]);
    return name;
  });
}

/** What the lock holds of what was fetched. */
const contentOf = ({ files, pin }: FetchedPack) => ({
  pin,
  tree: hashTree(files),
  files: files.length,
  licence: licenceOf(files),
});

/** The longest name the lock takes. */
const LONGEST_NAME = 80;

async function refuseName(world: World, name: string, source: string): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > LONGEST_NAME)
    throw new Failure('pack-name', { name });
  const free = `${name.slice(0, LONGEST_NAME - 2)}-2`;
  if (readLock(world.home).some((other) => other.name === name))
    throw new Failure('pack-name-taken', { name, source, free });
  const builtIn =
    loadCompiledPack(world.builtIn.compiled) ?? (await loadFolderPack(world.builtIn.folder, null));
  const folders = (openSettings(world).packs ?? []).filter(isFolder);
  const taken = new Map([[builtIn.pack.id, 'the built-in pack']]);
  for (const folder of folders) taken.set((await loadFolderPack(folder, null)).pack.id, folder);
  const other = taken.get(name);
  if (other !== undefined) throw new Failure('pack-id-clash', { id: name, other, source, free });
}

/** Tells what would change in each, asks, and pins the new content; with `dryRun` it only tells. */
export async function updatePacks(world: World, names: readonly string[], options: Options): Promise<void> {
  for (const locked of chosen(readLock(world.home), names)) {
    const fetched = await fetchSource(parseSource(locked.source));
    // A folder has no pin that could change.
    const pins = [locked.pin, fetched.pin].map((pin) => pin.slice(0, 20)).filter(Boolean);
    printWrapped(world, [
      `${locked.name}: ${pins.length === 2 ? pins.join(' -> ') : safeLine(locked.source)}`,
    ]);
    await withIncoming(world.home, fetched.files, async (pack, keep) => {
      const state = stateOf(world.home, locked);
      printWrapped(world, await toldChanges(world, locked, pack, state));
      if (options.dryRun || (hashTree(fetched.files) === locked.tree && state === 'intact')) return;
      if (!options.yes && !(await confirm(world, 'Take these changes over?'))) return;
      keep(locked.name);
      const updated = { ...locked, ...contentOf(fetched), checked: new Date(world.now()).toISOString() };
      writeLock(
        world.home,
        readLock(world.home).map((other) => (other.name === locked.name ? updated : other)),
      );
      forgetFiles(world.home, locked.name, updated.tree);
    });
  }
}

/** None of them is kept. */
function answersTo(items: ReadonlySet<string>, history: OpenedHistory): number {
  let count = 0;
  for (const { item } of history.eachAnswer()) if (items.has(item)) count += 1;
  return count;
}

/** Against what lies here, unless that is gone. Failure `pack-id-changed`. */
async function toldChanges(
  world: World,
  locked: LockedPack,
  pack: LoadedPack,
  state: PackState,
): Promise<string[]> {
  if (state === 'missing') return ['  its files are gone; they are put back'];
  const before = await loadFolderPack(contentFolder(world.home, locked), null);
  if (state === 'intact' && before.pack.id !== pack.pack.id)
    throw new Failure('pack-id-changed', { name: locked.name, before: before.pack.id, id: pack.pack.id });
  const changes = changesBetween(before, pack);
  const rekeyed = new Set(changes.rekeyed.map((id) => `${locked.name}/${id}`));
  const answered = rekeyed.size === 0 ? 0 : answersTo(rekeyed, openHistory(world));
  const changed = state === 'changed' ? ['  its files were changed here; they are put right'] : [];
  return [...changed, ...changeLines(changes, answered)];
}

/** Takes packs off the lock; answers and what was asked stay. */
export function removePacks(world: World, names: readonly string[]): void {
  const lock = readLock(world.home);
  const gone = chosen(lock, names);
  writeLock(
    world.home,
    lock.filter((locked) => !gone.includes(locked)),
  );
  for (const { name } of gone) forgetFiles(world.home, name);
}

/** All, or those named; Failure `pack-unknown`. */
function chosen(lock: readonly LockedPack[], names: readonly string[]): LockedPack[] {
  const unknown = names.find((name) => !lock.some((locked) => locked.name === name));
  if (unknown !== undefined) throw new Failure('pack-unknown', { name: unknown });
  return lock.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** The lock with what became of each pack's files: hashed again. */
export function listPacks(world: World): (LockedPack & { state: PackState })[] {
  return readLock(world.home).map((locked) => ({
    ...locked,
    source: withoutSecrets(locked.source),
    state: stateOf(world.home, locked),
  }));
}
