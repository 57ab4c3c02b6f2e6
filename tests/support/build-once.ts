// Builds dist/ once before the tests: sittings in a pseudo-terminal and the packed tarball run the real program.

import { execFileSync } from 'node:child_process';

export default function buildOnce(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
