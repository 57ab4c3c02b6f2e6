// One process at a time: a lock file beside what is changed, taken over from a process that has died.

import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Failure } from '../text/failure.js';
import { errnoOf, fileFailure } from './errno.js';
import { randomBytes } from './random-bytes.js';

const NAP_MS = 5;
/** Whoever holds a lock longer than this has died without giving it back: changes take milliseconds. */
const STALE_MS = 3000;

/** Runs while no other process changes the file. Failures: `disk-full`, `file-unwritable` with the file, `lock-held` with the lock. */
export function withLock<Value>(file: string, run: () => Value): Value {
  const lock = `${file}.lock`;
  const mine = randomBytes(8).toString('hex');
  try {
    take(lock, mine);
  } catch (error) {
    // The person knows the file that was to be changed, not its lock.
    throw error instanceof Failure ? error : fileFailure(error, file);
  }
  try {
    return run();
  } finally {
    giveBack(lock, mine);
  }
}

/** Throws what the file system throws. */
function take(path: string, mine: string): void {
  let holder = '';
  let heldFor = 0;
  // Twice the patience for one holder: a crowd is waited for as long as it moves on.
  for (let turns = 0; !tryTake(path, mine); turns += 1) {
    const now = holderOf(path);
    heldFor = now === holder ? heldFor + NAP_MS : 0;
    holder = now;
    if (heldFor >= STALE_MS) breakLock(path, holder);
    if (turns > 20_000) throw new Failure('lock-held', { path });
    nap();
  }
}

function tryTake(path: string, mine: string): boolean {
  try {
    const descriptor = openSync(path, 'wx', 0o600);
    try {
      writeSync(descriptor, mine);
    } catch (error) {
      // Made, and not ours to keep: on a full disk it would hold everybody up.
      rmSync(path, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // Given back at this moment.
    errnoOf(error);
    return '';
  }
}

/** Moved away first: had another process been faster, its own lock is put back. */
function breakLock(path: string, holder: string): void {
  const away = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, away);
    if (holderOf(away) !== holder) linkSync(away, path);
    rmSync(away, { force: true });
  } catch (error) {
    errnoOf(error);
  }
}

function giveBack(path: string, mine: string): void {
  if (holderOf(path) !== mine) return;
  try {
    rmSync(path, { force: true });
  } catch (error) {
    errnoOf(error);
  }
}

function nap(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, NAP_MS);
}
