// How much time is left. The clock never grants more than the limit, whatever pauses and interruptions there were.

import type { PlannedItem } from '../history/records.js';
import { closedVisitsMs, type Entry, openVisitMs, type SittingState } from './state.js';

/** The item of the plan behind an entry number. */
export function plannedItem(state: SittingState, entry: number): PlannedItem {
  return state.plan[(state.entries[entry] as Entry).planIndex] as PlannedItem;
}

/** Time left in ms for the entry (or the paper), never negative; null where nothing limits it. */
export function remainingMs(state: SittingState, entry: number, now: number): number | null {
  if (state.header.paperMs !== null) return paperRemainingMs(state, now);
  const { limitMs } = plannedItem(state, entry);
  return limitMs === null ? null : Math.max(0, limitMs - entryMs(state, entry, now));
}

/** The whole limit in ms behind `remainingMs`. */
export function limitOf(state: SittingState, entry: number): number | null {
  return state.header.paperMs ?? plannedItem(state, entry).limitMs;
}

/** Time left of a paper in ms: it runs from the start, through pauses and interruptions. */
export function paperRemainingMs(state: SittingState, now: number): number | null {
  const { paperMs, startedAt } = state.header;
  return paperMs === null ? null : Math.max(0, startedAt + paperMs - notBefore(state, now));
}

/** Time in ms an entry has been looked at, pauses left out. */
export function entryMs(state: SittingState, entry: number, now: number): number {
  return (
    closedVisitsMs(state, entry) + (state.shown === entry ? openVisitMs(state, notBefore(state, now)) : 0)
  );
}

/** A machine's clock that was set back gives no time back. */
function notBefore(state: SittingState, now: number): number {
  return Math.max(state.at, now);
}
