// The build, left out where dist/ is younger than everything it is made of.

import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What changed while a build ran may be missing in it. */
const BUILD_MS = 60_000;

/** Builds where a file or folder among these, or below them, changed after the last build began: folders tell of what was removed. */
export function buildIfOlderThan(inputs: readonly string[]): void {
  const built = statSync(join('dist', 'core.pack'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (inputs.some((path) => changedAt(path) > built - BUILD_MS))
    execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}

function changedAt(path: string): number {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}
