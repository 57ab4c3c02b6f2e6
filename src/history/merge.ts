// Histories of several machines brought together. Pure; the order and the number of copies make no difference.

import { canonicalJson } from '../question/canonical-json.js';
import type { Segment } from './records.js';

/** Every segment once, oldest first (by id). Of two states of one segment the later, that is the longer, is kept. */
export function mergeSegments(...histories: readonly (readonly Segment[])[]): Segment[] {
  const byId = new Map<string, Segment>();
  for (const segment of histories.flat()) {
    const known = byId.get(segment.id);
    byId.set(segment.id, known === undefined ? segment : laterState(known, segment));
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The longer of two states of one segment; of two equally long ones that with the later last step (a draft is replaced by
 * the next); else always the same.
 */
export function laterState(a: Segment, b: Segment): Segment {
  const difference = lengthOf(a) - lengthOf(b) || lastAt(a) - lastAt(b);
  if (difference !== 0) return difference > 0 ? a : b;
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  return canonicalJson(a) >= canonicalJson(b) ? a : b;
}

function lengthOf(segment: Segment): number {
  return segment.kind === 'sitting' ? segment.steps.length : 0;
}

function lastAt(segment: Segment): number {
  return segment.kind === 'sitting' ? (segment.steps.at(-1)?.at ?? 0) : 0;
}
