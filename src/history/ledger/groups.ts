// Sittings with all their segments and forks: what changes together, and nothing else with it. Pure.

import { crc32 } from 'node:zlib';
import type { EventBody, Segment } from '../records.js';
import type { RememberedAnswer } from '../remembered-answer.js';
import { SEGMENT_ID } from '../segment-id.js';
import { type Sitting, sittingsOf } from '../sittings.js';
import { byMark } from './ledger.js';
import type { ReadSegment } from './read-files.js';

export interface SittingGroup {
  /** Id in the header. */
  id: string;
  /** Ids of its segments, of those they go on from, and its own. */
  ids: Set<string>;
  files: string[];
  /** The id of its youngest segment, which begins with an instant. */
  latest: string;
  /** Those that count, in the one order. */
  answers: RememberedAnswer[];
  /** Its sittings that can be resumed. */
  unfinished: Sitting[];
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
    const group = groups.get(id) ?? {
      id,
      ids: new Set([id]),
      files: [],
      latest: '',
      answers: [],
      unfinished: [],
    };
    groups.set(id, group);
    group.ids.add(segment.id);
    if (segment.continues !== null) group.ids.add(segment.continues);
    group.files.push(file);
    if (segment.id > group.latest) group.latest = segment.id;
  }
  for (const sitting of sittingsOf(segments)) {
    const group = groups.get(sitting.header.id)!;
    for (const answer of sitting.answers) if (!answer.superseded) group.answers.push(answer);
    if (!sitting.finished) group.unfinished.push(sitting);
  }
  for (const { answers } of groups.values()) answers.sort(byMark);
  return groups;
}

/** True where an answer's id does not say which sitting it is of, as only a forged file has it: it may meet another's anywhere. */
export function hasStrangers({ ids, answers }: SittingGroup): boolean {
  return answers.some(({ id }) => !ids.has(segmentOf(id)));
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

/** The same for the same answers that count in the same way. */
export function digestOf(answers: readonly RememberedAnswer[]): string {
  const rows = answers.map((answer) => [
    answer.id,
    answer.at,
    answer.item,
    answer.concept,
    answer.topic,
    answer.level,
    answer.guess,
    answer.markedBy,
    answer.effectiveCredit,
    answer.effectiveKeyHash,
    answer.outcome,
    answer.hinted,
    answer.easy,
    answer.confidence,
  ]);
  return `${rows.length} ${crc32(JSON.stringify(rows)).toString(36)}`;
}
