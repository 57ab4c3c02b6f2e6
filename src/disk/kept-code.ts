// What V8 made of the program's files, in one file a verb: the next start of that verb need not compile them.

import { dirname } from 'node:path';
import { makeFolder } from './folders.js';
import { readBounded } from './read-bounded.js';
import { writeWhole } from './write-whole.js';

/** What was compiled of the files that the program has read; by name, as they name each other. */
export interface CompiledCode {
  /** The file it is kept in; undefined where nothing is. */
  readonly keptAt: string | undefined;
  /** Which build of the program, Node and processor it is of: for others it is worth nothing. */
  readonly madeOf: string;
  /** True where a file was compiled that was not among what was kept. */
  isNew(): boolean;
  /** What was kept, and what has been compiled since, functions called so far included. */
  all(): ReadonlyMap<string, Buffer>;
}

/** Bytes; all verbs' files together come to less. */
const LIMIT = 16 * 2 ** 20;

/**
 * What was kept at the path; empty where nothing is, where it was made of something else, and where a bit of it has flipped: V8 runs what
 * it is given without a check of its own. It is kept twice over, for comparing needs none of Node's modules: a checksum's costs a millisecond.
 */
export function readKept(path: string, madeOf: string): ReadonlyMap<string, Buffer> {
  const read = readBounded(path, LIMIT);
  if (!('bytes' in read)) return new Map();
  const half = read.bytes.length / 2;
  const bytes = read.bytes.subarray(0, half);
  if (!bytes.equals(read.bytes.subarray(half))) return new Map();
  let end = bytes.indexOf('\n') + 1;
  const [made, ...names] = bytes.toString('utf8', 0, end).trimEnd().split(' / ');
  if (made !== madeOf) return new Map();
  const kept = new Map<string, Buffer>();
  for (const named of names) {
    const [name = '', length] = named.split(' ');
    kept.set(name, bytes.subarray(end, end + Number(length)));
    end += Number(length);
  }
  return kept;
}

/** Keeps it there, whole or not at all, folder made. Throws Failure where it cannot be written. */
export function writeKept(path: string, madeOf: string, codes: ReadonlyMap<string, Buffer>): void {
  const files = [...codes].map(([name, { length }]) => `${name} ${length}`);
  const pieces = [`${[madeOf, ...files].join(' / ')}\n`, ...codes.values()];
  makeFolder(dirname(path));
  writeWhole(path, [...pieces, ...pieces], true);
}
