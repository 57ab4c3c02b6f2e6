// Where folding goes on from a checkpoint: from its tip while no open sitting has changed, else from its mark with the open ones anew.

import { flagsOf } from '../../history/flags.js';
import {
  type Arrivals,
  arrivalsSince,
  arrivalsSinceTip,
  type FoldersSeen,
  lookSince,
} from '../../history/ledger/arrivals.js';
import { type KeptCheckpoint, readCheckpoint } from '../../history/ledger/checkpoint-file.js';
import { digestOf } from '../../history/ledger/digest.js';
import { answersIn, groupSittings, type SittingGroup } from '../../history/ledger/groups.js';
import { isUpTo, type Ledger } from '../../history/ledger/ledger.js';
import type { FoundBeside } from '../../history/segment-files.js';
import { suspensionsOf } from '../../history/suspensions.js';
import type { Basis, FoldRequest } from './history-fold.js';

/** Undefined where there is none of use. What cannot be read goes to `beside`. */
export function basisFromCheckpoint<State, Packed>(
  request: FoldRequest<State, Packed>,
  beside: FoundBeside,
): Basis<State> | undefined {
  const { home, now, fold } = request;
  const kept = fold.made === null ? undefined : readCheckpoint<Packed>(home, fold.made);
  if (kept === undefined) return undefined;
  const seen = lookSince(home, kept.ledger, now, beside);
  return fromTip(request, kept, seen, beside) ?? fromMark(request, kept, seen, beside);
}

/** Undefined also where a new checkpoint is due: that takes the open sittings. */
function fromTip<State, Packed>(
  { home, fold, without, limits }: FoldRequest<State, Packed>,
  kept: KeptCheckpoint<Packed>,
  seen: FoldersSeen,
  beside: FoundBeside,
): Basis<State> | undefined {
  const { ledger } = kept;
  const { tip } = ledger;
  if (tip === null || without !== undefined || seen.deep) return undefined;
  const arrivals = arrivalsSinceTip(home, ledger, tip, seen, limits.worthKeeping, beside);
  if (arrivals === undefined) return undefined;
  const groups = groupSittings(arrivals.read, arrivals.segments);
  const isLater = ({ from, hasStrangers }: SittingGroup) =>
    !hasStrangers && (tip.mark === null || from > tip.mark.at);
  if (![...groups.values()].every(isLater)) return undefined;
  const state = fold.unpack(kept.tip());
  if (state === undefined) return undefined;
  const everyGroup = () => {
    const all = arrivalsSince(home, ledger, seen, beside);
    return all && groupSittings(all.read, all.segments);
  };
  return { ...basisOf(arrivals, ledger), groups, state, unfinished: tip.unfinished, everyGroup };
}

function fromMark<State, Packed>(
  { home, fold, without }: FoldRequest<State, Packed>,
  kept: KeptCheckpoint<Packed>,
  seen: FoldersSeen,
  beside: FoundBeside,
): Basis<State> | undefined {
  const { ledger } = kept;
  const arrivals = arrivalsSince(home, ledger, seen, beside);
  if (arrivals === undefined) return undefined;
  const groups = groupSittings(arrivals.read, arrivals.segments);
  if (!goesOn(groups, ledger, fold.withResponses === true, without)) return undefined;
  const state = fold.unpack(kept.value());
  if (state === undefined) return undefined;
  const { unfinished } = ledger;
  return { ...basisOf(arrivals, ledger), groups, state, unfinished, everyGroup: () => groups };
}

function basisOf(arrivals: Arrivals, ledger: Ledger) {
  const { segments } = arrivals;
  return { ...arrivals, ledger, flags: flagsOf(segments), suspended: suspensionsOf(segments) };
}

/** True where what is open says what it said, and what is new comes after everything counted in. */
function goesOn<State, Packed>(
  groups: ReadonlyMap<string, SittingGroup>,
  { open, mark }: Ledger,
  withResponses: boolean,
  without: FoldRequest<State, Packed>['without'],
): boolean {
  const digests = new Map(open.map(({ id, digest }) => [id, digest]));
  const nothing = digestOf([], withResponses);
  if (open.some(({ id, digest }) => digest !== nothing && !groups.has(id))) return false;
  return [...groups.values()].every((group) => {
    if (group.hasStrangers) return false;
    const counted = answersIn(group).filter((answer) => isUpTo(answer, mark));
    if (without !== undefined && counted.some(without)) return false;
    return digestOf(counted, withResponses) === (digests.get(group.id) ?? nothing);
  });
}
