// What is folded, what it is asked for with, and where folding goes on: what the parts of a recall share.

import type { Flag } from '../../history/flags.js';
import type { FolderLook } from '../../history/ledger/folder-states.js';
import type { SittingGroup } from '../../history/ledger/groups.js';
import type { Ledger, SittingPlace } from '../../history/ledger/ledger.js';
import type { ReadSegment } from '../../history/ledger/read-files.js';
import type { RememberedAnswer } from '../../history/remembered-answer.js';
import type { Suspension } from '../../history/suspensions.js';

/** What is made of the answers, in their one order. */
export interface HistoryFold<State, Packed> {
  /** What it depends on besides the answers: a checkpoint is of use to the same only. Null: none is kept. */
  made: string | null;
  begin(): State;
  /** One answer more, which changes the state in place. */
  step(state: State, answer: RememberedAnswer): void;
  /** As plain values that go through JSON unharmed, and `Float64Array`s within objects. */
  pack(state: State): Packed;
  /** Undefined where the answers would have been folded to something else today. */
  unpack(packed: Packed): State | undefined;
  /** It looks at what was answered, too. */
  withResponses?: boolean;
}

export interface FoldLimits {
  /** The youngest sittings stay open: gone on with, overridden or taken back, and met by those of another machine, without another reading of everything. */
  openSittings: number;
  /** New files after which a checkpoint is written anew: reading so many costs as much as a start may. */
  worthKeeping: number;
}

export interface FoldRequest<State, Packed> {
  home: string;
  /** Instant (ms) by the clock the files are stamped with. */
  now: number;
  fold: HistoryFold<State, Packed>;
  /** Answers that are to be left out; none when left out. Nothing is kept then. */
  without?: ((answer: RememberedAnswer) => boolean) | undefined;
  limits: FoldLimits;
}

/** What is known of the answers, and where counting goes on. */
export interface Basis<State> {
  ledger: Ledger;
  looks: readonly FolderLook[];
  read: readonly ReadSegment[];
  /** Of the answers that are to be counted. */
  groups: ReadonlyMap<string, SittingGroup>;
  /** Of the sittings that are in the ledger, and of those that are counted in already, the one that can be resumed and began last. */
  unfinished: SittingPlace | null;
  /** See `KnownSittings`. */
  everyGroup(): ReadonlyMap<string, SittingGroup> | undefined;
  flags: Flag[];
  suspended: ReadonlyMap<string, Suspension>;
  state: State;
  /** Every file was looked at. */
  deep: boolean;
  /** Files that no checkpoint stands for yet. */
  fresh: number;
}
