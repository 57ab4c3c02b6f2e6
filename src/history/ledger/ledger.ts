// What a checkpoint was made from: every file it stands for, what may still be added to, and how far it goes.

import type { SetAside } from '../load-record.js';
import type { EventSegment } from '../records.js';
import type { FolderState } from './folder-states.js';

/** A place in the one order of answers: by instant, then by id. */
export interface Mark {
  at: number;
  id: string;
}

/** A sitting that may still change: its files are read at every start. */
export interface OpenSitting {
  /** Id in the header, the same over all its segments and forks. */
  id: string;
  /** Below `sessions`. */
  files: string[];
  /** Of its answers up to the mark, as they counted. */
  digest: string;
}

/** Where a sitting is found. */
export interface SittingPlace {
  id: string;
  startedAt: number;
  /** Of its whole sitting, below `sessions`. */
  files: string[];
}

/**
 * How far counting goes with the open sittings in it too: what was known then is known still while none of their files has changed.
 * Sittings whose files may change unseen come after it.
 */
export interface Tip {
  /** Of its open sittings: ids of their segments, of those they go on from, and their own. */
  ids: string[];
  /** The last answer that is counted in; null: none is. */
  mark: Mark | null;
  /** Of all its sittings that can be resumed the latest. */
  unfinished: SittingPlace | null;
}

export interface Ledger {
  /** Instant (ms) at which every file was last looked at. */
  checkedAt: number;
  folders: FolderState[];
  open: OpenSitting[];
  /** Those that may still speak of something outside of the closed sittings, and all about items: flags, suspensions. */
  events: EventSegment[];
  /** Ids of closed records that no file is named after. */
  otherIds: string[];
  /** Files that belong together: of closed sittings of several records, or with events about them. Null: not known of all. */
  ties: string[][] | null;
  /** Of the closed sittings the one that began last. */
  last: SittingPlace | null;
  /** Of the closed sittings that can be resumed the latest. */
  unfinished: SittingPlace | null;
  /** Files that are not used as long as they stay as they are. */
  setAside: SetAside[];
  /** The last answer that is counted in; null: none is. */
  mark: Mark | null;
  /** Null: what may change unseen lies between. */
  tip: Tip | null;
}

export const NO_LEDGER: Ledger = {
  checkedAt: 0,
  folders: [],
  open: [],
  events: [],
  otherIds: [],
  ties: [],
  last: null,
  unfinished: null,
  setAside: [],
  mark: null,
  tip: null,
};

/** The one that began later, or has the greater id. */
export function laterBegun<Place extends Pick<SittingPlace, 'id' | 'startedAt'>>(
  a: Place | null,
  b: Place,
): Place {
  return a === null || b.startedAt > a.startedAt || (b.startedAt === a.startedAt && b.id > a.id) ? b : a;
}

/** Negative: the first comes first. */
export function byMark(a: Mark, b: Mark): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** True for what a checkpoint that goes as far as the mark stands for, if it stands for that sitting at all. */
export const isUpTo = (answer: Mark, mark: Mark | null): boolean =>
  mark !== null && byMark(answer, mark) <= 0;
