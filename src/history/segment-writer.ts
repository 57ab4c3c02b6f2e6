// A sitting being written: each step is on disk before the next question is asked.

import { existsSync } from 'node:fs';
import { checkStep } from './decode-segment.js';
import { segmentFile } from './home.js';
import { RECORD_VERSION, type SittingHeader, type SittingSegment, type Step } from './records.js';
import { newSegmentId } from './segment-id.js';
import { saveSegment, type Writer } from './segment-store.js';

/** Answers, and steps of any kind, after which a fresh segment is begun, so that a late save costs what an early one does. */
const MAX_ANSWERS = 20;
const MAX_STEPS = 400;

/** What was looked at, and what was chosen on the way, says nothing that an answer does not: it is written with the next step that does. */
const MAY_WAIT: ReadonlySet<Step['kind']> = new Set(['shown', 'left', 'planned']);

/** A new sitting, or one to go on with: its header and the id of its last segment. */
export type SittingStart =
  | { sitting: Omit<SittingHeader, 'id'> }
  | { sitting: SittingHeader; continues: string };

export interface SegmentWriter {
  /** The header with its id; the same over all segments of the sitting. */
  readonly sitting: SittingHeader;
  /** Id of the segment being written. */
  readonly segmentId: string;
  /**
   * Adds steps and saves them: on return they are on disk, but for those that may wait for the next (a question shown or left,
   * an item planned) once the sitting is begun. When it throws (see `saveRecord`) the steps are kept in
   * memory: try again with `save()`, do not append them again.
   */
  append(...steps: Step[]): void;
  /** Saves what is in memory; nothing to do after a successful `append`. */
  save(): void;
}

/** Begins a segment at `now` (ms). No file exists before the first `append`. Await `prepareStore()` before that. */
export function openSegment(writer: Writer, start: SittingStart, now: number): SegmentWriter {
  const id = freeId(writer, now);
  const continues = 'continues' in start ? start.continues : null;
  const sitting: SittingHeader = 'continues' in start ? start.sitting : { ...start.sitting, id };
  let segment = freshSegment(writer, id, continues, sitting);
  let unsaved = false;
  let begun = false;
  const save = () => {
    if (!unsaved) return;
    saveSegment(writer.home, segment);
    unsaved = false;
    begun = true;
  };
  return {
    sitting,
    get segmentId() {
      return segment.id;
    },
    append(...steps) {
      for (const step of steps) {
        const wrong = checkStep(step);
        if (wrong !== null)
          throw new Error(`This step could not be read back: ${wrong} of ${JSON.stringify(step)}`);
      }
      if (isFull(segment)) {
        // What an earlier failed save left in memory must not be lost with the old segment.
        save();
        segment = freshSegment(writer, freeId(writer, steps[0]?.at ?? now), segment.id, sitting);
      }
      for (const step of steps) {
        // A draft takes the place of the one before: a long answer must not be kept a hundred times over.
        if (replacesLast(segment.steps, step)) segment.steps.pop();
        segment.steps.push(step);
      }
      unsaved = true;
      if (!begun || steps.some(({ kind }) => !MAY_WAIT.has(kind))) save();
    },
    save,
  };
}

function freshSegment(
  { app, machine }: Writer,
  id: string,
  continues: string | null,
  sitting: SittingHeader,
): SittingSegment {
  return { version: RECORD_VERSION, kind: 'sitting', id, app, machine, continues, sitting, steps: [] };
}

function replacesLast(steps: readonly Step[], step: Step): boolean {
  const last = steps.at(-1);
  return step.kind === 'drafted' && last?.kind === 'drafted' && last.entry === step.entry;
}

function isFull({ steps }: SittingSegment): boolean {
  return steps.length >= MAX_STEPS || steps.filter((step) => step.kind === 'answered').length >= MAX_ANSWERS;
}

/** An id no file has yet: chance, or a clock that stands still, must never overwrite another sitting. */
function freeId(writer: Writer, now: number): string {
  let id = newSegmentId(now, writer.machine, writer.random);
  while (existsSync(segmentFile(writer.home, id))) id = newSegmentId(now, writer.machine, writer.random);
  return id;
}
