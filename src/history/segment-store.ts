// The folder of segments: one written, all read. Reading is tolerant: one bad file never hides the others.

import { basename } from 'node:path';
import { saveRecord } from './conf-store.js';
import { decodeSegment } from './decode-segment.js';
import { segmentFile } from './home.js';
import { loadRecord } from './load-record.js';
import { mergeSegments } from './merge.js';
import { type EventBody, type EventSegment, RECORD_VERSION, type Segment } from './records.js';
import { type FoundBeside, segmentFilesIn, segmentFolders, sweepHome } from './segment-files.js';
import { newSegmentId } from './segment-id.js';
import { sharedHome } from './shared-home.js';

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

export interface LoadedHistory extends FoundBeside {
  /** Each id once, oldest first. */
  segments: Segment[];
  /** Files that hold a segment under another name, as Syncthing and Dropbox leave them: read, the later state counts. */
  conflicts: string[];
}

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
  const shared = sharedHome(home);
  for (const folder of segmentFolders(home, loaded)) {
    for (const { path } of segmentFilesIn(folder, shared, loaded)) {
      const record = loadRecord(path, decodeSegment, () => !shared());
      loaded.setAside.push(...record.setAside);
      if (record.value === undefined) continue;
      loaded.segments.push(record.value);
      if (basename(path) !== `${record.value.id}.json`) loaded.conflicts.push(path);
    }
  }
  sweepHome(home, loaded);
  return { ...loaded, segments: mergeSegments(loaded.segments) };
}
