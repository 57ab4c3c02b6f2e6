// A pack's files as they lie in a folder: of a person's own, or of one that was added.

import { join } from 'node:path';
import { listFolder } from '../../disk/folders.js';
import { readBounded } from '../../disk/read-bounded.js';
import { Failure } from '../../text/failure.js';
import { isPackPath, type PackFileEntry, PackLimits } from './pack-files.js';

const MOST_DEPTH = 4;
const MOST_BYTES = 1024 * 1024;

/** Links are not followed. Failures: `pack-not-a-folder`, `pack-too-large`. */
export function readTree(folder: string): PackFileEntry[] {
  const limits = new PackLimits();
  const files: PackFileEntry[] = [];
  const visit = (relative: string, depth: number) => {
    const listed = listFolder(join(folder, relative));
    if (!('entries' in listed)) throw new Failure('pack-not-a-folder', { folder });
    for (const entry of listed.entries) {
      const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < MOST_DEPTH && !entry.name.startsWith('.') && entry.name !== 'node_modules')
          visit(path, depth + 1);
        continue;
      }
      if (!entry.isFile() || !isPackPath(path)) continue;
      const read = readBounded(join(folder, path), MOST_BYTES, false);
      if (!('bytes' in read)) continue;
      limits.add(path, read.bytes.length);
      files.push({ path, bytes: read.bytes });
    }
  };
  visit('', 0);
  return files;
}
