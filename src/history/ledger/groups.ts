// Sittings with all their segments and forks: what changes together, and nothing else with it. Pure.

import { glanceAt, plainAnswersOf } from '../glance.js';
import type { EventBody, EventSegment, Segment, SittingSegment } from '../records.js';
import type { RememberedAnswer } from '../remembered-answer.js';
import { SEGMENT_ID } from '../segment-id.js';
import { type Sitting, sittingsOf } from '../sittings.js';
import { byMark, laterBegun, type SittingPlace } from './ledger.js';
import type { ReadSegment } from './read-files.js';

/** What its records hold is looked at anew each time: a long history is never there as a whole. */
export interface SittingGroup {
  /** Id in the header. */
  id: string;
  /** Ids of its segments, of those they go on from, and its own. */
  ids: Set<string>;
  files: string[];
  /** The id of its youngest segment, which begins with an instant. */
  latest: string;
  segments: SittingSegment[];
  /** Those that speak of it. */
  events: EventSegment[];
  /** No answer of it is earlier, none is later (ms). */
  from: number;
  to: number;
  /** No sitting of it began later (ms). */
  begun: number;
  /** An answer's id does not say which sitting it is of, as only a forged file has it: it may meet another's anywhere. */
  hasStrangers: boolean;
  /** It cannot be resumed, as one record alone says; false: its sittings have to be looked at. */
  isOver: boolean;
  /** Its sittings, where they had to be made together with all others. */
  held?: Sitting[];
}

/** By id. `segments`: each once, with all events that may speak of them. */
export function groupSittings(
  read: readonly ReadSegment[],
  segments: readonly Segment[],
): Map<string, SittingGroup> {
  const groups = new Map<string, SittingGroup>();
  for (const { file, segment } of read) {
    if (segment.kind !== 'sitting') continue;
    const { id } = segment.sitting;
    const group = groups.get(id) ?? noSittings(id);
    groups.set(id, group);
    group.ids.add(segment.id);
    if (segment.continues !== null) group.ids.add(segment.continues);
    group.files.push(file);
    if (segment.id > group.latest) group.latest = segment.id;
  }
  const events = new Map<string, EventSegment[]>();
  for (const segment of segments) {
    if (segment.kind === 'sitting') groups.get(segment.sitting.id)!.segments.push(segment);
    else addTo(events, targetOf(segment.event) ?? '', segment);
  }
  for (const group of groups.values()) complete(group, events);
  if ([...groups.values()].some((group) => group.hasStrangers)) holdAll(groups, segments);
  return groups;
}

function noSittings(id: string): SittingGroup {
  return {
    id,
    ids: new Set([id]),
    files: [],
    latest: '',
    segments: [],
    events: [],
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    begun: Number.NEGATIVE_INFINITY,
    hasStrangers: false,
    isOver: false,
  };
}

function addTo<Member>(lists: Map<string, Member[]>, name: string, member: Member): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [member]);
  else list.push(member);
}

function complete(group: SittingGroup, events: ReadonlyMap<string, readonly EventSegment[]>): void {
  for (const id of group.ids) group.events.push(...(events.get(id) ?? []));
  for (const segment of group.segments) {
    const { startedAt } = segment.sitting;
    const { firstAt, from, to, isOver, ids } = glanceAt(segment);
    group.begun = Math.max(group.begun, startedAt, firstAt ?? startedAt);
    if (isOver) group.isOver = group.segments.length === 1;
    group.from = Math.min(group.from, from);
    group.to = Math.max(group.to, to);
    group.hasStrangers ||= ids.some((id) => !group.ids.has(segmentOf(id)));
  }
}

function holdAll(groups: ReadonlyMap<string, SittingGroup>, segments: readonly Segment[]): void {
  for (const group of groups.values()) group.held = [];
  for (const sitting of sittingsOf(segments)) groups.get(sitting.header.id)!.held!.push(sitting);
}

/** The sittings of a group, forks included, deleted ones not. */
export function sittingsIn({ held, segments, events }: SittingGroup): Sitting[] {
  // With steps of their own: those of slim segments are made at every look.
  return held ?? sittingsOf([...segments.map((one) => ({ ...one, steps: one.steps })), ...events]);
}

/** Those that count, in the one order. */
export function answersIn(group: SittingGroup): RememberedAnswer[] {
  const { held, segments, events } = group;
  const isAlone = held === undefined && segments.length === 1 && events.length === 0;
  const plain = isAlone ? plainAnswersOf(segments[0]!) : undefined;
  if (plain !== undefined) return plain.sort(byMark);
  return sittingsIn(group)
    .flatMap(({ answers }) => answers.filter(({ superseded }) => !superseded))
    .sort(byMark);
}

/** Its sittings that can be resumed. */
export function unfinishedIn(group: SittingGroup): Sitting[] {
  return group.isOver ? [] : sittingsIn(group).filter(({ finished }) => !finished);
}

/** Of all their sittings the one that began last; only those groups are looked at that may have it. */
export function lastBegun(groups: readonly SittingGroup[], before: SittingPlace | null): SittingPlace | null {
  let last = before;
  for (const group of [...groups].sort((a, b) => (a.begun < b.begun ? 1 : -1))) {
    if (last !== null && group.begun < last.startedAt) break;
    for (const { id, startedAt } of sittingsIn(group))
      last = laterBegun(last, { id, startedAt, files: group.files });
  }
  return last;
}

/** The answers of all groups in the one order, few of them there at once. */
export function* inOneOrder(groups: Iterable<SittingGroup>): Generator<RememberedAnswer> {
  let waiting: RememberedAnswer[] = [];
  const answered = [...groups].filter(({ from, to }) => from <= to);
  for (const group of answered.sort((a, b) => a.from - b.from)) {
    const settled = waiting.findIndex(({ at }) => at >= group.from);
    const ready = settled < 0 ? waiting : waiting.slice(0, settled);
    yield* ready;
    waiting = [...waiting.slice(ready.length), ...answersIn(group)].sort(byMark);
  }
  yield* waiting;
}

/** The record an event speaks of; null: of none. */
export function targetOf(event: EventBody): string | null {
  switch (event.kind) {
    case 'deleted':
    case 'restored':
      return event.sitting;
    case 'regraded':
      return segmentOf(event.answer);
    case 'flagged':
    case 'unflagged':
    case 'suspended':
    case 'unsuspended':
      return null;
  }
}

const ID_LENGTH = '20261120T203307123Z-1a2b3c4d-9e8f7a6b'.length;

/** The segment in which an answer was given: its id begins with it. */
function segmentOf(answer: string): string {
  const id = answer.slice(0, ID_LENGTH);
  return SEGMENT_ID.test(id) ? id : '';
}
