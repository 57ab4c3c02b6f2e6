// The one atomic writer: a file is written whole or not at all, and never over another one unless that is wanted.

import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../text/failure.js';
import { errnoOf, fileFailure, speaksOfFolder } from './errno.js';
import { lookAt, lookAtLink } from './folders.js';
import { randomBytes } from './random-bytes.js';
import { isStandardStream, writeAll, writeStream } from './write-stream.js';

export type Chunk = string | Uint8Array;

/**
 * Writes the pieces to the file (0600, or as the one it replaces), following links. What is no regular file - a pipe, a
 * device, /dev/stdout - is written to directly and stays; `stream` is then returned. Failures: `file-exists` where something
 * is there and `force` is not given; `disk-full`, `file-in-the-way`, `file-unwritable`, `report-folder`, `pipe-unread`.
 */
export function writeWhole(path: string, chunks: Iterable<Chunk>, force: boolean): 'file' | 'stream' {
  const found = lookAt(path);
  const stats = 'stats' in found ? found.stats : undefined;
  if (!('stats' in found) && found.reason === 'ELOOP')
    throw new Failure('file-unwritable', { path, reason: found.reason });
  if (stats?.isDirectory()) throw new Failure('file-in-the-way', { path });
  if (stats && (!stats.isFile() || isStandardStream(stats))) {
    writeStream(path, stats, chunks);
    return 'stream';
  }
  if (stats && !force) throw new Failure('file-exists', { file: path });
  replaceFile(targetOf(path), stats, chunks, force);
  return 'file';
}

/** Where the file is to lie: at the end of all links, also of one that leads to nothing yet. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    errnoOf(error);
  }
  const link = lookAtLink(path);
  if (!('stats' in link) || !link.stats.isSymbolicLink()) return path;
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch (error) {
    throw fileFailure(error, path);
  }
}

function replaceFile(path: string, before: Stats | undefined, chunks: Iterable<Chunk>, force: boolean): void {
  // A name of its own length: one made from a long name would be too long.
  const draft = join(dirname(path), `.api-quiz-${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeDraft(draft, before?.mode ?? 0o600, chunks);
    if (force) renameSync(draft, path);
    else publish(draft, path);
  } catch (error) {
    throw speaksOfFolder(error)
      ? new Failure('report-folder', { path: dirname(path), reason: errnoOf(error) })
      : fileFailure(error, path);
  } finally {
    removeDraft(draft);
  }
}

function writeDraft(draft: string, mode: number, chunks: Iterable<Chunk>): void {
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    for (const chunk of chunks) writeAll(descriptor, chunk);
    fchmodSync(descriptor, mode & 0o777);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A link fails where a file has come into being meanwhile; a rename would replace it. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST' || 'stats' in lookAtLink(path))
      throw new Failure('file-exists', { file: path });
    // FAT and some network folders know no links.
    renameSync(draft, path);
  }
}

function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch (error) {
    // Where it could not be removed it could not be made either, or the disk has gone: the first error tells.
    errnoOf(error);
  }
}
