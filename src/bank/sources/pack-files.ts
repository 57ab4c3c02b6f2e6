// The files of a pack from elsewhere: which of a tree are taken, held to limits, and their hash. Nothing else of a tree is ever written.

import { createHash } from 'node:crypto';
import { MAX_FILE_BYTES } from '../../question/file-limit.js';
import { Failure } from '../../text/failure.js';

export interface PackFileEntry {
  /** Relative to the pack, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

const MOST_FILES = 50_000;
const MOST_TOTAL = 256 * 1024 * 1024;
const MOST_OTHER = 1024 * 1024;
const MOST_DEPTH = 5;
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Is this path one of a pack: question files, answers beside them, pack.yaml, licence, README? */
export function isPackPath(path: string): boolean {
  const parts = path.split('/');
  if (parts.length > MOST_DEPTH || !parts.every(isSafeName)) return false;
  const [name = ''] = parts.slice(-1);
  return /\.(md|yaml)$/.test(name)
    ? !name.endsWith('.yaml') || parts.length === 1 || name.endsWith('.answers.yaml')
    : parts.length === 1 && /^(licen[cs]e|copying)(\.txt)?$/i.test(name);
}

/** No way out of a folder, no hidden file, nothing that Windows or a terminal takes for something else. */
const isSafeName = (name: string) =>
  /^[\w][\w .()-]{0,100}$/.test(name) && !/[. ]$/.test(name) && !DEVICE_NAME.test(name);

/** Adds up what a pack may be: throws Failure `pack-too-large` beyond 50,000 files, 256 MiB, or 64 KiB for one question. */
export class PackLimits {
  private files = 0;
  private total = 0;

  add(path: string, size: number): void {
    this.files += 1;
    this.total += size;
    const most = path.endsWith('.md') ? MAX_FILE_BYTES : MOST_OTHER;
    if (this.files > MOST_FILES) throw new Failure('pack-too-large', { what: `${MOST_FILES} files` });
    if (size > most) throw new Failure('pack-too-large', { what: `${most} bytes in ${path}` });
    if (this.total > MOST_TOTAL) throw new Failure('pack-too-large', { what: '256 MiB' });
  }
}

/** SHA-256 over paths and contents, in the order of the paths. */
export function hashTree(files: readonly PackFileEntry[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${Buffer.byteLength(path)} ${path} ${bytes.length}\n`);
    hash.update(bytes);
  }
  return hash.digest('hex');
}

/** The files below a folder of the tree, or all; Failures: `pack-empty-source` where none is a pack's, `pack-paths-clash`. */
export function withinFolder(files: readonly PackFileEntry[], sub: string): PackFileEntry[] {
  const before = sub === '' ? '' : `${sub}/`;
  const found = files
    .filter(({ path }) => path.startsWith(before))
    .map(({ path, bytes }) => ({ path: path.slice(before.length), bytes }));
  const taken = found.filter(({ path }) => isPackPath(path));
  if (!taken.some(({ path }) => path.endsWith('.md'))) throw new Failure('pack-empty-source');
  refuseClashes(taken.map(({ path }) => path));
  return taken;
}

/** The same path twice, two that differ in capitals only, a file where another needs a folder: on some disk one would be written over. */
function refuseClashes(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const other = seen.get(path.toLowerCase());
    if (other !== undefined) throw new Failure('pack-paths-clash', { one: other, other: path });
    seen.set(path.toLowerCase(), path);
  }
  for (const path of paths)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const other = seen.get(path.slice(0, end).toLowerCase());
      if (other !== undefined) throw new Failure('pack-paths-clash', { one: other, other: path });
    }
}
