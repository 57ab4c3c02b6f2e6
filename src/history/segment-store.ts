// The folder of segments: one written, all read. Reading is tolerant: one bad file never hides the others.

import { type Dirent, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { errnoOf } from '../disk/errno.js';
import { listFolder } from '../disk/folders.js';
import { saveRecord } from './conf-store.js';
import { decodeSegment } from './decode-segment.js';
import { itemsFolder, segmentFile, sessionsFolder } from './home.js';
import { backupOf, loadRecord, type SetAside, unreadableFolder } from './load-record.js';
import { mergeSegments } from './merge.js';
import { type EventBody, type EventSegment, RECORD_VERSION, type Segment } from './records.js';
import { newSegmentId } from './segment-id.js';
import { isSharedHome } from './shared-home.js';

/** Who writes, and where. */
export interface Writer {
  home: string;
  /** Version of api-quiz. */
  app: string;
  /** The machine id of the settings. */
  machine: string;
  /** Numbers in [0, 1) that differ between processes; never a seeded stream. */
  random: () => number;
}

export interface LoadedHistory {
  /** Each id once, oldest first. */
  segments: Segment[];
  /** Files not used this time, and why. */
  setAside: SetAside[];
  /** Files set aside at an earlier time and still there. */
  earlier: string[];
  /** Left-overs of interrupted writes, removed now. */
  swept: string[];
  /** Files that hold a segment under another name, as Syncthing and Dropbox leave them: read, the later state counts. */
  conflicts: string[];
}

/** A writer's temporary file lives for milliseconds; one of this age (ms) has lost its writer. */
const ORPHAN_AGE_MS = 3_600_000;
const TEMPORARY = /\.tmp-[0-9a-f]+$/;

/** Writes a segment to its file; see `saveRecord` for failures. Await `prepareStore()` once before. */
export function saveSegment(home: string, segment: Segment): void {
  saveRecord(segmentFile(home, segment.id), segment);
}

/** Writes an event as a segment of its own. Await `prepareStore()` once before. */
export function saveEvent(writer: Writer, event: EventBody, now: number): EventSegment {
  const { home, app, machine, random } = writer;
  const id = newSegmentId(now, machine, random);
  const segment: EventSegment = { version: RECORD_VERSION, kind: 'event', id, app, machine, at: now, event };
  saveSegment(home, segment);
  return segment;
}

/** All that is remembered. Never throws for what lies in the folder; sets unreadable files aside and sweeps left-overs, but in a shared home. */
export function loadSegments(home: string): LoadedHistory {
  const loaded: LoadedHistory = { segments: [], setAside: [], earlier: [], swept: [], conflicts: [] };
  const root = sessionsFolder(home);
  const shared = isSharedHome(home);
  const entries = entriesOf(root, loaded);
  const months = entries.filter((entry) => entry.isDirectory() && !entry.name.endsWith('.json'));
  for (const { name } of months)
    loadFolder(join(root, name), entriesOf(join(root, name), loaded), loaded, shared);
  // Files copied to the wrong level are read too.
  loadFolder(
    root,
    entries.filter((entry) => !months.includes(entry)),
    loaded,
    shared,
  );
  if (!shared) for (const folder of [home, itemsFolder(home)]) sweepFolder(folder, loaded);
  return { ...loaded, segments: mergeSegments(loaded.segments) };
}

function loadFolder(
  folder: string,
  entries: readonly Dirent[],
  loaded: LoadedHistory,
  shared: boolean,
): void {
  const names = new Set(entries.map((entry) => entry.name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.endsWith('.json') || entry.isSymbolicLink()) loadFile(path, entry, loaded, shared);
    else if (entry.name.includes('.json.corrupt-') || entry.name.includes('.json.bak.corrupt-'))
      loaded.earlier.push(path);
    else if (TEMPORARY.test(entry.name)) {
      if (!shared) sweepFile(path, loaded);
    } else if (isOrphanBackup(entry, names))
      loadRecordInto(path.slice(0, -backupOf('').length), loaded, shared);
  }
}

const isOrphanBackup = (entry: Dirent, names: ReadonlySet<string>): boolean =>
  entry.isFile() && entry.name.endsWith(backupOf('.json')) && !names.has(basename(entry.name, backupOf('')));

function loadFile(path: string, entry: Dirent, loaded: LoadedHistory, shared: boolean): void {
  if (entry.isFile()) {
    loadRecordInto(path, loaded, shared);
    return;
  }
  const detail = entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'special';
  loaded.setAside.push({ file: path, code: 'file-not-regular', detail, movedTo: null, recovered: false });
}

function loadRecordInto(path: string, loaded: LoadedHistory, shared: boolean): void {
  const record = loadRecord(path, decodeSegment, !shared);
  if (record.value !== undefined) {
    loaded.segments.push(record.value);
    if (basename(path) !== `${record.value.id}.json`) loaded.conflicts.push(path);
  }
  loaded.setAside.push(...record.setAside);
}

/** None where it is not there, or may not be looked into, which is told. */
function entriesOf(folder: string, loaded: LoadedHistory): Dirent[] {
  const listed = listFolder(folder);
  if ('entries' in listed) return listed.entries;
  const known = loaded.setAside.some(({ file }) => file === folder);
  if (listed.reason !== 'ENOENT' && !known) loaded.setAside.push(unreadableFolder(folder, listed.reason));
  return [];
}

function sweepFolder(folder: string, loaded: LoadedHistory): void {
  for (const entry of entriesOf(folder, loaded)) {
    if (entry.isFile() && TEMPORARY.test(entry.name)) sweepFile(join(folder, entry.name), loaded);
  }
}

function sweepFile(path: string, loaded: LoadedHistory): void {
  try {
    if (Date.now() - statSync(path).mtimeMs < ORPHAN_AGE_MS) return;
    rmSync(path);
    loaded.swept.push(path);
  } catch (error) {
    // Its writer, or another sweeper, was faster; or the folder is read-only, and then it may stay.
    errnoOf(error);
  }
}
