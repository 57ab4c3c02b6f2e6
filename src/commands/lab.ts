// api-quiz lab: a task against a real API on this machine.

import type { Command } from '../app/command.js';
import { refuseChoosing } from '../app/exclusions.js';
import { interviewOf, learntFrom } from '../app/learnt.js';
import { openScene, seedOf, sittingChoices } from '../app/open-scene.js';
import { FILTER_OPTIONS, SITTING_OPTIONS, without } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';
import { chooseEntries } from '../session/choose/choose-entries.js';
import { Failure } from '../text/failure.js';

export const lab: Command = {
  arguments: [{ name: '[id]', text: 'one lab; without it the next that is due or new' }],
  options: [...without(FILTER_OPTIONS, 'type'), 'port', ...without(SITTING_OPTIONS, 'again')],
  examples: ['api-quiz lab', 'api-quiz list --type lab', 'api-quiz lab --port 8080'],
  async run(world, [id], options) {
    const scene = await openScene(world, id === undefined ? { ...options, type: ['lab'] } : options);
    const { history, bank, settings } = scene;
    const seed = seedOf(world, options);
    const named = id === undefined ? undefined : bank.find(id);
    if (named !== undefined && named.type !== 'lab') throw new Failure('not-a-lab', { name: named.key });
    if (named !== undefined) refuseChoosing('a lab by its id', options);
    const chosen =
      named === undefined
        ? chooseEntries(scene.entries, learntFrom(history, bank, world.now()), {
            now: world.now(),
            seed,
            count: options.count ?? 1,
            interview: interviewOf(settings),
            shares: scene.shares,
            level: settings.level ?? null,
            only: null,
            openShare: 1,
          })
        : [named];
    if (chosen.length === 0) throw new Failure('nothing-matches');
    return startSitting(scene, chosen, {
      mode: 'lab',
      seed,
      title: named?.id ?? '',
      ...sittingChoices(scene),
    });
  },
};
