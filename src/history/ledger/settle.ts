// What a new ledger stands for: which sittings are closed, how far the counting goes, what stays open. Pure.

import type { SetAside } from '../load-record.js';
import type { EventSegment } from '../records.js';
import { monthOf } from './arrivals.js';
import { digestOf } from './digest.js';
import { type FolderLook, type FolderState, filesOf, isSameFile } from './folder-states.js';
import { answersIn, lastBegun, type SittingGroup, targetOf, unfinishedIn } from './groups.js';
import { byMark, isUpTo, type Ledger, laterBegun, type Mark, type SittingPlace, type Tip } from './ledger.js';
import { fileIn, type ReadSegment } from './read-files.js';

export interface ToSettle {
  /** Where it goes on from. */
  before: Ledger;
  looks: readonly FolderLook[];
  read: readonly ReadSegment[];
  groups: ReadonlyMap<string, SittingGroup>;
  setAside: readonly SetAside[];
  /** Every file was looked at. */
  deep: boolean;
  /** ms. */
  now: number;
  /** So many sittings stay open, the youngest. */
  openSittings: number;
  /** What was answered counts too. */
  withResponses: boolean;
}

/** More would cost more than they save. */
const MOST_OPEN = 64;

/** Undefined where a checkpoint would be of no use: too much may still change, or something odd lies in the folder. */
export function settle(request: ToSettle): Ledger | undefined {
  const { before, looks, read, groups, now } = request;
  const setAside = stayingAside(before.setAside, request.setAside);
  if (setAside === undefined || [...groups.values()].some((group) => group.hasStrangers)) return undefined;
  const unsettled = unsettledIn(looks);
  const open = openOf([...groups.values()], unsettled, request);
  if (open.size > MOST_OPEN) return undefined;
  const closing = [...groups.values()].filter((group) => !open.has(group));
  const mark = lastMark(closing, before.mark);
  const gone = new Set(closing.flatMap(({ ids }) => [...ids]));
  const events = read.flatMap(({ segment, file }) =>
    segment.kind === 'event' && !unsettled.has(file) ? [{ segment, file }] : [],
  );
  const folders = looks.map(({ state }) => withoutUnsettled(state));
  const names = new Set(
    folders.flatMap((state) => [...filesOf(state).keys()].map((name) => fileIn({ state }, name))),
  );
  const ids = [...gone, ...events.map(({ segment }) => segment.id)];
  const unfinished = closing.reduce(latestUnfinished, before.unfinished);
  return {
    checkedAt: request.deep ? now : before.checkedAt,
    folders,
    open: [...open].map((group) => ({
      id: group.id,
      files: group.files,
      digest: digestOf(
        answersIn(group).filter((answer) => isUpTo(answer, mark)),
        request.withResponses,
      ),
    })),
    events: carried([...before.events, ...events.map(({ segment }) => segment)], gone),
    otherIds: [
      ...new Set([...before.otherIds, ...ids.filter((id) => !names.has(`${monthOf(id)}/${id}.json`))]),
    ],
    ties: tiesOf(closing, read, names, before.ties),
    last: lastBegun(closing, before.last),
    unfinished,
    setAside,
    mark,
    tip: tipOf([...open], unsettled, { mark, unfinished }),
  };
}

/** The youngest, those of whose files, or of whose events, one was written a moment ago, and those with answers from the future: a clock was wrong. */
function openOf(
  groups: readonly SittingGroup[],
  unsettled: ReadonlySet<string>,
  { read, now, openSittings }: ToSettle,
): Set<SittingGroup> {
  const moving = new Set(read.flatMap(({ segment, file }) => (unsettled.has(file) ? [segment.id] : [])));
  const byAge = [...groups].sort((a, b) => (a.latest < b.latest ? 1 : -1));
  return new Set(
    byAge.filter(
      ({ files, events, to }, place) =>
        place < openSittings ||
        files.some((file) => unsettled.has(file)) ||
        events.some(({ id }) => moving.has(id)) ||
        to > now,
    ),
  );
}

/** The last answer of all; only those sittings are looked at that may have it. */
function lastMark(groups: readonly SittingGroup[], before: Mark | null): Mark | null {
  let mark = before;
  for (const group of [...groups].sort((a, b) => (a.to < b.to ? 1 : -1))) {
    if (mark !== null && group.to < mark.at) break;
    mark = laterMark(mark, answersIn(group).at(-1));
  }
  return mark;
}

/** With the open sittings that no one has changed a moment ago. Null where one that someone has comes between or has files at rest, or anything else has changed. */
function tipOf(
  open: readonly SittingGroup[],
  unsettled: ReadonlySet<string>,
  closed: Pick<Tip, 'mark' | 'unfinished'>,
): Tip | null {
  const moving = open.filter(({ files }) => files.some((file) => unsettled.has(file)));
  const theirs = new Set(moving.flatMap(({ files }) => files));
  // Those at rest would be neither counted in nor new, were the others lost.
  if (theirs.size > unsettled.size || [...unsettled].some((file) => !theirs.has(file))) return null;
  const resting = open.filter((group) => !moving.includes(group));
  const mark = lastMark(resting, closed.mark);
  if (mark !== null && moving.some(({ from }) => from <= mark.at)) return null;
  return {
    ids: resting.flatMap(({ ids }) => [...ids]),
    mark,
    unfinished: resting.reduce(latestUnfinished, closed.unfinished),
  };
}

function laterMark(last: Mark | null, answer: Mark | undefined): Mark | null {
  if (answer === undefined || (last !== null && byMark(answer, last) <= 0)) return last;
  return { at: answer.at, id: answer.id };
}

/** Files that may change again without another stamp. */
function unsettledIn(looks: readonly FolderLook[]): Set<string> {
  const files = looks.flatMap((look) =>
    [...filesOf(look.state)].flatMap(([name, stamp]) =>
      isSameFile(stamp, stamp) ? [] : [fileIn(look, name)],
    ),
  );
  return new Set(files);
}

/** They count as new the next time. */
function withoutUnsettled({ name, stamp, files }: FolderState): FolderState {
  if (!files.includes('?')) return { name, stamp, files };
  const kept = [...filesOf({ name, stamp, files })].filter(([, own]) => isSameFile(own, own));
  return { name, stamp: '', files: kept.flat().join('/') };
}

/** What speaks of a closed sitting is counted in; what speaks of none of ours may do so one day. */
function carried(events: readonly EventSegment[], gone: ReadonlySet<string>): EventSegment[] {
  return events.filter(({ event }) => {
    const target = targetOf(event);
    return target === null || !gone.has(target);
  });
}

function latestUnfinished(latest: SittingPlace | null, group: SittingGroup): SittingPlace | null {
  const { files } = group;
  return unfinishedIn(group).reduce<SittingPlace | null>(
    (best, { id, startedAt }) => laterBegun(best, { id, startedAt, files }),
    latest,
  );
}

/** Null where an event lies in a file that is not named after it. */
function tiesOf(
  closing: readonly SittingGroup[],
  read: readonly ReadSegment[],
  names: ReadonlySet<string>,
  before: Ledger['ties'],
): Ledger['ties'] {
  const tied = closing.filter(({ files, events }) => files.length > 1 || events.length > 0);
  const fileOf = new Map(
    tied.length === 0 ? [] : read.map(({ segment, file }) => [segment.id, file] as const),
  );
  const eventFile = ({ id }: EventSegment) => {
    const usual = `${monthOf(id)}/${id}.json`;
    return fileOf.get(id) ?? (names.has(usual) ? usual : null);
  };
  const ties = tied.map(({ files, events }) => [...files, ...events.map(eventFile)]);
  const known = ties.filter((tie) => tie.every((file): file is string => file !== null)) as string[][];
  return before === null || known.length < ties.length ? null : [...before, ...known];
}

/** Files that stay where they are, each once; undefined where one may be readable the next time. */
function stayingAside(before: readonly SetAside[], now: readonly SetAside[]): SetAside[] | undefined {
  const staying = [...before, ...now].filter(({ movedTo }) => movedTo === null);
  if (staying.some(({ code, recovered }) => code === 'file-unreadable' || recovered)) return undefined;
  return [...new Map(staying.map((one) => [one.file, one])).values()];
}
