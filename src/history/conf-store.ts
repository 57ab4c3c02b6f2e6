// The one file that knows conf: one record written as one conf store, guarded against what conf's writer does not notice.

import { lstatSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type ConfStore from 'conf';
import { fileFailure } from '../disk/errno.js';
import { makeFolder } from '../disk/folders.js';
import { Failure } from '../text/failure.js';
import { backupOf } from './load-record.js';
import { isWhole, renderSealed } from './sealed-json.js';

let Conf: typeof ConfStore | undefined;

/** Loads conf, which start-up does without. To be awaited once before the first `save…` of any kind. */
export async function prepareStore(): Promise<void> {
  Conf ??= (await import('conf')).default;
}

/**
 * Writes the record (mode 0600, its folders 0700) and keeps the state before it in `.bak`. When it returns, the record is
 * whole on disk. Failures: `disk-full`, `folder-unwritable`, `file-in-the-way`, `file-unwritable`; the state before is
 * then still there, and nothing torn stands in its place.
 */
export function saveRecord(
  path: string,
  value: object,
  render: (value: object) => string = renderSealed,
): void {
  const text = render(value);
  try {
    // conf retries for a whole second when it may not write, so that is found out first.
    makeFolder(dirname(path));
    const existed = checkTarget(path);
    const kept = existed && keepCopy(path);
    writeThroughConf(path, text);
    if (isTorn(path, text)) {
      if (kept) renameSync(backupOf(path), path);
      else rmSync(path, { force: true });
      throw new Failure('disk-full', { path });
    }
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** True where there is a file to be replaced. A link is followed, as conf does: settings may live elsewhere. */
function checkTarget(path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return false;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats !== undefined && !stats.isFile()) throw new Failure('file-in-the-way', { path });
  return stats !== undefined;
}

/** Copies the file to `.bak` if it is good; a damaged one must not replace a good copy. */
function keepCopy(path: string): boolean {
  const bytes = readFileSync(path);
  if (!isWhole(bytes)) return false;
  try {
    writeFileSync(backupOf(path), bytes, { mode: 0o600 });
    return true;
  } catch (error) {
    rmSync(backupOf(path), { force: true });
    throw error;
  }
}

function writeThroughConf(path: string, text: string): void {
  if (Conf === undefined) throw new Error('prepareStore() has not been awaited');
  const store = new Conf({
    projectName: 'api-quiz',
    projectSuffix: '',
    cwd: dirname(path),
    configName: basename(path, '.json'),
    configFileMode: 0o600,
    serialize: () => text,
    // The old content is of no use to the writer, and conf would throw if it were damaged.
    deserialize: () => ({}),
  });
  store.store = {};
}

/** conf ignores short writes. Other bytes than a part of ours were written by another process since, and whole. */
function isTorn(path: string, text: string): boolean {
  const wanted = Buffer.byteLength(text);
  if (statSync(path).size === wanted) return false;
  const found = readFileSync(path);
  return found.length < wanted && Buffer.from(text).subarray(0, found.length).equals(found);
}
