// The files of a pack from elsewhere put under the home folder, whole, and looked at before they are used.

import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadFolderPack } from '../../bank/load-folder-pack.js';
import type { LoadedPack } from '../../bank/load-pack.js';
import { hashTree, type PackFileEntry } from '../../bank/sources/pack-files.js';
import { contentFolder, type LockedPack } from '../../bank/sources/pack-lock.js';
import { readTree } from '../../bank/sources/read-tree.js';
import { makeFolder } from '../../disk/folders.js';
import { writeWhole } from '../../disk/write-whole.js';

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

/** Are the files those that were added? */
export function isIntact(home: string, locked: LockedPack): boolean {
  const folder = contentFolder(home, locked);
  return existsSync(folder) && hashTree(readTree(folder)) === locked.tree;
}
