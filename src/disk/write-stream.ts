// What is no regular file, written to directly: pipes, devices, the standard output under its name.

import { closeSync, constants, fstatSync, openSync, type Stats, writeSync } from 'node:fs';
import { Failure } from '../text/failure.js';
import { errnoOf, fileFailure } from './errno.js';

const STANDARD_STREAMS = [1, 2];
/** How long the other end of a pipe may keep us waiting, ms. */
const PATIENCE_MS = 20_000;
const NAP_MS = 20;

/** True where a path leads to our own standard output or error, whatever that is. */
export function isStandardStream(stats: Stats): boolean {
  return standardStream(stats) !== undefined;
}

function standardStream({ dev, ino }: Stats): number | undefined {
  return STANDARD_STREAMS.find((descriptor) => {
    try {
      const own = fstatSync(descriptor);
      return own.dev === dev && own.ino === ino;
    } catch (error) {
      // Closed by whoever started us.
      errnoOf(error);
      return false;
    }
  });
}

/** Failures: `pipe-unread` where nobody reads, `file-unwritable`. A reader that goes away early, as head does, is no error. */
export function writeStream(path: string, stats: Stats, chunks: Iterable<string | Uint8Array>): void {
  const standard = standardStream(stats);
  const descriptor = standard ?? openStream(path);
  try {
    for (const chunk of chunks) writeAll(descriptor, chunk);
  } catch (error) {
    if (error instanceof Failure || errnoOf(error) !== 'EPIPE') throw fileFailure(error, path);
  } finally {
    if (standard === undefined) closeSync(descriptor);
  }
}

/** Opening a pipe waits for its reader, and could then not be interrupted: so it is tried again and again. */
function openStream(path: string): number {
  for (let waited = 0; ; waited += NAP_MS) {
    try {
      return openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
    } catch (error) {
      if (errnoOf(error) !== 'ENXIO') throw fileFailure(error, path);
      if (waited >= PATIENCE_MS) throw new Failure('pipe-unread', { path });
      nap();
    }
  }
}

/** Every byte: a write may take a part only, or none while a pipe is full. */
export function writeAll(descriptor: number, chunk: string | Uint8Array): void {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  let waited = 0;
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(descriptor, bytes, offset);
      waited = 0;
    } catch (error) {
      if (errnoOf(error) !== 'EAGAIN' || waited >= PATIENCE_MS) throw error;
      waited += NAP_MS;
      nap();
    }
  }
}

function nap(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP_MS);
}
