// Temporary folders of a run of the tests: in memory where there is room, for half of the system's time went into disks; all gone after it.

import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
const NEEDED_BYTES = 2 * 1024 ** 3;

/** Before workers start, which inherit it. Whoever names a folder for temporary files keeps it. */
export default function temporaryInMemory(): (() => void) | undefined {
  if (process.env.TMPDIR !== undefined || !hasRoom()) return undefined;
  const folder = mkdtempSync(`${MEMORY}/api-quiz-tests-`);
  // Some tests run as nobody.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Programs that tests write must run there, too: containers often give little of it, and forbid that. */
function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find((line) => line.split(' ')[1] === MEMORY);
    return bavail * bsize > NEEDED_BYTES && mount !== undefined && !/\bnoexec\b/.test(mount);
  } catch {
    // Not on this system.
    return false;
  }
}
