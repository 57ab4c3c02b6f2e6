// Zip archives, bounded before anything is unpacked. The only file that knows fflate.

import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { messageOf } from '../text/error-message.js';
import type { Note } from './notes.js';

const MOST_ENTRIES = 20_000;
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_ENTRY = 128 * 1024 * 1024;

/** True for the first bytes of a zip archive. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * The wanted entries by name. Sizes are added up as the directory declares them, and no more than that is ever unpacked; names
 * are for telling entries apart and never become paths.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): { entries: ReadonlyMap<string, Uint8Array> } | { note: Note } {
  let count = 0;
  let total = 0;
  let bomb = false;
  let unpacked: Unzipped;
  try {
    unpacked = unzipSync(bytes, {
      filter({ name, originalSize }) {
        count += 1;
        if (bomb || count > MOST_ENTRIES || !wanted(name)) return false;
        total += originalSize;
        if (originalSize > MOST_ENTRY || total > MOST_UNPACKED) bomb = true;
        return !bomb;
      },
    });
  } catch (error) {
    return { note: { code: 'archive-broken', detail: messageOf(error) } };
  }
  if (bomb) return { note: { code: 'archive-bomb', detail: '256 MiB' } };
  return { entries: new Map(Object.entries(unpacked)) };
}

/** An archive of texts; the same texts give the same bytes. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  // The format's first day: the time of making would make each archive another.
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1), level: 6 });
}
