// A segment without what no figure is made from (plans, orders shown, visits), its answers in a store and made whole when they are looked at.

import type { AnswerStore } from './answer-store.js';
import type { PlannedItem, Segment, SittingSegment, Step } from './records.js';

const NO_PLAN: PlannedItem[] = [];

/** Of the same sittings, with the same answers as far as they count: `sittingsOf` gives the same for what is left. */
export function slimSegment(segment: Segment, store: AnswerStore): Segment {
  return segment.kind === 'event' ? segment : new SlimSegment(segment, store);
}

class SlimSegment implements SittingSegment {
  readonly version: SittingSegment['version'];
  readonly kind = 'sitting';
  readonly id: string;
  readonly app: string;
  readonly machine: string;
  readonly continues: string | null;
  readonly sitting: SittingSegment['sitting'];
  readonly #store: AnswerStore;
  /** Rows of answers, and other steps as they are. */
  readonly #kept: (number | Step)[] = [];

  constructor(segment: SittingSegment, store: AnswerStore) {
    this.version = segment.version;
    this.id = segment.id;
    this.app = segment.app;
    this.machine = segment.machine;
    this.continues = segment.continues;
    this.sitting = { ...segment.sitting, plan: NO_PLAN };
    this.#store = store;
    segment.steps.forEach((step, place) => {
      const kept = this.#slim(step, place);
      if (kept !== undefined) this.#kept.push(kept);
    });
  }

  /** Made anew at every look: whoever needs them twice keeps them. */
  get steps(): Step[] {
    return this.#kept.map((kept) => (typeof kept === 'number' ? this.#store.step(kept, this.id) : kept));
  }

  /** The first step says when a fork began, `continued` what lies before it. */
  #slim(step: Step, place: number): number | Step | undefined {
    switch (step.kind) {
      case 'answered':
      case 'retried':
        return this.#store.add(this.id, step);
      case 'overridden':
      case 'easy':
      case 'takenBack':
      case 'continued':
      case 'ended':
        return step;
      default:
        return place === 0 ? { kind: 'left', at: step.at } : undefined;
    }
  }
}
