// A source -> the files of a pack and what pins them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { absolutePath } from '../../disk/folders.js';
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
      case 'git': {
        const { fetchGit } = await import('./fetch-git.js');
        const { files, commit } = fetchGit(source, folder);
        return { files: withinFolder(files, source.sub ?? ''), pin: commit };
      }
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
