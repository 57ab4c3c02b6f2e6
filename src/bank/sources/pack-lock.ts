// packs.json: the packs from elsewhere, each pinned to a commit or checksum and to the hash of its files.

import { join } from 'node:path';
import { readBounded } from '../../disk/read-bounded.js';
import { writeWhole } from '../../disk/write-whole.js';
import { Failure } from '../../text/failure.js';

export interface LockedPack {
  /** Lower-case letters, digits and hyphens, at most 80; the folder is called so, and so is the pack in bank and history. */
  name: string;
  /** As typed. */
  source: string;
  /** Commit of a git source, else the checksum of the tarball; of a folder none. */
  pin: string;
  /** SHA-256 of the files, hexadecimal. */
  tree: string;
  files: number;
  /** First line of the licence file; empty without one. */
  licence: string;
  /** Instants, ISO 8601. */
  added: string;
  checked: string;
}

const MOST_BYTES = 4 * 1024 * 1024;
const lockFile = (home: string) => join(home, 'packs.json');

/** Where the files of a pack lie: a folder per content, so that none is ever changed. */
export const contentFolder = (home: string, { name, tree }: Pick<LockedPack, 'name' | 'tree'>): string =>
  join(home, 'packs', name, tree.slice(0, 12));

/** In the order they were added; throws Failure `pack-lock-damaged`. */
export function readLock(home: string): LockedPack[] {
  const read = readBounded(lockFile(home), MOST_BYTES);
  if (!('bytes' in read)) {
    if (read.code === 'file-missing') return [];
    throw new Failure('pack-lock-damaged', { file: lockFile(home) });
  }
  let json: unknown;
  try {
    json = JSON.parse(read.bytes.toString('utf8'));
  } catch {
    throw new Failure('pack-lock-damaged', { file: lockFile(home) });
  }
  if (!isLock(json)) throw new Failure('pack-lock-damaged', { file: lockFile(home) });
  return json.packs;
}

/** Written whole. */
export function writeLock(home: string, packs: readonly LockedPack[]): void {
  writeWhole(lockFile(home), [`${JSON.stringify({ version: 1, packs }, null, 2)}\n`], true);
}

const isLock = (value: unknown): value is { packs: LockedPack[] } =>
  typeof value === 'object' &&
  value !== null &&
  'packs' in value &&
  Array.isArray(value.packs) &&
  value.packs.every(isLocked);

/** Name and hash become parts of paths, so they are held to their form. */
function isLocked(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['name', 'source', 'pin', 'tree', 'licence', 'added', 'checked'].map((field): unknown =>
    Reflect.get(value, field),
  );
  return (
    texts.every((text) => typeof text === 'string') &&
    /^[a-z0-9-]{1,80}$/.test(String(texts[0])) &&
    /^[0-9a-f]{64}$/.test(String(texts[3]))
  );
}
