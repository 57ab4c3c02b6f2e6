// `--from`: a sitting or a plan towards a job advert. The text stays on this machine; what was found in it is told before anything starts.

import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import type { Advertised } from '../bank/advert.js';
import { readBounded } from '../disk/read-bounded.js';
import type { Settings } from '../history/setting-rows.js';
import { Failure } from '../text/failure.js';
import { percent } from '../text/number.js';
import { safeLine } from '../text/safe.js';
import { openPool } from './open-bank.js';
import type { Options } from './options.js';
import { tellLines } from './print.js';
import type { World } from './world.js';

/** Longer than any advert. */
const MAX_BYTES = 256 * 1024;

/** What a verb goes on with: its world (the keyboard again, where the text came from standard input), its options, and shares of topics. */
export interface Towards {
  world: World;
  options: Options;
  /** To be spread over what was opened; nothing where there is no advert, or topics were typed. */
  shares: { shares?: ReadonlyMap<string, number> };
}

/** Without `--from`, what was given. Topics that were typed stay. Failures: `advert-unreadable`, `advert-says-nothing`. */
export async function towardsAdvert(world: World, settings: Settings, options: Options): Promise<Towards> {
  const { from } = options;
  if (from === undefined) return { world, options, shares: {} };
  const text = from === '-' ? await readInput(world) : readFile(from);
  const { advertised } = await import('../bank/advert.js');
  const { bank, entries } = await openPool(world, settings, { ...options, topic: undefined });
  const found = advertised(bank, entries, text);
  if (found.shares.size === 0) throw new Failure('advert-says-nothing', { path: from });
  tell(world, found, options.topic !== undefined);
  const typed = options.topic !== undefined;
  return {
    world: from === '-' ? atKeyboard(world) : world,
    options: typed ? options : { ...options, topic: [...found.shares.keys()] },
    shares: typed ? {} : { shares: found.shares },
  };
}

function readFile(path: string): string {
  const read = readBounded(path, MAX_BYTES);
  if (!('bytes' in read)) throw new Failure('advert-unreadable', { path, reason: read.reason });
  return read.bytes.toString('utf8');
}

async function readInput({ stdin }: World): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stdin) {
    parts.push(Buffer.from(part));
    length += parts.at(-1)!.length;
    if (length > MAX_BYTES)
      throw new Failure('advert-unreadable', { path: '-', reason: `more than ${MAX_BYTES} bytes` });
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Standard input has been read to its end: answers come from the terminal itself, where there is one. */
function atKeyboard(world: World): World {
  if (!world.stdout.isTTY || process.platform === 'win32') return world;
  try {
    return { ...world, stdin: new ReadStream(openSync('/dev/tty', 'r')) };
  } catch {
    return world;
  }
}

/** On stderr: stdout may be read by a program. */
function tell(world: World, { shares, concepts }: Advertised, typed: boolean): void {
  const topics = [...shares].map(([slug, share]) => `${slug} ${percent(share)}`).join(', ');
  tellLines(world, [
    `The advert speaks of: ${safeLine(topics)}`,
    ...(concepts.length > 0 ? [`Most of: ${safeLine(concepts.join(', '))}`] : []),
    typed
      ? 'Asked: the topics you typed.'
      : 'Asked: these topics, in these shares. Other ones: --topic NAMES; less of them: --concept NAMES',
  ]);
}
