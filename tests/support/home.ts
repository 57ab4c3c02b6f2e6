// A home folder for one test, removed after it: empty, or one that has been used.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder of its own. */
export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-home-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** What V8 made of the program: kept from one run of the tests to the next, for it is of use to one build only, and is looked at so. */
const COMPILED = resolve('.tests.compiled');

/** A home with settings. What starts compile of the program is there for those of later tests, as it is for those of a person. */
export function usedHome(settings: object = {}): string {
  const home = temporaryHome();
  writeFileSync(join(home, 'config.json'), JSON.stringify({ welcomed: true, ...settings }));
  mkdirSync(join(home, 'cache'));
  mkdirSync(COMPILED, { recursive: true });
  symlinkSync(COMPILED, join(home, 'cache', 'compiled'));
  return home;
}
