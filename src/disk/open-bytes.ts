// A file of which only parts are read: opened once, and the same file afterwards, whatever is put in its place.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { errnoOf } from './errno.js';
import { lookAt } from './folders.js';

export interface OpenBytes {
  readonly length: number;
  /** From `start` up to `end`. Shorter where the file has been cut since. */
  slice(start: number, end: number): Buffer;
}

interface Opened extends OpenBytes {
  /** Which file it is, and in which state. */
  stamp: string;
}

/** One per path: whoever opens the same file again is given the same. Closed when the process ends. */
const opened = new Map<string, Opened>();

/** The file; undefined where there is no regular one, it cannot be read, or it is longer than `limit` bytes. */
export function openBytes(path: string, limit: number): OpenBytes | undefined {
  const look = lookAt(path);
  if (!('stats' in look) || !look.stats.isFile() || look.stats.size > limit) return undefined;
  const known = opened.get(path);
  if (known?.stamp === stampOf(look.stats)) return known;
  try {
    const descriptor = openSync(path, 'r');
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) {
      closeSync(descriptor);
      return undefined;
    }
    const bytes = { stamp: stampOf(stats), length: stats.size, slice: sliceOf(descriptor) };
    opened.set(path, bytes);
    return bytes;
  } catch (error) {
    errnoOf(error);
    return undefined;
  }
}

const stampOf = ({ dev, ino, size, mtimeMs }: { dev: number; ino: number; size: number; mtimeMs: number }) =>
  `${dev}:${ino}:${size}:${mtimeMs}`;

function sliceOf(descriptor: number): OpenBytes['slice'] {
  return (start, end) => {
    const bytes = Buffer.allocUnsafe(end - start);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(descriptor, bytes, length, bytes.length - length, start + length);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  };
}
