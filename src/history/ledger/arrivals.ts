// What has come since a ledger was written, or that nothing is sure any more.

import { mergeSegments } from '../merge.js';
import type { Segment } from '../records.js';
import type { FoundBeside } from '../segment-files.js';
import { type FolderLook, filesOf, isSameFile, lookAtFolders } from './folder-states.js';
import { targetOf } from './groups.js';
import type { Ledger, Tip } from './ledger.js';
import { eachSegment, fileIn, type ReadSegment } from './read-files.js';

export interface Arrivals {
  looks: FolderLook[];
  /** Files of open sittings, and those that are new. */
  read: ReadSegment[];
  /** What they hold, each record once, with the events of the ledger. */
  segments: Segment[];
  /** How many of the files are new. */
  fresh: number;
  /** Every file was looked at. */
  deep: boolean;
}

/** A file overwritten in place is noticed after this time (ms) at the latest. */
const DEEP_LOOK_MS = 86_400_000;

/** The folders as they are now, at `now` (ms). */
export interface FoldersSeen {
  looks: FolderLook[];
  /** Every file was looked at. */
  deep: boolean;
}

export function lookSince(home: string, ledger: Ledger, now: number, beside: FoundBeside): FoldersSeen {
  const deep = !(now - ledger.checkedAt >= 0 && now - ledger.checkedAt < DEEP_LOOK_MS);
  return { looks: lookAtFolders(home, ledger.folders, beside, { now, deep }), deep };
}

/** Undefined where what the ledger stands for may have changed. What cannot be read goes to `beside`. */
export function arrivalsSince(
  home: string,
  ledger: Ledger,
  { looks, deep }: FoldersSeen,
  beside: FoundBeside,
): Arrivals | undefined {
  const files = freshFiles(looks, ledger);
  if (files === undefined) return undefined;
  const openFiles = ledger.open.flatMap((sitting) => sitting.files);
  const opened = [...eachSegment(home, openFiles, beside.setAside)];
  const fresh = [...eachSegment(home, files, beside.setAside)];
  if (touchesClosed(fresh, idsOf(opened), closedIn(ledger))) return undefined;
  const read = [...opened, ...fresh];
  return { looks, read, segments: merged(read, ledger), fresh: fresh.length, deep };
}

/** The same since the tip of the ledger, of which no file is read; undefined also for more than `most` new files. */
export function arrivalsSinceTip(
  home: string,
  ledger: Ledger,
  tip: Tip,
  { looks, deep }: FoldersSeen,
  most: number,
  beside: FoundBeside,
): Arrivals | undefined {
  const files = freshFiles(looks, { ...ledger, open: [] });
  if (files === undefined || files.length > most) return undefined;
  const read = [...eachSegment(home, files, beside.setAside)];
  const counted = new Set(tip.ids);
  const isClosed = closedIn(ledger);
  if (touchesClosed(read, new Set(), (id) => counted.has(id) || isClosed(id))) return undefined;
  return { looks, read, segments: merged(read, ledger), fresh: read.length, deep };
}

const merged = (read: readonly ReadSegment[], { events }: Ledger): Segment[] =>
  mergeSegments(
    read.map(({ segment }) => segment),
    events,
  );

/** True where one of these files speaks of what is counted in. */
function touchesClosed(
  fresh: readonly ReadSegment[],
  openIds: ReadonlySet<string>,
  isClosed: (id: string) => boolean,
): boolean {
  const allIds = new Set([...openIds, ...idsOf(fresh)]);
  return fresh.some(({ segment }) => {
    if (!openIds.has(segment.id) && isClosed(segment.id)) return true;
    if (segment.kind === 'sitting') return !openIds.has(segment.sitting.id) && isClosed(segment.sitting.id);
    const target = targetOf(segment.event);
    return target !== null && !allIds.has(target) && isClosed(target);
  });
}

/** Files the ledger does not know; undefined where one of a closed sitting is gone or another. */
function freshFiles(looks: readonly FolderLook[], { folders, open }: Ledger): string[] | undefined {
  const isOpen = new Set(open.flatMap(({ files }) => files));
  const known = new Map(folders.map((state) => [state.name, state]));
  const there = new Set(looks.map(({ state }) => state.name));
  if (folders.some(({ name, files }) => files !== '' && !there.has(name))) return undefined;
  const fresh: string[] = [];
  for (const look of looks) {
    if (look.files === null) continue;
    const state = known.get(look.state.name);
    if (state?.files === look.state.files && !state.files.includes('?')) continue;
    const before = state === undefined ? new Map<string, string>() : filesOf(state);
    const after = filesOf(look.state);
    const isClosed = (name: string) => !isOpen.has(fileIn(look, name));
    for (const name of before.keys()) if (!after.has(name) && isClosed(name)) return undefined;
    for (const [name, stamp] of after) {
      if (!isClosed(name)) continue;
      if (!before.has(name)) fresh.push(fileIn(look, name));
      else if (!isSameFile(before.get(name), stamp)) return undefined;
    }
  }
  return fresh;
}

/** Ids of segments and of their sittings. */
function idsOf(read: readonly ReadSegment[]): Set<string> {
  return new Set(
    read.flatMap(({ segment }) =>
      segment.kind === 'sitting' ? [segment.id, segment.sitting.id] : [segment.id],
    ),
  );
}

/** Is it the id of a record, or of a sitting, that the ledger stands for? */
function closedIn({ folders, otherIds }: Ledger): (id: string) => boolean {
  const others = new Set(otherIds);
  const byName = new Map(folders.map(({ name, files }) => [name, files]));
  return (id) => others.has(id) || byName.get(monthOf(id))?.includes(`${id}.json`) === true;
}

/** The folder a record belongs in. */
export const monthOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 6)}`;
