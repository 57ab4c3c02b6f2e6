// `npm run bench:import [-- rows …]`: CSV and GIFT of so many questions imported by the built program: CPU seconds, and per row beside the smallest.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { csvRows, giftRows } from './rows.js';

/** A row of the largest file may cost so much more than one of the smallest: more would be a way that is not linear. */
const MOST_RATIO = 1.5;
const LAUNCHER = join(import.meta.dirname, '..', '..', 'bin', 'api-quiz.js');

const typed = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = typed.length > 0 ? typed : [1_000, 3_000, 10_000];
const folder = mkdtempSync(join(tmpdir(), 'api-quiz-import-'));
let failed = false;
try {
  for (const [ending, make] of [
    ['csv', csvRows],
    ['gift', giftRows],
  ] as const) {
    let smallest = 0;
    for (const size of sizes) {
      const file = join(folder, `${size}.${ending}`);
      writeFileSync(file, make(size));
      for (const again of [false, true]) {
        const { cpuMs, memoryMb } = await runMetered(
          [LAUNCHER, 'import', file, '--into', join(folder, `${size}-${ending}`), '--json'],
          { node: process.execPath, env: benchEnvironment(join(folder, 'home')) },
        );
        const perRow = cpuMs / size;
        if (smallest === 0) smallest = perRow;
        const ratio = perRow / smallest;
        if (ratio > MOST_RATIO) failed = true;
        console.log(
          `${ending.padEnd(5)} ${String(size).padStart(6)} rows ${again ? 'again' : 'first'}  ${(cpuMs / 1000).toFixed(2).padStart(6)} s CPU  ${perRow.toFixed(3)} ms a row  ${ratio.toFixed(2)}x  ${Math.round(memoryMb ?? 0)} MB`,
        );
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed) {
  console.error(`A row costs more than ${MOST_RATIO} times what it costs in the smallest file`);
  process.exitCode = 1;
}
