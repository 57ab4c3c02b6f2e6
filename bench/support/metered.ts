// A program run once under the meter: wall time, CPU time of all its threads, peak memory.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Cost } from './pairs.js';

const METER = join(import.meta.dirname, 'meter.cjs');

export interface Metered {
  /** The Node binary. */
  node: string;
  env: NodeJS.ProcessEnv;
  /** Measured until this was printed, which it has to be; to the end of the process where it is left out. */
  until?: string;
}

/** `NODE_EXTRA_CA_CERTS` left out: set, it adds more to every start of Node 20 than all that is measured here. */
export function benchEnvironment(home: string): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
  return { ...env, API_QUIZ_HOME: home };
}

/** Runs `node args…` with empty input. Throws where it does not end with 0, and where it never prints what is waited for. */
export function runMetered(args: readonly string[], { node, env, until }: Metered): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(node, ['-r', METER, ...args], {
      env: until === undefined ? env : { ...env, BENCH_UNTIL: until },
      stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
    });
    let reachedMs: number | null = null;
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (until === undefined || reachedMs !== null) return;
      printed += chunk.toString();
      if (printed.includes(until)) reachedMs = performance.now() - begun;
    });
    let endedMs = Number.NaN;
    child.on('exit', () => {
      endedMs = performance.now() - begun;
    });
    const told = collect(child);
    child.on('close', (status) => {
      if (status !== 0) reject(new Error(`${args.join(' ')} ended with ${status}`));
      else if (until !== undefined && reachedMs === null)
        reject(new Error(`${args.join(' ')} never printed "${until}"`));
      else {
        const { cpuMs, memoryKb } = JSON.parse(told()) as { cpuMs: number; memoryKb: number };
        resolve({ wallMs: reachedMs ?? endedMs, cpuMs, memoryMb: memoryKb / 1024 });
      }
    });
    child.on('error', reject);
    child.stdin?.end();
  });
}

/** What is written to the fourth descriptor. */
function collect(child: ChildProcess): () => string {
  let text = '';
  (child.stdio[3] as Readable).on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
