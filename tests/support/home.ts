// A home folder for one test, removed after it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder of its own. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}
