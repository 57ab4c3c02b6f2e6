// api-quiz resume: goes on with an interrupted sitting where it stood.

import type { Command } from '../app/command.js';
import { findSitting } from '../app/find-sitting.js';
import { openScene } from '../app/open-scene.js';
import { PLAYER_OPTIONS } from '../app/options.js';
import { continueSitting } from '../app/run-sitting.js';
import { type Sitting, stepsOf } from '../history/sittings.js';
import { paperRemainingMs } from '../session/clock.js';
import { MODE_RULES } from '../session/modes.js';
import { nextOf } from '../session/next.js';
import { replay } from '../session/state.js';
import { Failure } from '../text/failure.js';

export const resume: Command = {
  arguments: [
    {
      name: '[sitting]',
      text: 'its id, see api-quiz history; the last one that can be resumed when left out',
    },
  ],
  options: ['pack', ...PLAYER_OPTIONS],
  async run(world, [id], options) {
    const scene = await openScene(world, options);
    const { sittings } = scene.history;
    const sitting =
      id === undefined ? sittings.findLast((one) => canResume(one, world.now())) : findSitting(sittings, id);
    if (sitting === undefined) throw new Failure('nothing-to-resume');
    if (sitting.finished) throw new Failure('sitting-finished', { id: sitting.id });
    const last = sitting.segments.at(-1)?.id ?? sitting.id;
    return continueSitting(scene, sitting.header, last, stepsOf(sitting));
  },
};

/** A paper whose time ran out can be gone on with too: it is handed in as it stood. */
function canResume(sitting: Sitting, now: number): boolean {
  if (sitting.finished) return false;
  const { header } = sitting;
  const state = replay(header, stepsOf(sitting));
  const mayGrow = MODE_RULES[header.mode].chosenOnTheWay && state.plan.length < header.most;
  return paperRemainingMs(state, now) !== null || nextOf(state, now).kind === 'ask' || mayGrow;
}
