// The one reader: regular files only, up to a size, never waiting for a pipe. What keeps a file from being read is a value.

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { errnoOf } from './errno.js';

export interface Unread {
  code: 'file-missing' | 'file-not-regular' | 'file-too-large' | 'file-unreadable';
  /** The code of the operating system, what stands there instead, or the size in bytes. */
  reason: string;
}

/**
 * The whole file, of at most `limit` bytes. `follow`: false leaves links alone, for files that others put there. `room`: what fits
 * is put there, for those who read thousands of files and keep none.
 */
export function readBounded(
  path: string,
  limit: number,
  follow = true,
  room?: Buffer,
): { bytes: Buffer } | Unread {
  let descriptor: number | undefined;
  try {
    // A pipe without a writer would be waited for. Neither flag is known to Windows, which has no such files.
    const stay = (constants.O_NONBLOCK ?? 0) | (follow ? 0 : (constants.O_NOFOLLOW ?? 0));
    descriptor = openSync(path, constants.O_RDONLY | stay);
    const stats = fstatSync(descriptor);
    if (!stats.isFile())
      return { code: 'file-not-regular', reason: stats.isDirectory() ? 'folder' : 'special' };
    if (stats.size > limit) return { code: 'file-too-large', reason: String(stats.size) };
    const bytes = readUpTo(descriptor, stats.size, limit, room);
    return bytes ? { bytes } : { code: 'file-too-large', reason: `more than ${limit}` };
  } catch (error) {
    return unreadOf(errnoOf(error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** To its end, which may lie behind the size that was told: files grow, and those of /proc tell none. Undefined beyond the limit. */
function readUpTo(
  descriptor: number,
  size: number,
  limit: number,
  room: Buffer | undefined,
): Buffer | undefined {
  let bytes = room !== undefined && size < room.length ? room : Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, bytes, length, bytes.length - length, null);
    length += count;
    if (length > limit) return undefined;
    if (count === 0 || (length === size && size > 0)) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length + 4096)]);
  }
}

function unreadOf(reason: string): Unread {
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return { code: 'file-missing', reason };
  if (reason === 'ELOOP') return { code: 'file-not-regular', reason: 'link' };
  if (reason === 'ENXIO' || reason === 'EISDIR') return { code: 'file-not-regular', reason: 'special' };
  return { code: 'file-unreadable', reason };
}
