import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { bundledChild, QUICK_ENV } from './children.js';
import type { Trial } from './full-disk-child.js';

const child = bundledChild('full-disk-child');

/** Runs the child on a disk of 128 KiB that only it can see, and that is gone with it. */
function onSmallDisk(): string {
  const disk = temporaryHome();
  const namespaces = process.getuid?.() === 0 ? '-m' : '-rm';
  const script = 'mount -t tmpfs -o size=128k,mode=700 tmpfs "$1" && exec "$2" "$3" "$1"';
  const options = { encoding: 'utf8', env: QUICK_ENV } as const;
  const run = spawnSync(
    'unshare',
    [namespaces, 'sh', '-c', script, 'sh', disk, process.execPath, child],
    options,
  );
  if (run.error || run.status !== 0) {
    const reason = run.error?.message ?? run.stderr;
    throw new Error(
      `The full-disk test needs a tmpfs of its own: "unshare ${namespaces}" and "mount" must be allowed here. ${reason}`,
    );
  }
  return run.stdout;
}

test('a full disk: an error that says so, and the data before it', () => {
  const { trials, settings, settingsFile } = JSON.parse(onSmallDisk()) as {
    trials: Trial[];
    settings: { failure: Trial['failure']; role: string };
    settingsFile: string;
  };
  const failed = trials.filter(({ failure }) => failure !== null);
  console.log(`${trials.length} saves on a small disk, ${failed.length} of them found it full`);
  expect(failed.length).toBeGreaterThan(15);
  expect(trials.length - failed.length).toBeGreaterThan(15);
  for (const { before, failure, found, setAside, files, afterRetry, ...room } of trials) {
    const saved = failure === null ? before + 1 : before;
    expect({ ...room, found, setAside, afterRetry }).toEqual({
      ...room,
      found: saved,
      setAside: 0,
      afterRetry: before + 1,
    });
    if (failure !== null)
      expect(failure).toMatchObject({ code: 'disk-full', path: expect.stringContaining('/sessions/') });
    // The very first write: nothing torn may stay.
    if (saved === 0) expect(files).toEqual([]);
  }
  expect(settings).toEqual({ failure: { code: 'disk-full', path: settingsFile }, role: 'tester' });
});
