// A source -> the files of a pack and what pins them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { absolutePath } from '../../disk/folders.js';
import { Failure } from '../../text/failure.js';
import { type PackFileEntry, withinFolder } from './pack-files.js';
import { readTree } from './read-tree.js';
import type { PackSource } from './source-spec.js';

export interface FetchedPack {
  files: PackFileEntry[];
  /** Empty for a folder. */
  pin: string;
}

/** Fetches into memory; nothing of the source is run, and temporary files are gone afterwards. */
export async function fetchSource(source: PackSource): Promise<FetchedPack> {
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-pack-'));
  try {
    switch (source.kind) {
      case 'folder':
        return { files: withinFolder(readTree(absolutePath(source.path)), ''), pin: '' };
      case 'git':
        return await fetchRepository(source, folder);
      case 'npm': {
        const { fetchNpm } = await import('./fetch-archive.js');
        const { files, integrity } = await fetchNpm(source.spec, folder);
        return { files: withinFolder(files, ''), pin: integrity };
      }
      case 'tarball': {
        const { fetchTarball } = await import('./fetch-archive.js');
        const { files, integrity } = await fetchTarball(source.url, source.checksum);
        return { files: withinFolder(files, ''), pin: integrity };
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By git; where there is none, from the archive of a host that offers one. Failures also: `pack-needs-git`. */
async function fetchRepository(
  source: Extract<PackSource, { kind: 'git' }>,
  folder: string,
): Promise<FetchedPack> {
  const { sub = '', archive } = source;
  try {
    const { fetchGit } = await import('./fetch-git.js');
    const { files, commit } = fetchGit(source, folder);
    return { files: withinFolder(files, sub), pin: commit };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'tool-missing' || archive === undefined) throw error;
  }
  try {
    const { fetchHostedArchive } = await import('./fetch-archive.js');
    const { files, pin } = await fetchHostedArchive(archive, sub);
    return { files: withinFolder(files, ''), pin };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'download-failed') throw error;
    throw new Failure('pack-needs-git', { url: archive, reason: String(error.args.reason ?? '') });
  }
}
