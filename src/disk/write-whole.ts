// A file written whole or not at all, and never over another one unless that is wanted.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../text/failure.js';

/** Throws Failure `file-exists` where something is there and `force` is not given; `disk-full`, `folder-unwritable`, `file-in-the-way`, `file-unwritable`. */
export function writeWhole(path: string, chunks: Iterable<string>, force: boolean): void {
  if (!force && existsSync(path)) throw new Failure('file-exists', { file: path });
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    writeDraft(draft, chunks);
    if (force) renameSync(draft, path);
    else publish(draft, path);
  } catch (error) {
    throw failureOf(error, path);
  } finally {
    removeDraft(draft);
  }
}

function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch (error) {
    // Below something that is no folder there can be no draft; `force` passes over missing files only.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
  }
}

function writeDraft(draft: string, chunks: Iterable<string>): void {
  // Readable by its owner only, as the history it comes from.
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    for (const chunk of chunks) writeAll(descriptor, Buffer.from(chunk));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset);
}

/** A link fails where a file has come into being meanwhile; a rename would replace it. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(path))
      throw new Failure('file-exists', { file: path });
    // FAT and some network folders know no links.
    renameSync(draft, path);
  }
}

function failureOf(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof Failure || code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Failure('disk-full', { path });
  if (code === 'EISDIR' || code === 'ENOTEMPTY') return new Failure('file-in-the-way', { path });
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EROFS')
    return new Failure('report-folder', { path: dirname(path), reason: code });
  return new Failure('file-unwritable', { path, reason: code });
}
