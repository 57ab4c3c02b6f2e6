// What has come since a ledger was written, or that nothing is sure any more.

import { mergeSegments } from '../merge.js';
import type { Segment } from '../records.js';
import type { FoundBeside } from '../segment-files.js';
import { type FolderLook, filesOf, isSameFile, lookAtFolders } from './folder-states.js';
import { targetOf } from './groups.js';
import type { Ledger } from './ledger.js';
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

/** Undefined where what the ledger stands for may have changed. `now` in ms; what cannot be read goes to `beside`. */
export function arrivalsSince(
  home: string,
  ledger: Ledger,
  now: number,
  beside: FoundBeside,
): Arrivals | undefined {
  const deep = !(now - ledger.checkedAt >= 0 && now - ledger.checkedAt < DEEP_LOOK_MS);
  const looks = lookAtFolders(home, ledger.folders, beside, { now, deep });
  const files = freshFiles(looks, ledger);
  if (files === undefined) return undefined;
  const opened = [
    ...eachSegment(
      home,
      ledger.open.flatMap((sitting) => sitting.files),
      beside.setAside,
    ),
  ];
  const fresh = [...eachSegment(home, files, beside.setAside)];
  const openIds = idsOf(opened);
  const allIds = new Set([...openIds, ...idsOf(fresh)]);
  const isClosed = closedIn(ledger);
  const touches = fresh.some(({ segment }) => {
    if (!openIds.has(segment.id) && isClosed(segment.id)) return true;
    if (segment.kind === 'sitting') return !openIds.has(segment.sitting.id) && isClosed(segment.sitting.id);
    const target = targetOf(segment.event);
    return target !== null && !allIds.has(target) && isClosed(target);
  });
  if (touches) return undefined;
  const read = [...opened, ...fresh];
  const segments = mergeSegments(
    read.map(({ segment }) => segment),
    ledger.events,
  );
  return { looks, read, segments, fresh: fresh.length, deep };
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
