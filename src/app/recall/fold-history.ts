// One left fold over all answers that count: from its checkpoint and what has come since, else from every file, each read once.

import { type Flag, flagsOf } from '../../history/flags.js';
import { arrivalsSince } from '../../history/ledger/arrivals.js';
import { readCheckpoint, saveCheckpoint } from '../../history/ledger/checkpoint-file.js';
import type { KnownSittings } from '../../history/ledger/find-sittings.js';
import { type FolderLook, lookAtFolders } from '../../history/ledger/folder-states.js';
import {
  answersIn,
  digestOf,
  groupSittings,
  inOneOrder,
  type SittingGroup,
  unfinishedIn,
} from '../../history/ledger/groups.js';
import {
  isUpTo,
  type Ledger,
  laterBegun,
  NO_LEDGER,
  type SittingPlace,
} from '../../history/ledger/ledger.js';
import { type ReadSegment, readEverySegment } from '../../history/ledger/read-files.js';
import { settle } from '../../history/ledger/settle.js';
import type { SetAside } from '../../history/load-record.js';
import type { RememberedAnswer } from '../../history/remembered-answer.js';
import { type FoundBeside, sweepHome } from '../../history/segment-files.js';
import { type Suspension, suspensionsOf } from '../../history/suspensions.js';

/** What is made of the answers, in their one order. */
export interface HistoryFold<State, Packed> {
  /** What it depends on besides the answers: a checkpoint is of use to the same only. Null: none is kept. */
  made: string | null;
  begin(): State;
  /** One answer more, which changes the state in place. */
  step(state: State, answer: RememberedAnswer): void;
  /** As plain values that go through JSON unharmed. */
  pack(state: State): Packed;
  /** Undefined where the answers would have been folded to something else today. */
  unpack(packed: Packed): State | undefined;
  /** It looks at what was answered, too. */
  withResponses?: boolean;
}

export interface Folded<State> {
  state: State;
  flags: Flag[];
  /** By `pack/id`; see `suspensionsOf`. */
  suspended: ReadonlyMap<string, Suspension>;
  /** The sitting that can be resumed which began last; null: none. */
  unfinished: SittingPlace | null;
  /** For finding others. */
  known: KnownSittings;
  setAside: SetAside[];
  /** False: every file was read. */
  fromCheckpoint: boolean;
  /** Writes what makes the next start quick, where that is worth it. */
  keep(): void;
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
  limits?: FoldLimits | undefined;
}

const LIMITS: FoldLimits = { openSittings: 8, worthKeeping: 8 };

/** What is known of the answers, and where counting goes on. */
interface Basis<State> {
  ledger: Ledger;
  looks: readonly FolderLook[];
  read: readonly ReadSegment[];
  groups: Map<string, SittingGroup>;
  flags: Flag[];
  suspended: ReadonlyMap<string, Suspension>;
  state: State;
  /** Every file was looked at. */
  deep: boolean;
  /** Files that no checkpoint stands for yet. */
  fresh: number;
}

/** Never throws for what lies in the home or the cache. */
export function foldHistory<State, Packed>(request: FoldRequest<State, Packed>): Folded<State> {
  const { fold, home, without } = request;
  const beside: FoundBeside = { setAside: [], earlier: [], swept: [] };
  const kept = fromCheckpoint(request, beside);
  const basis = kept ?? fromEveryFile(request, beside);
  const { ledger, groups, state } = basis;
  const next = nextLedger(request, basis, beside);
  let value: Packed | undefined;
  for (const answer of inOneOrder(groups.values())) {
    if (isUpTo(answer, ledger.mark)) continue;
    // Before it goes on: what is kept ends at the mark.
    if (next !== undefined && value === undefined && !isUpTo(answer, next.mark)) value = fold.pack(state);
    if (!without?.(answer)) fold.step(state, answer);
  }
  if (next !== undefined) value ??= fold.pack(state);
  return {
    state,
    flags: basis.flags,
    suspended: basis.suspended,
    unfinished: latestOf(groups, ledger.unfinished),
    known: { home, ledger, groups },
    setAside: [...new Map([...ledger.setAside, ...beside.setAside].map((one) => [one.file, one])).values()],
    fromCheckpoint: kept !== undefined,
    keep: once(() => {
      if (next !== undefined && value !== undefined && fold.made !== null)
        saveCheckpoint(home, fold.made, { ledger: next, value });
    }),
  };
}

/** Undefined where no checkpoint is to be written. */
function nextLedger<State, Packed>(
  { fold, now, without, limits = LIMITS }: FoldRequest<State, Packed>,
  basis: Basis<State>,
  { setAside }: FoundBeside,
): Ledger | undefined {
  const again = basis.ledger !== NO_LEDGER && basis.deep;
  if (fold.made === null || without !== undefined || (basis.fresh <= limits.worthKeeping && !again))
    return undefined;
  return settle({ ...basis, before: basis.ledger, setAside, now, openSittings: limits.openSittings });
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}

function fromCheckpoint<State, Packed>(
  { home, now, fold, without }: FoldRequest<State, Packed>,
  beside: FoundBeside,
): Basis<State> | undefined {
  const kept = fold.made === null ? undefined : readCheckpoint<Packed>(home, fold.made);
  const state = kept && fold.unpack(kept.value);
  if (kept === undefined || state === undefined) return undefined;
  const { ledger } = kept;
  const arrivals = arrivalsSince(home, ledger, now, beside);
  if (arrivals === undefined) return undefined;
  const groups = groupSittings(arrivals.read, arrivals.segments);
  if (!goesOn(groups, ledger, without)) return undefined;
  const { segments } = arrivals;
  return {
    ...arrivals,
    ledger,
    groups,
    flags: flagsOf(segments),
    suspended: suspensionsOf(segments),
    state,
  };
}

/** True where what is open says what it said, and what is new comes after everything counted in. */
function goesOn<State, Packed>(
  groups: ReadonlyMap<string, SittingGroup>,
  { open, mark }: Ledger,
  without: FoldRequest<State, Packed>['without'],
): boolean {
  const digests = new Map(open.map(({ id, digest }) => [id, digest]));
  const nothing = digestOf([]);
  if (open.some(({ id, digest }) => digest !== nothing && !groups.has(id))) return false;
  return [...groups.values()].every((group) => {
    if (group.hasStrangers) return false;
    const counted = answersIn(group).filter((answer) => isUpTo(answer, mark));
    if (without !== undefined && counted.some(without)) return false;
    return digestOf(counted) === (digests.get(group.id) ?? nothing);
  });
}

/** All answers that count, in their one order, whole but for orders and visits; nothing is kept of them here. */
export function* everyAnswer(
  home: string,
  now: number,
  tell: (setAside: readonly SetAside[]) => void,
): Generator<RememberedAnswer> {
  const beside: FoundBeside = { setAside: [], earlier: [], swept: [] };
  const { groups } = everyGroup({ home, now, withResponses: true }, beside);
  tell(beside.setAside);
  yield* inOneOrder(groups.values());
}

function fromEveryFile<State, Packed>(
  { home, now, fold }: FoldRequest<State, Packed>,
  beside: FoundBeside,
): Basis<State> {
  const every = everyGroup({ home, now, withResponses: fold.withResponses === true }, beside);
  return {
    ...every,
    ledger: NO_LEDGER,
    flags: flagsOf(every.segments),
    suspended: suspensionsOf(every.segments),
    state: fold.begin(),
    deep: true,
    fresh: every.read.length,
  };
}

function everyGroup(
  { home, now, withResponses }: { home: string; now: number; withResponses: boolean },
  beside: FoundBeside,
) {
  const looks = lookAtFolders(home, [], beside, { now, deep: true });
  const read = readEverySegment(home, looks, beside.setAside, withResponses);
  sweepHome(home, beside);
  const segments = [...new Map(read.map(({ segment }) => [segment.id, segment])).values()];
  return { looks, read, segments, groups: groupSittings(read, segments) };
}

function latestOf(
  groups: ReadonlyMap<string, SittingGroup>,
  closed: SittingPlace | null,
): SittingPlace | null {
  let latest = closed;
  for (const group of groups.values())
    for (const { id, startedAt } of unfinishedIn(group))
      latest = laterBegun(latest, { id, startedAt, files: group.files });
  return latest;
}
