// `npm run bench:report [-- answers]`: a report over a long history against reading and JSON-parsing the same files, interleaved.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSeededHome } from '../support/seeded-home.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FORMATS = ['text', 'markdown', 'json', 'csv', 'html'];
const ROUNDS = 5;
const LIMIT = 2.5;

/** What any program that reports on these files has to do: read them all, parse them all, have them all. */
const BASELINE = `
const { readdirSync, readFileSync } = require('node:fs');
const begun = performance.now();
const kept = [];
const walk = (folder) => { for (const entry of readdirSync(folder, { withFileTypes: true })) {
  const path = folder + '/' + entry.name;
  if (entry.isDirectory()) walk(path); else kept.push(JSON.parse(readFileSync(path, 'utf8')));
} };
walk(process.argv[1] + '/sessions');
process.stderr.write(JSON.stringify({ ms: performance.now() - begun, files: kept.length, rss: process.resourceUsage().maxRSS }));
`;

/** The built program, started as a person starts it; peak memory is told when it ends. */
const PROGRAM = `
const begun = performance.now();
process.on('exit', () => require('node:fs').writeSync(2, JSON.stringify({ ms: performance.now() - begun, rss: process.resourceUsage().maxRSS })));
process.argv.splice(1, 0, 'api-quiz');
const root = process.argv.splice(2, 1)[0];
require(root + '/dist/start.js').main(root);
`;

interface Measured {
  ms: number;
  rss: number;
}

async function main(answers: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-bench-'));
  try {
    await writeSeededHome(home, answers);
    // A copy: a build that happens meanwhile must not change what is measured.
    cpSync(join(ROOT, 'dist'), join(home, 'dist'), { recursive: true });
    const times = new Map<string, Measured[]>(['read and parse', ...FORMATS].map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, measured] of times)
        measured.push(name === 'read and parse' ? baseline(home) : program(home, name));
    }
    print(times, answers);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function print(times: ReadonlyMap<string, readonly Measured[]>, answers: number): void {
  const base = medianOf(times.get('read and parse') ?? []);
  console.log(
    `A report over ${answers} answers, medians of ${ROUNDS} interleaved runs in processes of their own, start included.`,
  );
  for (const [name, measured] of times) {
    const ms = medianOf(measured);
    const peak = Math.max(...measured.map(({ rss }) => rss)) / 1024;
    console.log(
      `${name.padEnd(16)}${ms.toFixed(0).padStart(7)} ms   ${(ms / base).toFixed(2)} x   peak ${peak.toFixed(0).padStart(5)} MB`,
    );
  }
  const worst = Math.max(...FORMATS.map((name) => medianOf(times.get(name) ?? []) / base));
  console.log(
    `Target: every format within ${LIMIT} x; worst ${worst.toFixed(2)} x: ${worst <= LIMIT ? 'met' : 'MISSED'}.`,
  );
}

function baseline(home: string): Measured {
  return run(['-e', BASELINE, home], {});
}

function program(home: string, format: string): Measured {
  return run(['-e', PROGRAM, home, 'report', '--format', format, '--now', '2026-11-20T20:00:00Z'], {
    API_QUIZ_HOME: home,
  });
}

function run(args: string[], env: Record<string, string>): Measured {
  // The report goes to a file, as a shell would put it there; figures come on stderr.
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-run-'));
  try {
    const out = execFileSync('sh', ['-c', 'exec "$0" "$@" 2>&1 >"$OUT"', process.execPath, ...args], {
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC', OUT: join(folder, 'out'), ...env },
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    return JSON.parse(out.slice(out.lastIndexOf('{'))) as Measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function medianOf(measured: readonly Measured[]): number {
  const sorted = measured.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

await main(Number(process.argv[2] ?? 100_000));
