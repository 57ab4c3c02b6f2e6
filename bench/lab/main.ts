// `npm run bench:lab [-- <pairs>]`: what a lab adds to the start of a sitting, against questions of other types.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchEnvironment, runMetered } from '../support/metered.js';
import { measurePairs } from '../support/pairs.js';

const PROGRAM = 'bin/api-quiz.js';
const LAB = 'pay-once-when-the-answer-is-lost';
/** One question of each: what a lab's start is compared with must not hang on one of them. */
const CONTROLS = [
  ['request', 'clear-a-phone-number'],
  ['open', 'design-a-payments-api'],
  ['single-choice', 'own-write-answered-with-412'],
] as const;
/** What stands where a question, or a lab, is on the screen whole. */
const ASKED = { question: 'Type ', lab: 'Commands:' };
const AIM_MS = 15;
/** What no lab can do without: Node's own HTTP server, until it listens. */
const BARE_SERVER = `const server = require('node:http').createServer();
server.listen(0, '127.0.0.1', () => { console.log('there'); server.close(); });`;

async function main(pairs: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'api-quiz-bench-'));
  const metered = { node: process.execPath, env: benchEnvironment(home) };
  const start = (until: string, ...args: string[]) => {
    // An empty history stays one.
    rmSync(join(home, 'sessions'), { recursive: true, force: true });
    return runMetered([PROGRAM, ...args, '--plain', '--seed', '1'], { ...metered, until });
  };
  console.log(
    `What a lab adds to a sitting until its first question can be answered, medians of ${pairs} interleaved pairs; aim: at most ${AIM_MS} ms.\n`,
  );
  console.log('| against | lab, ms | question, ms | more, wall | more, CPU |\n|---|---|---|---|---|');
  try {
    for (const [type, id] of CONTROLS) {
      const { a, b } = await measurePairs(
        pairs,
        () => start(ASKED.lab, 'lab', LAB),
        () => start(ASKED.question, 'practice', id),
      );
      console.log(
        `| ${type} | ${a.wallMs.toFixed(1)} | ${b.wallMs.toFixed(1)} | ${(a.wallMs - b.wallMs).toFixed(1)} | ${(a.cpuMs - b.cpuMs).toFixed(1)} |`,
      );
    }
    const { a, b } = await measurePairs(
      pairs,
      () => runMetered(['-e', BARE_SERVER], { ...metered, until: 'there' }),
      () => runMetered(['-e', "console.log('there')"], { ...metered, until: 'there' }),
    );
    console.log(
      `\nThe floor, Node's own HTTP server against an empty program: ${(a.wallMs - b.wallMs).toFixed(1)} ms wall, ${(a.cpuMs - b.cpuMs).toFixed(1)} ms CPU.`,
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

await main(Number(process.argv[2] ?? 25));
