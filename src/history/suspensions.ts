// Items that are chosen no longer ("not my job", or missed again and again), until they are brought back. Pure.

import type { Segment, SuspendedBy } from './records.js';
import { byInstant } from './sittings.js';

export interface Suspension {
  /** `pack/id`. */
  item: string;
  why: SuspendedBy;
  /** Instant, ms. */
  at: number;
}

/** Items suspended and not brought back since, by `pack/id`, the longest suspended first. */
export function suspensionsOf(segments: readonly Segment[]): ReadonlyMap<string, Suspension> {
  const suspensions = new Map<string, Suspension>();
  for (const { at, event } of segments.filter((segment) => segment.kind === 'event').sort(byInstant)) {
    if (event.kind === 'unsuspended') suspensions.delete(event.item);
    // The first word stays: a leech that was not the person's job before does not become a leech.
    if (event.kind === 'suspended' && !suspensions.has(event.item))
      suspensions.set(event.item, { item: event.item, why: event.why, at });
  }
  return suspensions;
}
