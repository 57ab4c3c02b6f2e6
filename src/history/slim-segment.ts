// A segment without what no figure is made from (plans, orders shown, visits), its answers in a store and made whole when they are looked at.

import type { AnswerStore } from './answer-store.js';
import type { PlannedItem, Segment, SittingSegment, Step } from './records.js';

const NO_PLAN: PlannedItem[] = [];

/** A row of an answer in the store, or another step as it is. */
export type KeptStep = number | Step;

/** Of the same sittings, with the same answers as far as they count: `sittingsOf` gives the same for what is left. */
export function slimSegment(segment: Segment, store: AnswerStore): Segment {
  if (segment.kind === 'event') return segment;
  const kept: KeptStep[] = [];
  segment.steps.forEach((step, place) => {
    const slim = slimStep(step, place, segment.id, store);
    if (slim !== undefined) kept.push(slim);
  });
  return new SlimSegment(segment, kept, store);
}

/** What is kept of the step at this place of a segment; undefined: nothing. */
export function slimStep(
  step: Step,
  place: number,
  segment: string,
  store: AnswerStore,
): KeptStep | undefined {
  switch (step.kind) {
    case 'answered':
    case 'retried':
      return store.add(segment, step);
    case 'overridden':
    case 'easy':
    case 'takenBack':
    case 'continued':
    case 'ended':
      return step;
    default:
      return slimOther(step.at, place);
  }
}

/** Of every other step: the first says when a fork began, `continued` what lies before it. */
export function slimOther(at: number, place: number): KeptStep | undefined {
  return place === 0 ? { kind: 'left', at } : undefined;
}

export class SlimSegment implements SittingSegment {
  readonly version: SittingSegment['version'];
  readonly kind = 'sitting';
  readonly id: string;
  readonly app: string;
  readonly machine: string;
  readonly continues: string | null;
  readonly sitting: SittingSegment['sitting'];
  readonly #kept: readonly KeptStep[];
  readonly #store: AnswerStore;

  /** `kept`: of the steps. */
  constructor(segment: SittingSegment, kept: readonly KeptStep[], store: AnswerStore) {
    this.version = segment.version;
    this.id = segment.id;
    this.app = segment.app;
    this.machine = segment.machine;
    this.continues = segment.continues;
    this.sitting = { ...segment.sitting, plan: NO_PLAN };
    this.#kept = kept;
    this.#store = store;
  }

  /** Made anew at every look: whoever needs them twice keeps them. */
  get steps(): Step[] {
    return this.#kept.map((kept) => (typeof kept === 'number' ? this.#store.step(kept, this.id) : kept));
  }
}
