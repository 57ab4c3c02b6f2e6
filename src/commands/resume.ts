// api-quiz resume: goes on with an interrupted sitting where it stood.

import type { Command } from '../app/command.js';
import { findInHistory } from '../app/find-in-history.js';
import { openScene } from '../app/open-scene.js';
import { PLAYER_OPTIONS } from '../app/options.js';
import { continueSitting } from '../app/run-sitting.js';
import type { OpenScene } from '../app/scene.js';
import { eachSegment } from '../history/ledger/read-files.js';
import { mergeSegments } from '../history/merge.js';
import { type Sitting, sittingsOf, stepsOf } from '../history/sittings.js';
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
    const sitting = id === undefined ? lastUnfinished(scene) : findInHistory(scene, id);
    if (sitting === undefined) throw new Failure('nothing-to-resume');
    if (sitting.finished) throw new Failure('sitting-finished', { id: sitting.id });
    const last = sitting.segments.at(-1)?.id ?? sitting.id;
    return continueSitting(scene, sitting.header, last, stepsOf(sitting));
  },
};

/** One that was killed between its last answer and its end is gone on with too: it is ended, and its score shown. */
function lastUnfinished({ history, bank, world }: OpenScene): Sitting | undefined {
  const { unfinished } = history.recall(bank);
  if (unfinished === null) return undefined;
  const read = [...eachSegment(world.home, unfinished.files, [])];
  const sittings = sittingsOf(mergeSegments(read.map(({ segment }) => segment)));
  return sittings.find(({ id }) => id === unfinished.id);
}
