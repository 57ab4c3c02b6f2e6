// Zstandard (RFC 8878), bounded before anything is unpacked. The only file that knows fzstd.

import { decompress } from 'fzstd';

const MAGIC = 0xfd2fb528;
const LARGEST_BLOCK = 128 * 1024;
const MOST_WINDOW = 128 * 1024 * 1024;

/** The bytes, or undefined where the data is malformed or could unpack to more than `most` bytes. */
export function unzstd(bytes: Uint8Array, most: number): Uint8Array | undefined {
  const bound = largestUnpacked(bytes);
  if (bound === undefined || bound > most) return undefined;
  try {
    return decompress(bytes);
  } catch {
    return undefined;
  }
}

/** The most the frames can unpack to, read off the headers of frames and blocks; undefined for malformed data. */
export function largestUnpacked(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let total = 0;
  while (at < bytes.length) {
    if (at + 8 > bytes.length) return undefined;
    const magic = view.getUint32(at, true);
    if (magic >>> 4 === 0x184d2a5) {
      at += 8 + view.getUint32(at + 4, true);
      continue;
    }
    const frame = magic === MAGIC ? frameAt(bytes, at) : undefined;
    if (frame === undefined) return undefined;
    total += frame.unpacked;
    at = frame.end;
  }
  return at === bytes.length ? total : undefined;
}

function frameAt(bytes: Uint8Array, start: number): { unpacked: number; end: number } | undefined {
  const flags = bytes[start + 4] ?? 0;
  const isSingle = (flags & 0x20) !== 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  const descriptor = bytes[start + 5] ?? 0;
  const base = 2 ** (10 + (descriptor >> 3));
  const declared = littleEndian(bytes, start + (isSingle ? 5 : 6) + dictionaryBytes, sizeBytes);
  const window = isSingle ? declared : base + (base / 8) * (descriptor & 7);
  if (window > MOST_WINDOW) return undefined;
  let at = start + 5 + (isSingle ? 0 : 1) + dictionaryBytes + sizeBytes;
  let unpacked = 0;
  for (let last = false; !last; ) {
    if (at + 3 > bytes.length) return undefined;
    const header = littleEndian(bytes, at, 3);
    last = (header & 1) === 1;
    const kind = (header >> 1) & 3;
    const size = header >> 3;
    if (kind === 3) return undefined;
    unpacked += kind === 2 ? LARGEST_BLOCK : size;
    at += 3 + (kind === 1 ? 1 : size);
  }
  const end = at + ((flags & 4) === 0 ? 0 : 4);
  return end > bytes.length ? undefined : { unpacked: Math.max(unpacked, declared), end };
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = count - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}
