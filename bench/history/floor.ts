// npm run bench -- --floor: what reading a long history costs at the least, against reading and JSON.parse.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';
import { writeSeededHome } from '../support/seeded-home.js';
import { READ_AND_PARSE } from './read-and-parse.js';

const ANSWERS = 100_000;
const PAIRS = 5;
const STEPS = {
  checks: 'read, JSON.parse and every check, as objects',
  columns: 'read from the bytes with every check, as columns',
  memory: 'the same and a step of FSRS for each answer',
};

/** As lines of a table, wall and CPU time. */
export async function historyFloor({ node }: { node: string }): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'api-quiz-bench-floor-'));
  try {
    const home = join(root, 'home');
    await writeSeededHome(home, ANSWERS);
    const script = join(root, 'steps.cjs');
    bundle(script);
    const measured = { node, env: benchEnvironment(home) };
    const lines = [`${ANSWERS} answers against reading and JSON.parse of their files: wall, CPU, MB`];
    for (const [step, what] of Object.entries(STEPS)) {
      const { a, wall, cpu } = await measurePairs(
        PAIRS,
        () => runMetered([script, step], measured),
        () => runMetered(['-e', READ_AND_PARSE], measured),
      );
      const figures = [
        `${wall.median.toFixed(2)}x`,
        `${cpu.median.toFixed(2)}x`,
        a.memoryMb?.toFixed(0) ?? '-',
      ];
      lines.push(`${what.padEnd(52)}${figures.map((figure) => figure.padStart(8)).join('')}`);
    }
    return lines;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function bundle(outfile: string): void {
  buildSync({
    entryPoints: [join(import.meta.dirname, 'fewest-steps.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
  });
}
