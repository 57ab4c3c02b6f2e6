// api-quiz diagnose: finds the weak topics in as few answers as it can; never drills.

import type { Command } from '../app/command.js';
import { openScene, seedOf, sittingChoices } from '../app/open-scene.js';
import { FILTER_OPTIONS, SITTING_OPTIONS } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';
import type { OpenScene } from '../app/scene.js';
import { filterInWords } from '../bank/filter.js';
import { MODE_RULES } from '../history/modes.js';
import { Failure } from '../text/failure.js';

export const diagnose: Command = {
  options: [...FILTER_OPTIONS, ...SITTING_OPTIONS.filter((option) => option !== 'again')],
  examples: ['api-quiz diagnose', 'api-quiz diagnose --count 22'],
  async run(world, _args, options) {
    const scene = await openScene(world, options, false);
    const most = options.count ?? MODE_RULES.diagnose.count;
    checkPool(scene);
    return startSitting(scene, [], {
      mode: 'diagnose',
      seed: seedOf(world, options),
      title: filterInWords(scene.filter),
      filter: Object.fromEntries(
        Object.entries({ ...scene.filter, roles: scene.roles }).filter(([, names]) => names.length > 0),
      ),
      most,
      ...sittingChoices(scene),
    });
  },
};

/** Throws Failure `nothing-matches`, or `nothing-to-diagnose` where every question has been answered before. */
function checkPool({ entries, history, bank }: OpenScene): void {
  const pool = entries.filter((entry) => entry.type !== 'open');
  if (pool.length === 0) throw new Failure('nothing-matches');
  const { items } = history.recall(bank).recollection;
  if (pool.every((entry) => items.has(entry.key))) throw new Failure('nothing-to-diagnose');
}
