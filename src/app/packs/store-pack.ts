// The files of a pack from elsewhere put under the home folder, whole, and looked at before they are used.

import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { loadFolderPack } from '../../bank/load-folder-pack.js';
import type { LoadedPack } from '../../bank/load-pack.js';
import { hashTree, type PackFileEntry } from '../../bank/sources/pack-files.js';
import { contentFolder, type LockedPack, readLock } from '../../bank/sources/pack-lock.js';
import { readTree } from '../../bank/sources/read-tree.js';
import { withoutSecrets } from '../../bank/sources/source-secret.js';
import { listFolder, makeFolder } from '../../disk/folders.js';
import { randomBytes } from '../../disk/random-bytes.js';
import { writeWhole } from '../../disk/write-whole.js';
import { Failure } from '../../text/failure.js';
import { failureLine } from '../../text/failure-line.js';

/** Writes the files to a folder of its own and calls `use` with the pack; the folder is gone afterwards unless `keep` was called. */
export async function withIncoming<Result>(
  home: string,
  files: readonly PackFileEntry[],
  use: (pack: LoadedPack, keep: (name: string) => void) => Promise<Result>,
): Promise<Result> {
  const incoming = join(home, 'packs', `.incoming-${randomBytes(6).toString('hex')}`, 'pack');
  try {
    for (const { path, bytes } of files) {
      makeFolder(dirname(join(incoming, path)));
      writeWhole(join(incoming, path), [bytes], true);
    }
    return await use(await loadFolderPack(incoming, null), (name) => {
      const place = contentFolder(home, { name, tree: hashTree(files) });
      makeFolder(dirname(place));
      // What lies there under this name is the same, or was changed on disk.
      rmSync(place, { recursive: true, force: true });
      renameSync(incoming, place);
    });
  } finally {
    rmSync(dirname(incoming), { recursive: true, force: true });
  }
}

export type PackState = 'intact' | 'changed' | 'missing';

/** The files of an added pack against the hash in the lock. */
export function stateOf(home: string, locked: LockedPack): PackState {
  const folder = contentFolder(home, locked);
  if (!existsSync(folder)) return 'missing';
  try {
    return hashTree(readTree(folder)) === locked.tree ? 'intact' : 'changed';
  } catch (error) {
    // More than a pack may hold has come to lie there.
    if (error instanceof Failure) return 'changed';
    throw error;
  }
}

/** Packs that may be asked, and the folder each lies in; the others are told with the reason, a lock that cannot be read too. */
export function intactPacks(
  home: string,
  tell: (left: { folder: string; reason: string }) => void,
): { name: string; folder: string }[] {
  let lock: LockedPack[];
  try {
    lock = readLock(home);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell({ folder: join(home, 'packs.json'), reason: failureLine(error) });
    return [];
  }
  return lock.flatMap((locked) => {
    const state = stateOf(home, locked);
    if (state === 'intact') return [{ name: locked.name, folder: contentFolder(home, locked) }];
    const reason = state === 'missing' ? 'its files are gone' : 'its files are not those that were added';
    tell({ folder: locked.name, reason: `${reason} (api-quiz pack update)` });
    return [];
  });
}

export interface AddedPack extends Pick<LockedPack, 'name' | 'source' | 'files'> {
  state: PackState;
}

/** Every added pack, its files hashed again; empty where the lock cannot be read, which {@link intactPacks} tells. */
export function addedPacks(home: string): AddedPack[] {
  try {
    return readLock(home).map((locked) => {
      const { name, source, files } = locked;
      return { name, source: withoutSecrets(source), files, state: stateOf(home, locked) };
    });
  } catch (error) {
    if (error instanceof Failure) return [];
    throw error;
  }
}

/** Takes the files of a pack away, or those of all its contents but one. Links are not followed. */
export function forgetFiles(home: string, name: string, keptTree?: string): void {
  const folder = join(home, 'packs', name);
  if (keptTree === undefined) rmSync(folder, { recursive: true, force: true });
  else {
    const listed = listFolder(folder);
    const kept = basename(contentFolder(home, { name, tree: keptTree }));
    for (const entry of 'entries' in listed ? listed.entries : [])
      if (entry.name !== kept) rmSync(join(folder, entry.name), { recursive: true, force: true });
  }
}
