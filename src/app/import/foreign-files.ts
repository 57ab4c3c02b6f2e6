// The files an import is given: one, or those of a folder that some reader knows.

import { basename, join } from 'node:path';
import { isFolder, listFolder } from '../../disk/folders.js';
import { readBounded } from '../../disk/read-bounded.js';
import type { ForeignFile } from '../../exchange/foreign-question.js';
import { formatOf, READ_FORMAT_NAMES, type ReadFormat } from '../../exchange/formats.js';
import { Failure } from '../../text/failure.js';

export interface FoundForeign {
  /** As it is told. */
  path: string;
  format: ReadFormat;
  file: ForeignFile;
}

const MOST_BYTES = 256 * 1024 * 1024;
const MOST_FILES = 10_000;
const MOST_DEPTH = 6;

/** Read one after the other. Failures: `import-unreadable`, `import-format`, `import-nothing`. */
export function* foreignFiles(path: string, format: ReadFormat | undefined): Generator<FoundForeign> {
  if (!isFolder(path)) {
    const file = readFile(path);
    const found = format ?? formatOf(file);
    if (found === undefined)
      throw new Failure('import-format', { file: path, formats: READ_FORMAT_NAMES.join(', ') });
    yield { path, format: found, file };
    return;
  }
  let count = 0;
  for (const inside of filesBelow(path)) {
    const ending = /\.[^.]+$/.exec(inside.toLowerCase())?.[0] ?? '';
    if (!KNOWN_ENDINGS.test(ending)) continue;
    const file = readFile(inside);
    const found = format ?? formatOf(file);
    if (found === undefined) continue;
    count += 1;
    if (count > MOST_FILES) return;
    yield { path: inside, format: found, file };
  }
  if (count === 0) throw new Failure('import-nothing', { path });
}

const KNOWN_ENDINGS = /^\.(gift|txt|xml|zip|imscc|qti|apkg|colpkg|csv|tsv|toml|md|markdown)$/;

function readFile(path: string): ForeignFile {
  const read = readBounded(path, MOST_BYTES);
  if (!('bytes' in read)) throw new Failure('import-unreadable', { path, reason: read.reason });
  return { name: basename(path), bytes: read.bytes };
}

/** Links are not followed; sorted, so that two imports are alike. */
function* filesBelow(folder: string, depth = 0): Generator<string> {
  const listed = listFolder(folder);
  if (!('entries' in listed)) throw new Failure('import-unreadable', { path: folder, reason: listed.reason });
  for (const entry of listed.entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < MOST_DEPTH && !entry.name.startsWith('.'))
      yield* filesBelow(path, depth + 1);
    else if (entry.isFile()) yield path;
  }
}
