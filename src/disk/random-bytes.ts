// Bytes that nobody can foretell, without Node's crypto: it takes 3 ms to load, and most starts need nothing else of it.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { errnoOf } from './errno.js';

/** `count` bytes from the system's own source. */
export function randomBytes(count: number): Buffer {
  const bytes = Buffer.alloc(count);
  if (!isFilledBySystem(bytes)) globalThis.crypto.getRandomValues(bytes);
  return bytes;
}

/** Where the source is a file. */
function isFilledBySystem(bytes: Buffer): boolean {
  let device: number | undefined;
  try {
    device = openSync('/dev/urandom', 'r');
    return fstatSync(device).isCharacterDevice() && readSync(device, bytes) === bytes.length;
  } catch (error) {
    errnoOf(error);
    return false;
  } finally {
    if (device !== undefined) closeSync(device);
  }
}
