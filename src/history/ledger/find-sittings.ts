// A few sittings found and read whole, without the files of any other.

import type { SetAside } from '../load-record.js';
import { mergeSegments } from '../merge.js';
import type { EventSegment } from '../records.js';
import { type Sitting, sittingsOf } from '../sittings.js';
import { filesOf } from './folder-states.js';
import { lastBegun, type SittingGroup } from './groups.js';
import type { Ledger } from './ledger.js';
import { eachSegment, fileIn } from './read-files.js';

/** What is known of a history after it was looked at. */
export interface KnownSittings {
  home: string;
  /** Of the closed sittings. */
  ledger: Ledger;
  /** All others, read where they have not been; undefined where a file has changed since. */
  groups(): ReadonlyMap<string, SittingGroup> | undefined;
}

/** Those whose id begins like this, oldest first; undefined where that takes reading everything. What cannot be read goes to `setAside`. */
export function sittingsNamed(
  known: KnownSittings,
  start: string,
  setAside: SetAside[],
): Sitting[] | undefined {
  const { ledger } = known;
  if (ledger.ties === null || ledger.otherIds.length > 0) return undefined;
  const groups = known.groups();
  if (groups === undefined || isOdd(groups)) return undefined;
  const open = [...groups.values()];
  const named = open.filter(({ segments }) => segments.some(({ id }) => id.startsWith(start)));
  const inMemory = new Set(open.flatMap(({ files }) => files));
  const tieOf = new Map(ledger.ties.flatMap((tie) => tie.map((file) => [file, tie] as const)));
  const files = ledger.folders.flatMap((state) =>
    [...filesOf(state).keys()]
      .filter((name) => name.startsWith(start))
      .map((name) => fileIn({ state }, name))
      .filter((file) => !inMemory.has(file)),
  );
  const wanted = [
    ...named.flatMap((group) => group.files),
    ...files.flatMap((file) => tieOf.get(file) ?? [file]),
  ];
  const events = named.flatMap((group) => group.events);
  return readWhole(known.home, wanted, events, setAside).filter(({ id }) => id.startsWith(start));
}

/** The one that began last; null: there is none, undefined: as above. */
export function lastSitting(known: KnownSittings, setAside: SetAside[]): Sitting | null | undefined {
  const groups = known.groups();
  if (groups === undefined) return undefined;
  const last = lastBegun([...groups.values()], known.ledger.last);
  if (last === null) return null;
  return sittingsNamed(known, last.id, setAside)?.find(({ id }) => id === last.id);
}

function readWhole(
  home: string,
  files: readonly string[],
  events: readonly EventSegment[],
  setAside: SetAside[],
): Sitting[] {
  const read = [...eachSegment(home, new Set(files), setAside)].map(({ segment }) => segment);
  return sittingsOf(mergeSegments(read, events));
}

/** Answers that may be of any sitting, and records that no file is named after. */
function isOdd(groups: ReadonlyMap<string, SittingGroup>): boolean {
  return [...groups.values()].some(
    ({ hasStrangers, segments, files }) =>
      hasStrangers || segments.some(({ id }) => !files.some((file) => file.includes(id))),
  );
}
