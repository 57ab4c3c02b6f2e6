// A tally as plain values, columns of numbers among them, that can be kept without losing a bit, and back.

import { CONFIDENCES } from '../history/records.js';
import type { Evidence } from '../learner/replay.js';
import type { DayTally } from './days.js';
import { type OpenTally, openName } from './open-tally.js';
import type { RetentionTally } from './reviews.js';
import {
  type ItemTally,
  type LastAnswer,
  lastOf,
  noTally,
  type ReportTally,
  type TopicTally,
} from './tally.js';

/** Raised with every change of what a tally over the same answers holds. */
export const TALLY_FORM = 2;

export interface PackedTally {
  sums: readonly [
    totalMs: number,
    squares: number,
    overridden: number,
    creditAdded: number,
    regraded: number,
  ];
  firstAt: number | null;
  instants: Float64Array;
  /** Slugs, and the place of each answer's among them. */
  slugs: string[];
  topicsOf: Float64Array;
  right: Float64Array;
  missed: Float64Array;
  sittings: string[];
  topics: [string, TopicTally][];
  items: [last: LastAnswer, asked: number, misses: number, keys: [string, number][]][];
  days: [string, DayTally][];
  stated: [answers: number, credit: number][];
  open: (Omit<OpenTally, 'said'> & { said: [string, number][] })[];
  retention: RetentionTally[];
  evidence: Evidence[];
  seen: string[];
}

/** A copy: the tally may go on. */
export function packTally(tally: ReportTally): PackedTally {
  const { firstAt, totalMs, squares, overridden, creditAdded, regraded } = tally;
  const slugs = [...new Set(tally.topicsOf)];
  const places = new Map(slugs.map((slug, place) => [slug, place]));
  return {
    sums: [totalMs, squares, overridden, creditAdded, regraded],
    firstAt,
    instants: new Float64Array(tally.instants),
    slugs,
    topicsOf: Float64Array.from(tally.topicsOf, (slug) => places.get(slug)!),
    right: new Float64Array(tally.times.right),
    missed: new Float64Array(tally.times.missed),
    sittings: [...tally.sittings],
    topics: [...tally.topics].map(([slug, sums]) => [slug, { ...sums }]),
    items: [...tally.items.values()].map(({ last, asked, misses, keys }) => [
      lastOf(last),
      asked,
      misses,
      [...keys],
    ]),
    days: [...tally.days].map(([day, sums]) => [day, { ...sums }]),
    stated: CONFIDENCES.map((word) => [tally.stated[word].answers, tally.stated[word].credit]),
    open: [...tally.open.values()].map((one) => ({ ...one, said: [...one.said], marks: [...one.marks] })),
    retention: tally.retention.map((span) => ({ ...span })),
    evidence: tally.evidence.map(
      ({ at, topic, level, difficulty, guess, marking, credit }): Evidence => ({
        ...{ at, topic, level, guess, marking, credit },
        ...(difficulty === undefined ? {} : { difficulty }),
      }),
    ),
    seen: [...tally.seen],
  };
}

export function unpackTally(packed: PackedTally): ReportTally {
  const [totalMs, squares, overridden, creditAdded, regraded] = packed.sums;
  const stated = noTally().stated;
  CONFIDENCES.forEach((word, place) => {
    const [answers, credit] = packed.stated[place]!;
    stated[word] = { answers, credit };
  });
  return {
    firstAt: packed.firstAt,
    instants: Array.from(packed.instants),
    topicsOf: Array.from(packed.topicsOf, (place) => packed.slugs[place]!),
    times: { right: Array.from(packed.right), missed: Array.from(packed.missed) },
    totalMs,
    sittings: new Set(packed.sittings),
    topics: new Map(packed.topics),
    items: new Map(packed.items.map((item) => [item[0].item, itemOf(item)])),
    days: new Map(packed.days),
    stated,
    squares,
    overridden,
    creditAdded,
    regraded,
    open: new Map(packed.open.map((one) => [openName(one), { ...one, said: new Map(one.said) }])),
    retention: packed.retention,
    evidence: packed.evidence,
    seen: new Set(packed.seen),
  };
}

function itemOf([last, asked, misses, keys]: PackedTally['items'][number]): ItemTally {
  return { last, asked, misses, keys: new Map(keys) };
}
