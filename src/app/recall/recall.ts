// What the answers so far come to: from the checkpoint and what has come since, else from every file.

import type { Bank } from '../../bank/bank.js';
import { type Flag, flagsOf } from '../../history/flags.js';
import { arrivalsSince } from '../../history/ledger/arrivals.js';
import { readCheckpoint, saveCheckpoint } from '../../history/ledger/checkpoint-file.js';
import { type FolderLook, lookAtFolders } from '../../history/ledger/folder-states.js';
import { digestOf, groupSittings, hasStrangers, type SittingGroup } from '../../history/ledger/groups.js';
import { byMark, isUpTo, type Ledger, NO_LEDGER, type Unfinished } from '../../history/ledger/ledger.js';
import { type ReadSegment, readEverySegment } from '../../history/ledger/read-files.js';
import { settle } from '../../history/ledger/settle.js';
import type { SetAside } from '../../history/load-record.js';
import type { RememberedAnswer } from '../../history/remembered-answer.js';
import { type FoundBeside, sweepHome } from '../../history/segment-files.js';
import { type Suspension, suspensionsOf } from '../../history/suspensions.js';
import { STANDING_FORM } from '../../learner/packed-standing.js';
import { currentKeys, knownDifficulties } from '../../session/attempts.js';
import {
  noRecollection,
  type PackedRecollection,
  packRecollection,
  type Recollection,
  recollect,
  type Today,
  unpackRecollection,
} from '../../session/recollection.js';

export interface Recall {
  recollection: Recollection;
  flags: Flag[];
  /** By `pack/id`; see `suspensionsOf`. */
  suspended: ReadonlyMap<string, Suspension>;
  /** The sitting that can be resumed which began last; null: none. */
  unfinished: Unfinished | null;
  setAside: SetAside[];
  /** False: every file was read. */
  fromCheckpoint: boolean;
  /** Writes what makes the next start quick, where that is worth it. */
  keep(): void;
}

export interface RecallRequest {
  home: string;
  /** Version of api-quiz. */
  version: string;
  bank: Pick<Bank, 'topics' | 'entries'>;
  /** Instant (ms) by the clock the files are stamped with. */
  now: number;
  /** Keeps to the answers to some items; all when left out. */
  within?: Within;
  /** Answers that are to be left out; none when left out. */
  without?: (answer: RememberedAnswer) => boolean;
  limits?: RecallLimits;
}

/** Items by `pack/id`. */
export interface Within {
  /** The same for the same items, and for no others. */
  name: string;
  has(item: string): boolean;
}

export interface RecallLimits {
  /** The youngest sittings stay open: gone on with, overridden or taken back, and met by those of another machine, without another reading of everything. */
  openSittings: number;
  /** New files after which a checkpoint is written anew: reading so many costs as much as a start may. */
  worthKeeping: number;
}

const LIMITS: RecallLimits = { openSittings: 8, worthKeeping: 8 };

/** What is known of the answers, and where counting goes on. */
interface Basis {
  ledger: Ledger;
  looks: readonly FolderLook[];
  read: readonly ReadSegment[];
  groups: Map<string, SittingGroup>;
  flags: Flag[];
  suspended: ReadonlyMap<string, Suspension>;
  recollection: Recollection;
  /** Every file was looked at. */
  deep: boolean;
  /** Files that no checkpoint stands for yet. */
  fresh: number;
}

/** Never throws for what lies in the home or the cache. */
export function recall(request: RecallRequest): Recall {
  const beside: FoundBeside = { setAside: [], earlier: [], swept: [] };
  const { entries } = request.bank;
  const today: Today = { keys: currentKeys(entries), difficulties: knownDifficulties(entries) };
  const kept = fromCheckpoint(request, today, beside);
  const basis = kept ?? fromEveryFile(request, beside);
  const { ledger, groups, recollection } = basis;
  const next = nextLedger(request, basis, beside);
  const tail = tailOf(groups, ledger);
  const settled = next === undefined ? 0 : tail.filter((answer) => isUpTo(answer, next.mark)).length;
  const { without, within } = request;
  const isWanted = (answer: RememberedAnswer) => within?.has(answer.item) !== false && !without?.(answer);
  for (const answer of tail.slice(0, settled)) if (isWanted(answer)) recollect(recollection, answer, today);
  // Before it goes on: what is kept ends at the mark.
  const value = next && packRecollection(recollection);
  for (const answer of tail.slice(settled)) if (isWanted(answer)) recollect(recollection, answer, today);
  return {
    recollection,
    flags: basis.flags,
    suspended: basis.suspended,
    unfinished: latestOf(groups, ledger.unfinished),
    setAside: [...new Map([...ledger.setAside, ...beside.setAside].map((one) => [one.file, one])).values()],
    fromCheckpoint: kept !== undefined,
    keep: keepOnce(() => {
      if (next !== undefined && value !== undefined)
        saveCheckpoint(request.home, madeFrom(request), { ledger: next, value });
    }),
  };
}

/** Undefined where no checkpoint is to be written. */
function nextLedger(request: RecallRequest, basis: Basis, { setAside }: FoundBeside): Ledger | undefined {
  const { now, without, limits = LIMITS } = request;
  const again = basis.ledger !== NO_LEDGER && basis.deep;
  if (without !== undefined || (basis.fresh <= limits.worthKeeping && !again)) return undefined;
  return settle({ ...basis, before: basis.ledger, setAside, now, openSittings: limits.openSittings });
}

function keepOnce(keep: () => void): () => void {
  let kept = false;
  return () => {
    if (!kept) keep();
    kept = true;
  };
}

/** A checkpoint is of use only to the same program with the same topics in the same order. */
function madeFrom({ version, bank, within }: RecallRequest): string {
  return JSON.stringify([STANDING_FORM, version, bank.topics.map(({ slug }) => slug), within?.name ?? '']);
}

function fromCheckpoint(request: RecallRequest, today: Today, beside: FoundBeside): Basis | undefined {
  const { home, bank, now, without } = request;
  const kept = readCheckpoint<PackedRecollection>(home, madeFrom(request));
  if (kept === undefined) return undefined;
  const { ledger, value } = kept;
  const recollection = unpackRecollection(
    value,
    bank.topics.map(({ slug }) => slug),
    today,
  );
  const arrivals = recollection && arrivalsSince(home, ledger, now, beside);
  if (recollection === undefined || arrivals === undefined) return undefined;
  const groups = groupSittings(arrivals.read, arrivals.segments);
  if (!goesOn(groups, ledger, without)) return undefined;
  return {
    ...arrivals,
    ledger,
    groups,
    flags: flagsOf(arrivals.segments),
    suspended: suspensionsOf(arrivals.segments),
    recollection,
  };
}

/** True where what is open says what it said, and what is new comes after everything counted in. */
function goesOn(
  groups: ReadonlyMap<string, SittingGroup>,
  { open, mark }: Ledger,
  without: RecallRequest['without'],
): boolean {
  const digests = new Map(open.map(({ id, digest }) => [id, digest]));
  const nothing = digestOf([]);
  if (open.some(({ id, digest }) => digest !== nothing && !groups.has(id))) return false;
  return [...groups.values()].every((group) => {
    const counted = group.answers.filter((answer) => isUpTo(answer, mark));
    if (hasStrangers(group) || (without !== undefined && counted.some(without))) return false;
    return digestOf(counted) === (digests.get(group.id) ?? nothing);
  });
}

function fromEveryFile({ home, bank, now }: RecallRequest, beside: FoundBeside): Basis {
  const looks = lookAtFolders(home, [], beside, { now, deep: true });
  const read = readEverySegment(home, looks, beside.setAside);
  sweepHome(home, beside);
  const segments = [...new Map(read.map(({ segment }) => [segment.id, segment])).values()];
  return {
    ledger: NO_LEDGER,
    looks,
    read,
    groups: groupSittings(read, segments),
    flags: flagsOf(segments),
    suspended: suspensionsOf(segments),
    recollection: noRecollection(bank.topics.map(({ slug }) => slug)),
    deep: true,
    fresh: read.length,
  };
}

/** Answers that are not counted in yet, in their order. */
function tailOf(groups: ReadonlyMap<string, SittingGroup>, { mark }: Ledger): RememberedAnswer[] {
  return [...groups.values()]
    .flatMap(({ answers }) => answers.filter((answer) => !isUpTo(answer, mark)))
    .sort(byMark);
}

function latestOf(groups: ReadonlyMap<string, SittingGroup>, closed: Unfinished | null): Unfinished | null {
  let latest = closed;
  for (const { files, unfinished } of groups.values()) {
    for (const { id, startedAt } of unfinished) {
      const later =
        latest === null || startedAt > latest.startedAt || (startedAt === latest.startedAt && id > latest.id);
      if (later) latest = { id, startedAt, files };
    }
  }
  return latest;
}
