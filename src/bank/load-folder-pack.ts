// A pack from a folder: from its cache when no file has changed, else parsed and cached again. Loaded where a folder is named.

import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../text/failure.js';
import { type CompiledPack, isUnchanged, renderCompiledPack } from './compiled-pack.js';
import { type LoadedPack, readCompiled } from './load-pack.js';
import { type FoundFile, listQuestionFiles } from './read-folder.js';

/** The pack in a folder; throws Failure `pack-not-a-folder`. `cacheFolder` null: neither read nor written. */
export async function loadFolderPack(folder: string, cacheFolder: string | null): Promise<LoadedPack> {
  let root: string;
  try {
    root = realpathSync(folder);
    if (!statSync(root).isDirectory()) throw new Failure('pack-not-a-folder', { folder });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('pack-not-a-folder', { folder });
  }
  const cachePath = cacheFolder === null ? null : join(cacheFolder, `${cacheName(root)}.pack`);
  const known = cachePath === null ? undefined : readCompiled(cachePath);
  const found = listQuestionFiles(root);
  const packStamp = stampOf(join(root, 'pack.yaml'));
  if (known && known.packStamp === packStamp && unchanged(known, found)) return { ...known, folder: root };
  const { parseFolder } = await import('./parse-folder.js');
  const compiled = parseFolder(root, found, packStamp, known);
  if (cachePath !== null && cacheFolder !== null) saveCache(cacheFolder, cachePath, compiled);
  return { ...compiled, folder: root };
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

// A cache that cannot be written costs time only, so nothing is said about it.
function saveCache(folder: string, path: string, compiled: CompiledPack): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return;
  }
  try {
    writeFileSync(draft, renderCompiledPack(compiled), { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    rmSync(draft, { force: true });
  }
}

function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}` : '';
}

function cacheName(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 24);
}
