// A segment without what no figure is made from: plans, orders shown, responses, visits. Pure.

import type { Answer, PlannedItem, Segment, Step } from './records.js';

/** Texts that come again and again, kept once. */
export class TextPool {
  readonly #texts = new Map<string, string>();

  once<T extends string>(text: T): T {
    const known = this.#texts.get(text);
    if (known !== undefined) return known as T;
    this.#texts.set(text, text);
    return text;
  }
}

const NOTHING: never[] = [];
const NO_PLAN: PlannedItem[] = NOTHING;

/** Of the same sittings, with the same answers as far as they count: `sittingsOf` gives the same for what is left. */
export function slimSegment(segment: Segment, pool: TextPool): Segment {
  if (segment.kind === 'event') return segment;
  return {
    version: segment.version,
    kind: 'sitting',
    id: segment.id,
    app: pool.once(segment.app),
    machine: pool.once(segment.machine),
    continues: segment.continues,
    sitting: { ...segment.sitting, plan: NO_PLAN },
    steps: segment.steps.flatMap((step, place) => slimStep(step, place, pool)),
  };
}

/** The first step says when a fork began, `continued` what lies before it. */
function slimStep(step: Step, place: number, pool: TextPool): Step[] {
  switch (step.kind) {
    case 'answered':
    case 'retried':
      return [{ kind: step.kind, at: step.at, entry: step.entry, answer: slimAnswer(step.answer, pool) }];
    case 'overridden':
    case 'easy':
    case 'takenBack':
    case 'continued':
    case 'ended':
      return [step];
    default:
      return place === 0 ? [{ kind: 'left', at: step.at }] : NOTHING;
  }
}

/** Every field is named, optional ones too: one that is forgotten would count for another in figures. */
type EveryField<Whole> = { [Name in keyof Required<Whole>]: Whole[Name] };

function slimAnswer(answer: Answer, pool: TextPool): EveryField<Answer> {
  return {
    id: answer.id,
    item: pool.once(answer.item),
    contentHash: pool.once(answer.contentHash),
    keyHash: pool.once(answer.keyHash),
    topic: pool.once(answer.topic),
    concept: pool.once(answer.concept),
    level: pool.once(answer.level),
    type: pool.once(answer.type),
    order: NOTHING,
    round: answer.round,
    outcome: pool.once(answer.outcome),
    response: null,
    credit: answer.credit,
    markedBy: answer.markedBy,
    counts: answer.counts,
    suggested: undefined,
    guess: answer.guess,
    hinted: answer.hinted,
    confidence: answer.confidence,
    elapsedMs: answer.elapsedMs,
    visits: NOTHING,
    at: answer.at,
  };
}
