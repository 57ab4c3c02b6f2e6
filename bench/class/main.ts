// `npm run bench:class [-- answers …]`: a class report over so many answers against reading and JSON-parsing the same lines, interleaved.

import { execFileSync } from 'node:child_process';
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderNdjson } from '../../src/exchange/answers/ndjson.js';
import { classItems, classRows } from './seeded-class.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ROUNDS = 3;
const PER_PERSON = 200;
const MOST_RATIO = 2.5;
const MOST_MB = 400;

/** What any program that reports on these files has to do: read every line and parse it. */
const BASELINE = `
const { readdirSync, createReadStream } = require('node:fs');
const begun = process.cpuUsage();
(async () => {
  let rows = 0;
  for (const name of readdirSync(process.argv[1]).sort()) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of createReadStream(process.argv[1] + '/' + name, { highWaterMark: 262144 })) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\\n');
      rest = lines.pop();
      for (const line of lines) { JSON.parse(line); rows += 1; }
    }
  }
  const { user, system } = process.cpuUsage(begun);
  process.stderr.write(JSON.stringify({ ms: (user + system) / 1000, rss: process.resourceUsage().maxRSS, rows }));
})();
`;

/** The built program as a person starts it; its CPU time, for the machine is shared. */
const PROGRAM = `
const begun = process.cpuUsage();
process.on('exit', () => { const { user, system } = process.cpuUsage(begun); require('node:fs').writeSync(2, JSON.stringify({ ms: (user + system) / 1000, rss: process.resourceUsage().maxRSS })); });
process.argv.splice(1, 0, 'api-quiz');
const root = process.argv.splice(2, 1)[0];
require(root + '/dist/start.js').main(root);
`;

interface Measured {
  ms: number;
  rss: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function bench(answers: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'api-quiz-class-'));
  try {
    writeClass(join(folder, 'class'), answers);
    cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
    const rounds = Array.from({ length: ROUNDS }, () => ({
      read: run(folder, ['-e', BASELINE, join(folder, 'class')]),
      report: run(folder, [
        '-e',
        PROGRAM,
        folder,
        'report',
        '--from',
        join(folder, 'class'),
        '--format',
        'json',
        '--now',
        '2026-11-20T20:00:00Z',
      ]),
    }));
    const [read, report] = [
      median(rounds.map((one) => one.read.ms)),
      median(rounds.map((one) => one.report.ms)),
    ];
    const peak = Math.max(...rounds.map((one) => one.report.rss)) / 1024;
    // A start of the program costs the same for ten answers and for a million.
    const met = (report / read <= MOST_RATIO || answers < 100_000) && peak <= MOST_MB;
    console.log(
      `${String(answers).padStart(8)} answers of ${Math.ceil(answers / PER_PERSON)} people: read and parse ${read.toFixed(0)} ms CPU, report ${report.toFixed(0)} ms, ` +
        `ratio ${(report / read).toFixed(2)}, peak ${peak.toFixed(0)} MB: ${met ? 'met' : 'MISSED'} (at most ${MOST_RATIO} x and ${MOST_MB} MB)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeClass(folder: string, answers: number): void {
  mkdirSync(folder);
  const people = Math.ceil(answers / PER_PERSON);
  const rows = classRows({ people, answers: PER_PERSON, seed: 1 }, classItems(660, 1));
  const descriptor = openSync(join(folder, 'class.ndjson'), 'w');
  for (const piece of renderNdjson(rows)) writeSync(descriptor, piece);
  closeSync(descriptor);
}

function run(folder: string, args: string[]): Measured {
  const out = execFileSync('sh', ['-c', 'exec "$0" "$@" 2>&1 >"$OUT"', process.execPath, ...args], {
    env: {
      PATH: process.env.PATH ?? '',
      TZ: 'UTC',
      OUT: join(folder, 'out'),
      API_QUIZ_HOME: join(folder, 'home'),
    },
    encoding: 'utf8',
  });
  return JSON.parse(out.slice(out.lastIndexOf('{"ms"'))) as Measured;
}

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) bench(size);
