// Where segments lie: the folders below `sessions` and the record files in them, with what else is found on the way.

import { type Dirent, rmSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { errnoOf } from '../disk/errno.js';
import { listFolder } from '../disk/folders.js';
import { itemsFolder, sessionsFolder } from './home.js';
import { backupOf, type SetAside, unreadableFolder } from './load-record.js';
import { isSharedHome } from './shared-home.js';

export interface SegmentFile {
  /** Of the record, which may be there as its backup alone. */
  path: string;
  /** Of what lies there, within its folder. */
  name: string;
}

export interface FoundBeside {
  /** Files not used this time, and why. */
  setAside: SetAside[];
  /** Files set aside at an earlier time and still there. */
  earlier: string[];
  /** Left-overs of interrupted writes, removed now. */
  swept: string[];
}

export interface SegmentFolder {
  /** `2026-11`; empty for `sessions` itself, in which files copied to the wrong level are read too. */
  name: string;
  path: string;
}

/** A writer's temporary file lives for milliseconds; one of this age (ms) has lost its writer. */
const ORPHAN_AGE_MS = 3_600_000;
const TEMPORARY = /\.tmp-[0-9a-f]+$/;

/** Every folder that may hold segments, `sessions` itself last. */
export function segmentFolders(home: string, beside: FoundBeside): SegmentFolder[] {
  const root = sessionsFolder(home);
  const months = entriesOf(root, beside).filter(isMonth);
  return [...months.map(({ name }) => ({ name, path: join(root, name) })), { name: '', path: root }];
}

/** The record files of one folder; sweeps left-overs of writers, but in a shared home. */
export function segmentFilesIn(
  { name, path }: SegmentFolder,
  shared: () => boolean,
  beside: FoundBeside,
): SegmentFile[] {
  const entries = entriesOf(path, beside).filter((entry) => name !== '' || !isMonth(entry));
  const names = new Set(entries.map((entry) => entry.name));
  const files: SegmentFile[] = [];
  for (const entry of entries) {
    // Not `join`, which looks at every letter: a month has hundreds of files.
    const file = `${path}${sep}${entry.name}`;
    if (entry.name.endsWith('.json') || entry.isSymbolicLink()) {
      if (entry.isFile()) files.push({ path: file, name: entry.name });
      else beside.setAside.push(notRegular(file, entry));
    } else if (entry.name.includes('.json.corrupt-') || entry.name.includes('.json.bak.corrupt-'))
      beside.earlier.push(file);
    else if (TEMPORARY.test(entry.name)) {
      if (!shared()) sweepFile(file, beside);
    } else if (isOrphanBackup(entry, names))
      files.push({ path: file.slice(0, -backupOf('').length), name: entry.name });
  }
  return files;
}

/** Left-overs in the home itself and among the items; a shared home is left alone. */
export function sweepHome(home: string, beside: FoundBeside): void {
  if (isSharedHome(home)) return;
  for (const folder of [home, itemsFolder(home)]) {
    for (const entry of entriesOf(folder, beside)) {
      if (entry.isFile() && TEMPORARY.test(entry.name)) sweepFile(join(folder, entry.name), beside);
    }
  }
}

const isMonth = (entry: Dirent): boolean => entry.isDirectory() && !entry.name.endsWith('.json');

const isOrphanBackup = (entry: Dirent, names: ReadonlySet<string>): boolean =>
  entry.isFile() &&
  entry.name.endsWith(backupOf('.json')) &&
  !names.has(entry.name.slice(0, -backupOf('').length));

function notRegular(file: string, entry: Dirent): SetAside {
  const detail = entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'special';
  return { file, code: 'file-not-regular', detail, movedTo: null, recovered: false };
}

/** None where it is not there, or may not be looked into, which is told. */
function entriesOf(folder: string, { setAside }: FoundBeside): Dirent[] {
  const listed = listFolder(folder);
  if ('entries' in listed) return listed.entries;
  const known = setAside.some(({ file }) => file === folder);
  if (listed.reason !== 'ENOENT' && !known) setAside.push(unreadableFolder(folder, listed.reason));
  return [];
}

function sweepFile(path: string, { swept }: FoundBeside): void {
  try {
    if (Date.now() - statSync(path).mtimeMs < ORPHAN_AGE_MS) return;
    rmSync(path);
    swept.push(path);
  } catch (error) {
    // Its writer, or another sweeper, was faster; or the folder is read-only, and then it may stay.
    errnoOf(error);
  }
}
