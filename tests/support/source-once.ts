// The program's source as JavaScript, made once for a run of the tests: making, handing over and wrapping each file apart costs a tenth of the run.

import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vitest/config';

const SOURCE = resolve('src') + sep;
/** Within the package, where its libraries are found; each run has its own. */
const MADE = resolve(`.tests.${process.pid}`) + sep;
/** Where it lies, for vitest: loaded by Node as libraries are. */
export const MADE_SOURCE = /[/\\]\.tests\.\d+[/\\]/;

/** Not where vitest has to know the files: while it watches them, asks which tests reach one, or counts what is covered. */
export function sourceOnce(): Plugin {
  let isMade = false;
  return {
    name: 'source-once',
    enforce: 'pre',
    async configureVitest({ vitest: { config } }) {
      if (isMade || config.watch || config.coverage.enabled || config.related || config.changed) return;
      const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });
      const entryPoints = files.filter((file) => file.endsWith('.ts')).map((file) => join(SOURCE, file));
      process.on('exit', () => rmSync(MADE, { recursive: true, force: true }));
      await build({ entryPoints, outbase: SOURCE, outdir: MADE, format: 'esm', sourcemap: 'inline' });
      isMade = true;
    },
    resolveId(source, importer) {
      if (!isMade || importer === undefined || !source.startsWith('.')) return null;
      const file = resolve(dirname(importer), source);
      if (!file.startsWith(SOURCE) || resolve(importer).startsWith(SOURCE)) return null;
      return { id: join(MADE, file.slice(SOURCE.length)).split(sep).join('/'), external: true };
    },
  };
}
