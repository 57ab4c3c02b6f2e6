// The segments of one side of a sync, looked at without moving, sweeping or keeping anything: the shared folder belongs to others too.

import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { listFolder } from '../../disk/folders.js';
import { readBounded } from '../../disk/read-bounded.js';
import { decodeSegment } from '../decode-segment.js';
import { sessionsFolder } from '../home.js';
import { backupOf, MAX_RECORD_BYTES, type Refusal } from '../load-record.js';
import { laterState } from '../merge.js';
import type { Segment } from '../records.js';
import { openSealed } from '../sealed-json.js';

/** One state of a segment: where it lies, and enough to tell states apart without keeping them. */
export interface SegmentState {
  id: string;
  path: string;
  steps: number;
  /** Of the bytes. */
  digest: string;
}

export interface Unreadable extends Refusal {
  file: string;
}

export interface SegmentIndex {
  /** The latest state of each segment, by id. */
  states: Map<string, SegmentState>;
  /** Files that hold a segment under another name than its own, as Syncthing and Dropbox leave them. */
  conflicts: string[];
  unreadable: Unreadable[];
}

/** Every segment below `sessions` of a home or a shared folder; links are not followed. */
export function indexSegments(root: string): SegmentIndex {
  const index: SegmentIndex = { states: new Map(), conflicts: [], unreadable: [] };
  const sessions = sessionsFolder(root);
  indexFolder(sessions, index);
  for (const entry of entriesOf(sessions, index)) {
    if (entry.isDirectory() && !entry.name.startsWith('.')) indexFolder(join(sessions, entry.name), index);
  }
  return index;
}

function indexFolder(folder: string, index: SegmentIndex): void {
  const names = entriesOf(folder, index)
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  const present = new Set(names);
  for (const name of names) {
    if (name.startsWith('.')) continue;
    if (name.endsWith('.json')) indexFile(join(folder, name), index);
    else if (name.endsWith(backupOf('.json')) && !present.has(basename(name, backupOf(''))))
      indexFile(join(folder, name), index);
  }
}

function indexFile(path: string, index: SegmentIndex): void {
  let read = readSegment(path);
  if ('code' in read) {
    index.unreadable.push({ file: path, ...read });
    // What a guarded writer kept of the state before.
    read = path.endsWith('.json') ? readSegment(backupOf(path)) : read;
    if ('code' in read) return;
  } else if (!basename(path).startsWith(`${read.segment.id}.json`)) index.conflicts.push(path);
  const { id } = read.segment;
  const known = index.states.get(id);
  index.states.set(id, known === undefined ? read.state : laterOf(known, read.state));
}

/** The state that is kept of two of one segment: the longer; of equally long ones always the same. */
export function laterOf(a: SegmentState, b: SegmentState): SegmentState {
  if (a.steps !== b.steps) return a.steps > b.steps ? a : b;
  if (a.digest === b.digest) return a;
  const [first, second] = [readSegment(a.path), readSegment(b.path)];
  if ('code' in first) return b;
  if ('code' in second) return a;
  return laterState(first.segment, second.segment) === first.segment ? a : b;
}

/** The segment in a file, with its seal and every field looked at; or why there is none. */
export function readSegment(path: string): { segment: Segment; state: SegmentState } | Refusal {
  const read = readBounded(path, MAX_RECORD_BYTES, false);
  if ('code' in read)
    return { code: read.code === 'file-missing' ? 'file-unreadable' : read.code, detail: read.reason };
  const segment = openSegmentBytes(read.bytes);
  if ('code' in segment) return segment;
  const digest = createHash('sha256').update(read.bytes).digest('base64url');
  const steps = segment.value.kind === 'sitting' ? segment.value.steps.length : 0;
  return { segment: segment.value, state: { id: segment.value.id, path, steps, digest } };
}

/** Bytes of a segment's file -> the segment, or why there is none. */
export function openSegmentBytes(bytes: Buffer): { value: Segment } | Refusal {
  const opened = openSealed(bytes);
  return 'damage' in opened ? { code: 'record-damaged', detail: opened.damage } : decodeSegment(opened.value);
}

function entriesOf(folder: string, index: SegmentIndex) {
  const listed = listFolder(folder);
  if ('entries' in listed) return listed.entries;
  if (listed.reason !== 'ENOENT' && !index.unreadable.some(({ file }) => file === folder))
    index.unreadable.push({ file: folder, code: 'file-unreadable', detail: listed.reason });
  return [];
}
