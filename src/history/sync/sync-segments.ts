// The union of the segments of a home and a shared folder: each side gets what it lacks, and the longer state of what both have.

import { renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../disk/folders.js';
import { writeWhole } from '../../disk/write-whole.js';
import { decodeSegment } from '../decode-segment.js';
import { segmentFile } from '../home.js';
import { loadRecord } from '../load-record.js';
import { renderSealed } from '../sealed-json.js';
import { utcStamp } from '../segment-id.js';
import { saveSegment } from '../segment-store.js';
import {
  indexSegments,
  laterOf,
  readSegment,
  type SegmentIndex,
  type SegmentState,
  type Unreadable,
} from './segment-index.js';

export interface Sides {
  home: string;
  folder: string;
  /** ms. */
  now: number;
  /** Nothing is written. */
  dryRun: boolean;
}

/** Records that were not there before, and those that were there in a shorter state. */
export interface MovedSegments {
  added: number;
  extended: number;
}

export interface SyncedSegments {
  cameIn: MovedSegments;
  wentOut: MovedSegments;
  conflicts: string[];
  unreadable: Unreadable[];
}

/** Await `prepareStore()` once before. Failures: those of `saveRecord` and `writeWhole`; syncing again goes on from there. */
export function syncSegments(sides: Sides): SyncedSegments {
  const home = indexSegments(sides.home);
  const folder = indexSegments(sides.folder);
  const synced: SyncedSegments = {
    cameIn: { added: 0, extended: 0 },
    wentOut: { added: 0, extended: 0 },
    conflicts: [...home.conflicts, ...folder.conflicts],
    unreadable: [...home.unreadable, ...folder.unreadable],
  };
  const ids = new Set([...home.states.keys(), ...folder.states.keys()]);
  for (const id of [...ids].sort()) {
    const [mine, theirs] = [home.states.get(id), folder.states.get(id)];
    const latest = mine && theirs ? laterOf(mine, theirs) : (mine ?? theirs);
    if (latest === undefined) continue;
    if (lacks(segmentFile(sides.home, id), latest, home)) bring(sides, latest, home, 'home', synced);
    if (lacks(segmentFile(sides.folder, id), latest, folder)) bring(sides, latest, folder, 'folder', synced);
  }
  return synced;
}

/** True where the side does not hold this state, or holds it under another name only. */
function lacks(path: string, latest: SegmentState, { states, unreadable }: SegmentIndex): boolean {
  const there = states.get(latest.id);
  if (there === undefined || there.digest !== latest.digest) return !isForeign(path, unreadable);
  return there.path !== path && !isForeign(path, unreadable) && !holds(path, latest);
}

/** Written by a newer version, or nothing a record can be written over: it is left alone and named. */
function isForeign(path: string, unreadable: readonly Unreadable[]): boolean {
  const found = unreadable.find(({ file }) => file === path);
  return found !== undefined && found.code !== 'record-damaged' && found.code !== 'record-wrong-field';
}

function holds(path: string, { digest }: SegmentState): boolean {
  const read = readSegment(path);
  return 'state' in read && read.state.digest === digest;
}

function bring(
  sides: Sides,
  latest: SegmentState,
  index: SegmentIndex,
  side: 'home' | 'folder',
  synced: SyncedSegments,
): void {
  // Read again, for what was looked at may have been replaced since.
  const read = readSegment(latest.path);
  if ('code' in read || read.segment.id !== latest.id) return;
  const moved = side === 'home' ? synced.cameIn : synced.wentOut;
  moved[index.states.has(latest.id) ? 'extended' : 'added'] += 1;
  if (sides.dryRun) return;
  if (side === 'home') {
    const path = segmentFile(sides.home, latest.id);
    // A damaged file is kept beside, as at every other reading.
    if (index.unreadable.some(({ file }) => file === path)) loadRecord(path, decodeSegment);
    saveSegment(sides.home, read.segment);
    return;
  }
  const path = segmentFile(sides.folder, latest.id);
  makeFolder(dirname(path));
  if (index.unreadable.some(({ file }) => file === path))
    renameSync(path, `${path}.corrupt-${utcStamp(sides.now)}`);
  writeWhole(path, [renderSealed(read.segment)], true);
}
