// Items the learner has flagged as doubtful, with their note. Pure.

import type { Segment } from './records.js';
import { byInstant } from './sittings.js';

export interface Flag {
  item: string;
  contentHash: string;
  note: string;
  at: number;
}

/** Items flagged and not unflagged since, oldest flag first. */
export function flagsOf(segments: readonly Segment[]): Flag[] {
  const flags = new Map<string, Flag>();
  for (const { at, event } of segments.filter((segment) => segment.kind === 'event').sort(byInstant)) {
    if (event.kind !== 'flagged' && event.kind !== 'unflagged') continue;
    const before = flags.get(event.item);
    // Deleted first, so that an item flagged again moves to the end.
    flags.delete(event.item);
    if (event.kind === 'flagged')
      flags.set(event.item, {
        item: event.item,
        contentHash: event.contentHash,
        note: joined(before?.note ?? '', event.note),
        at,
      });
  }
  return [...flags.values()];
}

/** A second note stands beside the first; a flag without one takes none away. */
function joined(before: string, note: string): string {
  return before.includes(note) ? before : before === '' ? note : `${before}; ${note}`;
}
