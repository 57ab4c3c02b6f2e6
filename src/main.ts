// Composition root: process, clock, folders and terminal in, exit code out. The only catch-all, the only process.exit.

import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { OPTIONS } from './app/options.js';
import { EXIT, type ExitCode, type World } from './app/world.js';
import { errnoOf } from './disk/errno.js';
import { type CompiledCode, writeKept } from './disk/kept-code.js';
import { randomBytes } from './disk/random-bytes.js';
import { standardInput, standardOutput } from './disk/standard-streams.js';
import { homeFolder } from './history/home.js';
import { Failure } from './text/failure.js';
import { failureLine } from './text/failure-line.js';
import { isInstant } from './text/instant.js';
import { safeText } from './text/safe.js';

declare const __VERSION__: string | undefined;

const VERSION = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-dev';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const BUG = 70;

/** Runs the command line and ends the process. `root`: the folder of the package. `compiled`: of the files of the program. */
export async function main(root: string, compiled: CompiledCode): Promise<void> {
  const args = process.argv.slice(2);
  if (asksVersion(args) && isWrittenAtOnce(`${VERSION}\n`)) return;
  const output = standardOutput((error) => process.exit(afterFailedOutput(error)));
  // Thrown by a timer or a signal's handler: no caller is left that could report it.
  process.on('uncaughtException', (error) => process.exit(report(error)));
  let code: ExitCode | typeof BUG;
  try {
    const world = makeWorld(root, args, output.stream);
    code = await run(world, args);
    if (code === EXIT.fine) keep(compiled);
  } catch (error) {
    code = error instanceof Failure && process.stderr.isTTY ? await tellWrapped(error) : report(error);
  }
  process.exitCode = code;
  // Prompts may leave stdin open; everything is saved synchronously, so there is nothing left to wait for but the output.
  output.whenWritten((error) => process.exit(error ? afterFailedOutput(error) : code));
}

/** `--version` and nothing else: told without reading a verb, and without Node's streams. commander says the same. */
const asksVersion = ([first, ...rest]: readonly string[]): boolean =>
  rest.length === 0 && (first === '--version' || first === '-V');

/** False where the output does not take it now: then it is written, or what is wrong told, as for every verb. */
function isWrittenAtOnce(line: string): boolean {
  try {
    return writeSync(1, line) === line.length;
  } catch (error) {
    errnoOf(error);
    return false;
  }
}

async function run(world: World, args: readonly string[]): Promise<ExitCode> {
  const { runProgram } = await import('./program.js');
  return runProgram(world, args);
}

function keep(compiled: CompiledCode): void {
  const { keptAt, madeOf } = compiled;
  if (keptAt === undefined || !compiled.isNew()) return;
  try {
    writeKept(keptAt, madeOf, compiled.all());
  } catch (error) {
    // Then the next start compiles again.
    if (!(error instanceof Failure)) throw error;
  }
}

/** A closed pipe (`| head`) is no error of ours; a full disk behind `>` is one to be told. */
function afterFailedOutput({ code = 'unknown' }: NodeJS.ErrnoException): ExitCode {
  if (code === 'EPIPE') return EXIT.fine;
  // The terminal is gone.
  if (code === 'EIO') return EXIT.interrupted;
  return report(new Failure('output-failed', { reason: code })) as ExitCode;
}

function makeWorld(root: string, args: readonly string[], stdout: World['stdout']): World {
  const handlers = new Set<() => void>();
  // Asked for when it is needed: help is given without a home too.
  let home: string | undefined;
  let stdin: World['stdin'] | undefined;
  const runHandlers = () => {
    for (const handler of [...handlers]) {
      handlers.delete(handler);
      handler();
    }
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      runHandlers();
      process.exit(EXIT.interrupted);
    });
  }
  // A terminal that closes its end empties the event loop: the last chance to record it.
  process.on('exit', runHandlers);
  return {
    env: process.env,
    version: VERSION,
    // Made by Node when they are asked for: milliseconds that most verbs save.
    get stdin() {
      stdin ??= standardInput();
      return stdin;
    },
    stdout,
    get stderr() {
      return quietStderr();
    },
    now: clockFrom(args),
    random: realRandom,
    get home() {
      home ??= homeFolder(process.env);
      return home;
    },
    builtIn: { compiled: join(root, 'dist', 'core.pack'), folder: join(root, 'questions') },
    onInterrupt(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  };
}

let heard = false;

/** The stream of what goes wrong. Where nobody reads it, the exit code has to do. */
function quietStderr(): World['stderr'] {
  if (!heard) process.stderr.on('error', () => {});
  heard = true;
  return process.stderr;
}

/** 48 random bits as a number from 0 up to 1. */
const realRandom = (): number => randomBytes(6).readUIntBE(0, 6) / 2 ** 48;

/** The real clock, or one that starts at `--now` and runs on from there. Failure `clock-wrong` where no history could keep what it says. */
function clockFrom(args: readonly string[]): () => number {
  const at = args.findIndex((arg) => arg === '--now' || arg.startsWith('--now='));
  const typed = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  try {
    return steadyClock((typed === undefined ? undefined : OPTIONS.now.read(typed)) ?? Date.now());
  } catch (error) {
    // Reported as wrong use, like every other option: at the first look at the clock.
    return () => {
      throw error;
    };
  }
}

/**
 * Runs on from the instant by the time that has gone by: a clock of the machine that is set back or forward meanwhile gives no
 * time and takes none.
 */
function steadyClock(start: number): () => number {
  const begun = process.hrtime();
  return () => {
    const [seconds, nanoseconds] = process.hrtime(begun);
    const now = start + seconds * 1000 + Math.floor(nanoseconds / 1e6);
    if (!isInstant(now)) throw new Failure('clock-wrong', { when: `${now} ms since 1970` });
    return now;
  };
}

/** A program is told a failure in one line; at a terminal no word is cut in two. */
async function tellWrapped(failure: Failure): Promise<ExitCode> {
  const { wrapText } = await import('./text/fit.js');
  // A line that said what takes so long may still stand there.
  const told = wrapText(failureLine(failure), process.stderr.columns || 80).join('\n');
  quietStderr().write(`\r\u001b[K${told}\n`);
  return EXIT.wrongUse;
}

function report(error: unknown): ExitCode | typeof BUG {
  if (error instanceof Failure) {
    quietStderr().write(`${failureLine(error)}\n`);
    return EXIT.wrongUse;
  }
  if (error instanceof Error && error.name === 'Interrupted') return EXIT.interrupted;
  const stack = error instanceof Error ? error.stack : String(error);
  quietStderr().write(`api-quiz has a bug; please report it with these lines:\n${safeText(stack ?? '')}\n`);
  return BUG;
}
