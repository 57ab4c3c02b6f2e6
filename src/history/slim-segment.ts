// A segment without what no figure is made from (plans, orders shown, visits), its answers in a store and made whole when they are looked at.

import type { AnswerStore } from './answer-store.js';
import { type Glance, glanceAtAnswer, NO_GLANCE } from './glance.js';
import { rulesOf } from './modes.js';
import type { PlannedItem, Segment, SittingSegment, Step } from './records.js';
import type { RememberedAnswer } from './remembered-answer.js';
import { isEnd } from './sittings.js';

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

  glance(): Glance {
    const glance = { ...NO_GLANCE, ids: [] as string[] };
    this.#kept.forEach((kept, place) => {
      if (typeof kept === 'number') {
        glanceAtAnswer(glance, this.#store.at(kept), this.#store.ownId(kept));
        if (place === 0) glance.firstAt = this.#store.stepAt(kept);
      } else {
        if (place === 0) glance.firstAt = kept.at;
        glance.isOver ||= isEnd(kept);
      }
    });
    return glance;
  }

  /** Its answers where they are all of its sitting and nothing was said about them later; else undefined, and `sittingsOf` has to tell. */
  plainAnswers(): RememberedAnswer[] | undefined {
    const { id, continues, sitting } = this;
    if (continues !== null || rulesOf(sitting).answersReplace) return undefined;
    const answers: RememberedAnswer[] = [];
    for (const kept of this.#kept) {
      if (typeof kept === 'number') answers.push(this.#store.remembered(kept, id, sitting.mode));
      else if (kept.kind !== 'left' && kept.kind !== 'ended') return undefined;
    }
    return answers;
  }

  /** Made anew at every look: whoever needs them twice keeps them. */
  get steps(): Step[] {
    return this.#kept.map((kept) => (typeof kept === 'number' ? this.#store.step(kept, this.id) : kept));
  }
}
