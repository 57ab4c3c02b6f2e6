// Tells when something changes below folders: writes, new files and folders, deletions, and editors that write beside and rename.

import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoOf } from '../disk/errno.js';
import { absolutePath, isFolder } from '../disk/folders.js';

/** An editor that saves makes several changes: they are told together once it has been quiet for so long. */
const QUIET_MS = 100;
/** Folders of a pack do not lie deeper, and a home folder named by mistake must not be watched whole. */
const MOST_FOLDERS = 1000;
const DEEPEST = 3;

/** Calls `onChange` after each burst of changes below these files and folders, until it is closed. */
export function watchFolders(paths: readonly string[], onChange: () => void): { close(): void } {
  const watched = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const stir = () => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(tell, QUIET_MS);
  };
  const tell = () => {
    follow();
    onChange();
  };
  const follow = () => {
    const now = new Set(paths.flatMap((path) => foldersOf(absolutePath(path))).slice(0, MOST_FOLDERS));
    for (const [folder, watcher] of watched)
      if (!now.has(folder)) {
        watcher.close();
        watched.delete(folder);
      }
    for (const folder of now) if (!watched.has(folder)) begin(folder, watched, stir);
  };
  follow();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watched.values()) watcher.close();
    },
  };
}

function begin(folder: string, watched: Map<string, FSWatcher>, stir: () => void): void {
  try {
    const watcher = watch(folder, stir);
    watched.set(folder, watcher);
    // A folder that is deleted or moved away: what is there instead is looked for at the next change.
    watcher.on('error', () => {
      watcher.close();
      watched.delete(folder);
      stir();
    });
  } catch (error) {
    // Gone since it was listed.
    errnoOf(error);
  }
}

/** The folder and those below it; of a file the one it lies in, for an editor may put another file in its place. */
function foldersOf(path: string, depth = 0): string[] {
  if (!isFolder(path)) return depth === 0 ? [dirname(path)] : [];
  if (depth === DEEPEST) return [path];
  return [path, ...below(path).flatMap((folder) => foldersOf(folder, depth + 1))];
}

function below(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(({ name }) => join(folder, name));
  } catch (error) {
    errnoOf(error);
    return [];
  }
}
