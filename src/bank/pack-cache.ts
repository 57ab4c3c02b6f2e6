// What a folder of questions was parsed to, kept until its files change. Anything but what was written here is parsed anew.

import { crc32 } from 'node:zlib';
import { lookAtLink, makeFolder } from '../disk/folders.js';
import { readBounded } from '../disk/read-bounded.js';
import { writeWhole } from '../disk/write-whole.js';
import { Failure } from '../text/failure.js';
import { type CompiledPack, decodeCompiledPack } from './compiled-pack.js';

/** Larger caches are not read: no pack within the limits makes one. */
const MAX_CACHE_BYTES = 1024 * 1024 * 1024;
/** Eight hexadecimal digits and a line feed in front: a flipped bit that still reads as JSON is noticed. */
const SEAL_LENGTH = 9;

/** The pack in the cache; undefined where there is none, or it is damaged, unreadable or of another form. */
export function readCache(path: string): CompiledPack | undefined {
  const read = readBounded(path, MAX_CACHE_BYTES);
  if (!('bytes' in read)) return undefined;
  const content = read.bytes.subarray(SEAL_LENGTH);
  return read.bytes.toString('latin1', 0, SEAL_LENGTH) === sealOf([content])
    ? decodeCompiledPack({ length: content.length, slice: (start, end) => content.subarray(start, end) })
    : undefined;
}

/** A cache that cannot be written costs time only, so nothing is said about it. */
export function saveCache(folder: string, path: string, content: readonly Buffer[]): void {
  const there = lookAtLink(path);
  // What someone else put in its place is theirs.
  if ('stats' in there && !there.stats.isFile()) return;
  try {
    makeFolder(folder);
    writeWhole(path, [sealOf(content), ...content], true);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

function sealOf(content: readonly Buffer[]): string {
  const sum = content.reduce((before, piece) => crc32(piece, before), 0);
  return `${sum.toString(16).padStart(8, '0')}\n`;
}
