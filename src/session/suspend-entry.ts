// A question that leaves a sitting and every later choice: by the person's word, or because it was missed again and again.

import { rulesOf } from '../history/modes.js';
import type { Answer } from '../history/records.js';
import { suspendsAt } from '../learner/leech.js';
import type { AskView } from './player.js';
import type { Sitting } from './sitting.js';

/** A paper stays whole, and a question behind a question goes with the first. */
export function maySuspend({ mode, probe }: AskView): boolean {
  return mode.order !== 'free' && probe === undefined;
}

/** The person's word: the question goes without an answer. */
export function suspendEntry(sitting: Sitting, { entry, item }: AskView): void {
  sitting.world.recorder.suspend(item, 'person');
  sitting.record({ kind: 'dropped', at: sitting.world.now(), entry });
}

/** Suspends what has just been missed once too often, and takes it out of later rounds; the count of its lapses, null where it stays. */
export function suspendLeech(sitting: Sitting, entry: number, answer: Answer): number | null {
  const { world, header } = sitting;
  // What comes back within a sitting was missed in it already.
  if (answer.round > 0 || answer.credit >= rulesOf(header).missBelow || answer.outcome === 'expired')
    return null;
  const lapses = world.lapsesOf(answer.item, answer.at);
  if (!suspendsAt(lapses)) return null;
  world.recorder.suspend(answer.item, 'leech');
  sitting.leeches.set(entry, answer.item);
  sitting.record({ kind: 'dropped', at: world.now(), entry });
  return lapses;
}

/** The miss that suspended it counts no longer. */
export function liftLeech(sitting: Sitting, entry: number): void {
  const item = sitting.leeches.get(entry);
  if (item === undefined) return;
  sitting.leeches.delete(entry);
  sitting.world.recorder.unsuspend(item);
}
