// The checksum of what is kept: CRC-32 as in gzip (RFC 1952, section 8).

import { crc32 } from 'node:zlib';

/** Loading zlib, which loads Node's streams, takes longer than so many bytes take here; what comes after them is zlib's. */
const FEW = 32 * 1024;

let soFar = 0;
let remainders: Uint32Array | undefined;

/** From 0 to 2^32 - 1. `before`: that of the bytes in front of these; a text counts in UTF-8. */
export function checksum(data: string | Uint8Array, before = 0): number {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  soFar += bytes.length;
  if (soFar > FEW) return crc32(bytes, before);
  remainders ??= Uint32Array.from({ length: 256 }, (_, byte) => remainderOf(byte));
  let sum = ~before;
  for (let place = 0; place < bytes.length; place += 1)
    sum = remainders[(sum ^ bytes[place]!) & 0xff]! ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** A checksum as the eight digits in which it is written. */
export const inHex = (sum: number): string => sum.toString(16).padStart(8, '0');

/** Of a byte divided by the polynomial 0xedb88320 (its bits in reverse). */
function remainderOf(byte: number): number {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
}
