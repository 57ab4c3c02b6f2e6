// Checkpoints in the cache folder: written whole, and read only where nothing about them is odd.

import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checksum, inHex } from '../../disk/checksum.js';
import { errnoOf } from '../../disk/errno.js';
import { makeFolder } from '../../disk/folders.js';
import { readBounded } from '../../disk/read-bounded.js';
import { writeWhole } from '../../disk/write-whole.js';
import { Failure } from '../../text/failure.js';
import { cacheFolder } from '../home.js';
import type { Ledger } from './ledger.js';
import { openValue, renderValue } from './value-bytes.js';

/** A ledger, and what the answers it stands for come to: as the bytes that are kept, for a large value is not to lie about twice. */
export interface Checkpoint {
  ledger: Ledger;
  value: Buffer;
  /** The same at its tip; null where it has none. */
  tip: Buffer | null;
}

/** One that was kept: each value is decoded when it is asked for. */
export interface KeptCheckpoint<Value> {
  ledger: Ledger;
  value(): Value;
  /** Of a ledger that has a tip. */
  tip(): Value;
}

/** A hundred times what 100,000 answers make. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Eight hexadecimal digits and a line feed in front. */
const SEAL_LENGTH = 9;

const folderOf = (home: string): string => join(cacheFolder(home), 'answers');

/** What it depends on besides the answers, such as the version of the program and the topics: in its name and in it. */
const nameOf = (made: string): string => `${inHex(checksum(made))}.checkpoint`;

/** What stands in its first line: what it depends on, and the bytes of ledger, value and tip behind it. */
interface Head {
  made: string;
  parts: [ledger: number, value: number, tip: number];
}

/** Undefined where there is none made so, or where it is damaged. */
export function readCheckpoint<Value>(home: string, made: string): KeptCheckpoint<Value> | undefined {
  const read = readBounded(join(folderOf(home), nameOf(made)), MOST_BYTES);
  if (!('bytes' in read)) return undefined;
  const content = read.bytes.subarray(SEAL_LENGTH);
  if (read.bytes.toString('latin1', 0, SEAL_LENGTH) !== sealOf([content])) return undefined;
  // Bytes with their seal are bytes that this function's counterpart wrote.
  const ledgerAt = content.indexOf('\n') + 1;
  const head = JSON.parse(content.toString('utf8', 0, ledgerAt)) as Head;
  if (head.made !== made) return undefined;
  const valueAt = ledgerAt + head.parts[0];
  const tipAt = valueAt + head.parts[1];
  return {
    ledger: JSON.parse(content.toString('utf8', ledgerAt, valueAt)) as Ledger,
    value: () => openValue(content.subarray(valueAt, tipAt)) as Value,
    tip: () => openValue(content.subarray(tipAt)) as Value,
  };
}

/** One that cannot be written costs time only, so nothing is said about it. */
export function saveCheckpoint(home: string, made: string, checkpoint: Checkpoint): void {
  const { ledger, value, tip } = checkpoint;
  const parts = [Buffer.from(JSON.stringify(ledger)), value, tip ?? renderValue(null)];
  const head = JSON.stringify({ made, parts: parts.map(({ length }) => length) });
  const content = [Buffer.from(`${head}\n`), ...parts];
  const name = nameOf(made);
  try {
    makeFolder(folderOf(home));
    writeWhole(join(folderOf(home), name), [sealOf(content), ...content], true);
    sweep(folderOf(home), name);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

function sealOf(content: readonly Buffer[]): string {
  return `${inHex(content.reduce((before, piece) => checksum(piece, before), 0))}\n`;
}

/** Of other versions and other packs so many are kept. */
const MOST_KEPT = 3;
const DRAFT_AGE_MS = 3_600_000;

function sweep(folder: string, kept: string): void {
  try {
    const others = readdirSync(folder)
      .filter((name) => name !== kept)
      .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    const isDraft = ({ path }: { path: string }) => path.endsWith('.tmp');
    const lost = others.filter((one) => isDraft(one) && Date.now() - one.at > DRAFT_AGE_MS);
    const older = others.filter((one) => !isDraft(one)).slice(MOST_KEPT);
    for (const { path } of [...lost, ...older]) rmSync(path, { force: true });
  } catch (error) {
    // Another process swept, or what lies there is not ours to remove.
    errnoOf(error);
  }
}
