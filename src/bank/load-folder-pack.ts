// A pack from a folder: from its cache when no file has changed, else parsed and cached again. Loaded where a folder is named.

import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../disk/errno.js';
import { isFolder, lookAtLink } from '../disk/folders.js';
import { Failure } from '../text/failure.js';
import { type CompiledPack, decodeCompiledPack, isUnchanged, type PackChecks } from './compiled-pack.js';
import type { LoadedPack } from './load-pack.js';
import { readCache, saveCache } from './pack-cache.js';
import { parsePackFile } from './parse-file.js';
import { type FoundFile, listQuestionFiles } from './read-folder.js';

/**
 * The pack in a folder; throws Failure `pack-not-a-folder`. `cacheFolder` null: neither read nor written. `deep` false: the files
 * of the folder itself only. `tell` hears how many files have been parsed, where there are many.
 */
export async function loadFolderPack(
  folder: string,
  cacheFolder: string | null,
  deep = true,
  tell?: (done: number) => void,
): Promise<LoadedPack> {
  const root = realFolder(folder);
  if (root === undefined) throw new Failure('pack-not-a-folder', { folder });
  const cachePath = cacheFolder === null ? null : join(cacheFolder, `${cacheName(root)}.pack`);
  const known = cachePath === null ? undefined : readCache(cachePath, mender(root, cachePath));
  const found = listQuestionFiles(root, deep);
  const packStamp = stampOf(join(root, 'pack.yaml'));
  if (known && known.packStamp === packStamp && unchanged(known, found.files))
    return Object.assign(known, { passedOver: found.passedOver, folder: root });
  const { parseFolder } = await import('./parse-folder.js');
  const { parseInThreads } = await import('./parse-in-threads.js');
  const parse = parseInThreads({ tell, expected: known === undefined ? found.files.length : 0 });
  const bytes = await parseFolder(root, found.files, packStamp, known, parse);
  if (cachePath !== null && cacheFolder !== null) saveCache(cacheFolder, cachePath, bytes);
  return Object.assign(decodeCompiledPack(bytes)!, { passedOver: found.passedOver, folder: root });
}

/** Reads a file anew whose line in the cache is damaged, and has the cache made anew at the next start. */
function mender(folder: string, cachePath: string): PackChecks['mend'] {
  return (file, { id, draft }) => {
    removeCache(cachePath);
    const { line, ...known } = parsePackFile(
      { folder, pack: id, draft: draft === true },
      { ...file, regular: true },
    );
    if (line === null) throw new Failure('question-changed', { file: join(folder, file.path) });
    return { line, ...known };
  };
}

function removeCache(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    // It may not be removed: then its damage is found again.
    errnoOf(error);
  }
}

function unchanged(known: CompiledPack, found: readonly FoundFile[]): boolean {
  return (
    known.files.length === found.length &&
    found.every((file, index) => {
      const before = known.files[index];
      return before?.path === file.path && isUnchanged(before, file);
    })
  );
}

/** The folder itself, links followed; undefined where there is none, or it may not be reached. */
function realFolder(folder: string): string | undefined {
  if (!isFolder(folder)) return undefined;
  try {
    return realpathSync(folder);
  } catch (error) {
    errnoOf(error);
    return undefined;
  }
}

/** Empty where there is none; of a link its own, for it is not followed. */
function stampOf(path: string): string {
  const look = lookAtLink(path);
  if ('stats' in look) return `${look.stats.mtimeMs}:${look.stats.size}`;
  return look.reason === 'ENOENT' ? '' : look.reason;
}

function cacheName(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 24);
}
