// Child processes of the fault tests: bundled once, because tsx takes longer to start than most of them live.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll } from 'vitest';

/** Path of the bundled script; call it while the tests are collected. Any user may run it. */
export function bundledChild(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-faults-'));
  chmodSync(folder, 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const outfile = join(folder, `${name}.cjs`);
  const entryPoints = [join(import.meta.dirname, `${name}.ts`)];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  return outfile;
}

/** The environment without what slows every start of Node. */
export const QUICK_ENV = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };
