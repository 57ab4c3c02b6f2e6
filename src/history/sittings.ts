// Segments -> sittings: chains of continuations, forks kept apart, so that nothing is lost and nothing counted twice. Pure.

import type { EventSegment, Segment, SittingHeader, SittingSegment, Step } from './records.js';
import { collectAnswers, type RememberedAnswer } from './remembered-answer.js';

/** One sitting as far as it is remembered. */
export interface Sitting {
  /** Id of its first own segment. */
  id: string;
  header: SittingHeader;
  /** A second going-on from a segment that had been gone on from before: that segment. Otherwise null. */
  continuedFrom: string | null;
  /** Its own segments, in order. */
  segments: SittingSegment[];
  /** Of a fork: the segments before it, which belong to another sitting. */
  shared: SittingSegment[];
  /** ms; of a fork, when it was gone on with. */
  startedAt: number;
  /** Instant of the last step, ms. */
  lastAt: number;
  /** False: it can be resumed. */
  finished: boolean;
  /** Its own answers in order, with later overrides and regrades in fields of their own. */
  answers: RememberedAnswer[];
}

interface Chain {
  shared: SittingSegment[];
  segments: SittingSegment[];
}

/** All sittings but deleted ones, oldest first. Needs each segment once, as `loadSegments` and `mergeSegments` give them. */
export function sittingsOf(segments: readonly Segment[]): Sitting[] {
  const events = segments.filter((segment) => segment.kind === 'event').sort(byInstant);
  const chains = chainsOf(segments.filter((segment) => segment.kind === 'sitting'));
  const answersOf = collectAnswers(
    chains.map((chain) => ({
      id: idOf(chain),
      header: headerOf(chain),
      before: lead(chain),
      own: ownSteps(chain),
    })),
    events,
  );
  const gone = deletedOf(events);
  return chains
    .filter((chain) => !gone.has(idOf(chain)))
    .map((chain) => sittingOf(chain, answersOf(idOf(chain))))
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

/** All steps that led to where the sitting stands, from its root on: what a resume replays. */
export function stepsOf(sitting: Sitting): Step[] {
  return [...lead(sitting), ...ownSteps(sitting)];
}

function sittingOf(chain: Chain, answers: RememberedAnswer[]): Sitting {
  const header = headerOf(chain);
  const steps = ownSteps(chain);
  const first = chain.segments[0]!;
  const startedAt = first.continues === null ? header.startedAt : (steps[0]?.at ?? header.startedAt);
  const last = chain.segments.at(-1)!;
  return {
    id: first.id,
    header,
    continuedFrom: first.continues,
    ...chain,
    startedAt,
    lastAt: steps.reduce((latest, step) => Math.max(latest, step.at), startedAt),
    finished: last.steps.some(isEnd),
    answers,
  };
}

/** True for the step that ends a sitting for good. */
export const isEnd = (step: Step): boolean =>
  step.kind === 'ended' && (step.reason === 'finished' || step.reason === 'time');

const idOf = (chain: Chain): string => chain.segments[0]!.id;
const headerOf = (chain: Chain): SittingHeader => chain.segments[0]!.sitting;
const ownSteps = (chain: Chain): Step[] => chain.segments.flatMap((segment) => segment.steps);

/**
 * The steps before a fork. The other terminal may have gone on with the segment after the fork left it: what came later
 * there is not part of how the fork came about.
 */
function lead({ shared, segments }: Chain): Step[] {
  const steps = shared.flatMap((segment) => segment.steps);
  const first = segments[0]?.steps[0];
  return first?.kind === 'continued' ? steps.filter((step) => step.at <= first.at) : steps;
}

/** Every segment is in `segments` of exactly one chain, whatever `continues` says: missing ones and circles too. */
function chainsOf(segments: readonly SittingSegment[]): Chain[] {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const children = new Map<string, SittingSegment[]>();
  const roots: SittingSegment[] = [];
  for (const segment of sorted) {
    const parent = segment.continues === null ? undefined : byId.get(segment.continues);
    if (parent === undefined || parent.sitting.id !== segment.sitting.id) roots.push(segment);
    else if (children.has(parent.id)) children.get(parent.id)?.push(segment);
    else children.set(parent.id, [segment]);
  }
  const placed = new Set<string>();
  const chains = roots.flatMap((root) => followFrom(root, children, placed));
  // Only circles are left, which nothing but a forged file makes; each is cut at its oldest segment.
  for (const segment of sorted) {
    if (!placed.has(segment.id)) chains.push(...followFrom(segment, children, placed));
  }
  return chains;
}

function followFrom(
  root: SittingSegment,
  children: ReadonlyMap<string, readonly SittingSegment[]>,
  placed: Set<string>,
): Chain[] {
  const chains: Chain[] = [];
  const waiting: { shared: SittingSegment[]; first: SittingSegment }[] = [{ shared: [], first: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const segments: SittingSegment[] = [];
    let current: SittingSegment | undefined = next.first;
    while (current !== undefined && !placed.has(current.id)) {
      placed.add(current.id);
      segments.push(current);
      // The first to go on is the same sitting; every other one is a sitting of its own.
      const [same, ...others]: readonly SittingSegment[] = children.get(current.id) ?? [];
      for (const first of others) waiting.push({ shared: [...next.shared, ...segments], first });
      current = same;
    }
    if (segments.length > 0) chains.push({ shared: next.shared, segments });
  }
  return chains;
}

function deletedOf(events: readonly EventSegment[]): Set<string> {
  const gone = new Set<string>();
  for (const { event } of events) {
    if (event.kind === 'deleted') gone.add(event.sitting);
    if (event.kind === 'restored') gone.delete(event.sitting);
  }
  return gone;
}

/** Order in which events take effect: by instant, then id, so that all machines agree. */
export const byInstant = (a: EventSegment, b: EventSegment): number => a.at - b.at || (a.id < b.id ? -1 : 1);
