// What a folder of questions was parsed to, kept until its files change. Anything but what was written here is parsed anew.

import { crc32 } from 'node:zlib';
import { inHex } from '../disk/checksum.js';
import { lookAtLink, makeFolder } from '../disk/folders.js';
import { openBytes } from '../disk/open-bytes.js';
import { writeWhole } from '../disk/write-whole.js';
import { Failure } from '../text/failure.js';
import { type CompiledPack, decodeCompiledPack, frontOf, type PackChecks } from './compiled-pack.js';
import type { PieceBytes } from './pack-builder.js';

/** Larger caches are not read: no pack within the limits makes one. */
const MAX_CACHE_BYTES = 1024 * 1024 * 1024;
/** Eight hexadecimal digits and a line feed, the checksum of what every start reads: a flipped bit that still reads as JSON is noticed. */
const SEAL_LENGTH = 9;

/** The pack in the cache, of which only what is asked for is read and checked; undefined where there is none, or it is damaged, unreadable or of another form. */
export function readCache(path: string, mend: PackChecks['mend']): CompiledPack | undefined {
  const bytes = openBytes(path, MAX_CACHE_BYTES);
  if (bytes === undefined || bytes.length < SEAL_LENGTH) return undefined;
  const content = {
    length: bytes.length - SEAL_LENGTH,
    slice: (start: number, end: number) => bytes.slice(start + SEAL_LENGTH, end + SEAL_LENGTH),
  };
  const front = Number.parseInt(bytes.slice(0, SEAL_LENGTH).toString('latin1'), 16);
  return decodeCompiledPack(content, { front, sumOf: (part) => crc32(part), mend });
}

/** A cache that cannot be written costs time only, so nothing is said about it. */
export function saveCache(folder: string, path: string, content: PieceBytes): void {
  const there = lookAtLink(path);
  // What someone else put in its place is theirs.
  if ('stats' in there && !there.stats.isFile()) return;
  try {
    makeFolder(folder);
    const seal = `${inHex(crc32(frontOf(content)))}\n`;
    writeWhole(path, [seal, ...content.pieces], true);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
