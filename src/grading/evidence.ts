// Where in an answer a wording is said best: the share of its weight that one window of words covers.

import type { PhraseHit, PreparedAnswer } from './prepared-answer.js';
import type { Wording } from './wording.js';

export interface Evidence {
  /** Covered share of the wording's weight, 0 to 1. */
  coverage: number;
  /** The same, less what is denied or lacks the wording's own denial. */
  held: number;
  /** First and last word of the window. */
  from: number;
  to: number;
}

/** Words a window holds. */
const WINDOW = 16;
/** What a word counts in the sentence behind the one in which the window begins. */
const NEXT_SENTENCE = 0.85;
/** What a denial of all words costs. */
const DENIAL_COST = 0.85;
/** What is left of a wording that denies where the answer does not. */
const DENIAL_LACKING = 0.7;
/** What it costs that all words belong to another name or code than the wording's. */
const SWAP_COST = 0.7;

const NOTHING: Evidence = { coverage: 0, held: 0, from: 0, to: 0 };

/** The best window for a wording. The work grows with the words that are like its own, not with the square of the answer. */
export function bestEvidence(wording: Wording, answer: PreparedAnswer, window = WINDOW): Evidence {
  const events = wording.slots.flatMap(({ key }, slot) =>
    (answer.hits.get(key) ?? []).map((hit) => ({ ...hit, slot })),
  );
  events.sort((a, b) => a.at - b.at);
  let best = NOTHING;
  events.forEach(({ at }, first) => {
    if (first > 0 && events[first - 1]!.at === at) return;
    const found = windowFrom(events, first, wording, answer, window);
    if (found.coverage > best.coverage + 1e-9) best = found;
  });
  return best;
}

type WindowEvent = PhraseHit & { slot: number };

function windowFrom(
  events: readonly WindowEvent[],
  first: number,
  wording: Wording,
  answer: PreparedAnswer,
  window: number,
): Evidence {
  const { slots, total, denies } = wording;
  const { tokens, denied } = answer;
  const from = events[first]!.at;
  const { sentence } = tokens[from]!;
  const best = new Map<number, { value: number; at: number }>();
  for (let next = first; next < events.length; next++) {
    const { at, likeness, slot } = events[next]!;
    const behind = tokens[at]!.sentence - sentence;
    if (at >= from + window || behind > 1) break;
    const value = likeness * (behind === 0 ? 1 : NEXT_SENTENCE);
    if (value > (best.get(slot)?.value ?? 0)) best.set(slot, { value, at });
  }
  let covered = 0;
  let deniedHere = 0;
  let deniedWholly = 0;
  let to = from;
  for (const [slot, { value, at }] of best) {
    covered += value * slots[slot]!.weight;
    if (denied.here[at]) deniedHere++;
    if (denied.wholly[at]) deniedWholly++;
    to = Math.max(to, at);
  }
  const coverage = covered / total;
  const swapped = swappedShare(wording, answer, best);
  const here = deniedHere / best.size;
  const keptHere = denies ? (here === 0 ? DENIAL_LACKING : 1) : 1 - DENIAL_COST * here;
  const kept = keptHere * (1 - DENIAL_COST * (deniedWholly / best.size)) * (1 - SWAP_COST * swapped);
  return { coverage, held: coverage * kept, from, to };
}

/** Share of the covered words, names aside, that belong to other names than the wording's own: "a 403 means: log in first". */
function swappedShare(
  { slots }: Wording,
  { governing }: PreparedAnswer,
  covered: ReadonlyMap<number, { at: number }>,
): number {
  let all = 0;
  let swapped = 0;
  for (const [slot, { at }] of covered) {
    const { of } = slots[slot]!;
    if (of === null) continue;
    all++;
    const names = governing[at];
    if (of.size > 0 && names && ![...names].some((name) => of.has(name))) swapped++;
  }
  return all === 0 ? 0 : swapped / all;
}
