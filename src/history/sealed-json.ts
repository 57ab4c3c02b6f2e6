// JSON with a checksum in front: `{"crc32":"1a2b3c4d","version":1,…}`. A flipped bit that still reads as JSON is noticed.

import { checksum, inHex } from '../disk/checksum.js';
import { decodeText } from '../disk/decode-text.js';

const SEAL_START = '{"crc32":"';
const SEAL = /^\{"crc32":"[0-9a-f]{8}",$/;
const SEAL_LENGTH = '{"crc32":"00000000",'.length;

/** The object (with at least one field) as one line of JSON that starts with the checksum of the rest. */
export function renderSealed(value: object): string {
  const rest = JSON.stringify(value).slice(1);
  return `${SEAL_START}${sealFor(rest)}",${rest}`;
}

/**
 * The value, without the seal, or what is wrong with the bytes. JSON that does not start with a seal is taken as it is:
 * another program may have written it, with a byte order mark in front.
 */
export function openSealed(
  bytes: Buffer,
): { value: unknown } | { damage: 'empty' | 'checksum' | 'not JSON' } {
  if (bytes.length === 0) return { damage: 'empty' };
  const seal = sealOf(bytes);
  if (seal === 'broken') return { damage: 'checksum' };
  try {
    const value: unknown = JSON.parse(decodeText(bytes));
    if (seal === 'none') return { value };
    const { crc32: _, ...unsealed } = value as Record<string, unknown>;
    return { value: unsealed };
  } catch {
    return { damage: 'not JSON' };
  }
}

/** True where the bytes are those that were written: by the checksum, or without one, because they read as JSON. */
export function isWhole(bytes: Buffer): boolean {
  const seal = sealOf(bytes);
  return seal === 'none' ? 'value' in openSealed(bytes) : seal === 'good';
}

/** Where the rest of a record begins whose checksum is right, behind brace and checksum; 0 where there is none, or a wrong one. */
export function sealedFrom(bytes: Buffer): number {
  return sealOf(bytes) === 'good' ? SEAL_LENGTH : 0;
}

function sealOf(bytes: Buffer): 'good' | 'broken' | 'none' {
  const head = bytes.toString('latin1', 0, SEAL_LENGTH);
  if (!SEAL.test(head)) return 'none';
  return head.slice(SEAL_START.length, -2) === sealFor(bytes.subarray(SEAL_LENGTH)) ? 'good' : 'broken';
}

const sealFor = (data: string | Buffer): string => inHex(checksum(data));
