// Runs the program as main.ts does, in a world of the test's own: temporary home, fixture pack, fixed clock, captured output.

import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import type { World } from '../../src/app/world.js';
import { runProgram } from '../../src/program.js';
import { Failure } from '../../src/text/failure.js';
import { failureLine } from '../../src/text/failure-line.js';
import { temporaryHome } from './home.js';
import { SAMPLES } from './sample-pack.js';

/** 2026-11-20T09:00:00Z */
export const NOW = Date.UTC(2026, 10, 20, 9);

/** The pack that the build ships. */
export const SHIPPED: World['builtIn'] = { compiled: join('dist', 'core.pack'), folder: 'questions' };

export interface Call {
  home: string;
  env?: Readonly<Record<string, string>>;
  /** ms; it stands still. */
  now?: number;
  /** Lines typed; then the input ends. */
  input?: readonly string[];
  /** A terminal of this width for what is printed; none when left out. */
  columns?: number;
  builtIn?: World['builtIn'];
  /** The verbs commander is told of; see `runProgram`. */
  toldOf?: Parameters<typeof runProgram>[2];
}

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Bugs are thrown; wrong use is code 2 and its one line. */
export async function run(args: readonly string[], call: Call = { home: temporaryHome() }): Promise<Ran> {
  return runWith(args, call, Readable.from((call.input ?? []).map((line) => `${line}\n`)), () => {});
}

/** The JSON a verb printed. Throws when it did not end well. */
export async function runJson<T>(args: readonly string[], call?: Call): Promise<T> {
  const { code, out, err } = await run([...args, '--json'], call);
  if (code > 1) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out) as T;
}

/** An event of the JSON player. */
export interface Event extends Record<string, unknown> {
  event: string;
}

/** What a program says to an event; null ends the input, undefined says nothing. */
export type Reply = (event: Event) => Record<string, unknown> | null | undefined;

/** A sitting driven through `--json`: every event, and how it ended. */
export async function drive(
  args: readonly string[],
  call: Call,
  reply: Reply,
): Promise<Ran & { events: Event[] }> {
  const stdin = new PassThrough();
  const events: Event[] = [];
  const ran = await runWith([...args, '--json'], call, stdin, (text) => {
    for (const line of text.trimEnd().split('\n')) {
      const event = JSON.parse(line) as Event;
      events.push(event);
      const said = reply(event);
      if (said === null) stdin.end();
      else if (said !== undefined) stdin.write(`${JSON.stringify(said)}\n`);
    }
  });
  return { ...ran, events };
}

/** The keys of the sample questions, by item; `talk` and `story` are open. */
const KEYS: Readonly<Record<string, unknown>> = {
  'sample/one': 'same-key',
  'sample/tall': 'first',
  'sample/truth': false,
  'sample/several': ['get', 'put'],
  'sample/figure': '8.76',
  'sample/word': 'idempotent',
  'sample/steps': ['resolve', 'connect', 'request', 'answer'],
};

/** Skips the open ones, answers the others right or, when `isWrong` says so, skips them too. */
export const answering =
  (isWrong: (item: string) => boolean = () => false): Reply =>
  ({ event, item }) => {
    if (event === 'verdict') return { action: 'next' };
    if (event !== 'question') return undefined;
    const response = KEYS[item as string];
    return response === undefined || isWrong(item as string)
      ? { action: 'skip' }
      : { action: 'answer', response };
  };

/** The items asked, in order. */
export const asked = (events: readonly Event[]): string[] =>
  events.flatMap(({ event, item }) => (event === 'question' ? [item as string] : []));

let worlds = 0;

/** Runs with an input of the test's own; `hear` is told what is printed while it runs. */
export async function runWith(
  args: readonly string[],
  call: Call,
  stdin: NodeJS.ReadableStream,
  hear: (text: string) => void,
): Promise<Ran> {
  const said = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    ({
      isTTY: call.columns !== undefined,
      columns: call.columns,
      write(text: string) {
        said[name] += text;
        if (name === 'out') hear(text);
        return true;
      },
    }) as never;
  worlds += 1;
  const world: World = {
    env: call.env ?? { NO_COLOR: '1' },
    version: '0.0.0',
    stdin,
    stdout: stream('out'),
    stderr: stream('err'),
    now: () => call.now ?? NOW,
    random: randomFrom(worlds),
    home: call.home,
    builtIn: call.builtIn ?? SAMPLES,
    onInterrupt: () => () => {},
  };
  try {
    return { code: await runProgram(world, args, call.toldOf), ...said };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: 2, out: said.out, err: `${said.err}${failureLine(error)}\n` };
  }
}

/** Another stream for every world, as between processes (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
