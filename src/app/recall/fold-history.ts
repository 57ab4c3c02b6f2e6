// One left fold over all answers that count: from its checkpoint and what has come since, else from every file, each read once.

import { type Flag, flagsOf } from '../../history/flags.js';
import { saveCheckpoint } from '../../history/ledger/checkpoint-file.js';
import type { KnownSittings } from '../../history/ledger/find-sittings.js';
import { lookAtFolders } from '../../history/ledger/folder-states.js';
import { groupSittings, inOneOrder, type SittingGroup, unfinishedIn } from '../../history/ledger/groups.js';
import {
  isUpTo,
  type Ledger,
  laterBegun,
  type Mark,
  NO_LEDGER,
  type SittingPlace,
} from '../../history/ledger/ledger.js';
import { readEverySegment } from '../../history/ledger/read-every.js';
import { settle } from '../../history/ledger/settle.js';
import { renderValue } from '../../history/ledger/value-bytes.js';
import type { SetAside } from '../../history/load-record.js';
import type { RememberedAnswer } from '../../history/remembered-answer.js';
import { type FoundBeside, sweepHome } from '../../history/segment-files.js';
import { type Suspension, suspensionsOf } from '../../history/suspensions.js';
import { basisFromCheckpoint } from './from-checkpoint.js';
import type { Basis, FoldLimits, FoldRequest } from './history-fold.js';

export interface FoldAsked<State, Packed> extends Omit<FoldRequest<State, Packed>, 'limits'> {
  limits?: FoldLimits | undefined;
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

const LIMITS: FoldLimits = { openSittings: 8, worthKeeping: 4 };

/** Never throws for what lies in the home or the cache. */
export function foldHistory<State, Packed>(asked: FoldAsked<State, Packed>): Folded<State> {
  const request = { ...asked, limits: asked.limits ?? LIMITS };
  const { fold, home, without } = request;
  const beside: FoundBeside = { setAside: [], earlier: [], swept: [] };
  const kept = basisFromCheckpoint(request, beside);
  const basis = kept ?? fromEveryFile(request, beside);
  const { ledger, groups, state } = basis;
  const next = nextLedger(request, basis, beside);
  const value = new AtMark(next?.mark);
  const tip = new AtMark(next?.tip?.mark);
  const pack = () => renderValue(fold.pack(state));
  for (const answer of inOneOrder(groups.values())) {
    if (isUpTo(answer, ledger.mark)) continue;
    value.before(answer, pack);
    tip.before(answer, pack);
    if (!without?.(answer)) fold.step(state, answer);
  }
  value.atEnd(pack);
  tip.atEnd(pack);
  return {
    state,
    flags: basis.flags,
    suspended: basis.suspended,
    unfinished: latestOf(groups, basis.unfinished),
    known: { home, ledger, groups: basis.everyGroup },
    setAside: [...new Map([...ledger.setAside, ...beside.setAside].map((one) => [one.file, one])).values()],
    fromCheckpoint: kept !== undefined,
    keep: once(() => {
      if (next !== undefined && value.packed !== undefined && fold.made !== null)
        saveCheckpoint(home, fold.made, { ledger: next, value: value.packed, tip: tip.packed ?? null });
    }),
  };
}

/** What the answers up to a mark come to, packed before those behind it are counted in. */
class AtMark {
  packed: Buffer | undefined;

  /** Undefined: it is not wanted. */
  constructor(private readonly mark: Mark | null | undefined) {}

  before(answer: Mark, pack: () => Buffer): void {
    if (this.packed === undefined && this.mark !== undefined && !isUpTo(answer, this.mark))
      this.packed = pack();
  }

  atEnd(pack: () => Buffer): void {
    if (this.mark !== undefined) this.packed ??= pack();
  }
}

/** Undefined where no checkpoint is to be written. */
function nextLedger<State, Packed>(
  { fold, now, without, limits }: FoldRequest<State, Packed>,
  basis: Basis<State>,
  { setAside }: FoundBeside,
): Ledger | undefined {
  const again = basis.ledger !== NO_LEDGER && basis.deep;
  if (fold.made === null || without !== undefined || (basis.fresh <= limits.worthKeeping && !again))
    return undefined;
  const withResponses = fold.withResponses === true;
  const { openSittings } = limits;
  return settle({ ...basis, before: basis.ledger, setAside, now, openSittings, withResponses });
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
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
    unfinished: null,
    everyGroup: () => every.groups,
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
