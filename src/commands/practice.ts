// api-quiz practice: the everyday sitting.

import type { Command } from '../app/command.js';
import { interviewOf, learntFrom } from '../app/learnt.js';
import { againOf, openScene, openShareOf, sittingChoices } from '../app/open-scene.js';
import { FILTER_OPTIONS, SITTING_OPTIONS } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';
import { filterInWords } from '../bank/filter.js';
import { chooseEntries } from '../session/choose/choose-entries.js';
import { todaysSeed } from '../session/choose/todays-seed.js';
import { MODE_RULES } from '../session/modes.js';
import { Failure } from '../text/failure.js';

export const practice: Command = {
  options: [...FILTER_OPTIONS, 'new', 'due', ...SITTING_OPTIONS],
  examples: [
    'api-quiz practice',
    'api-quiz practice --topic graphql --count 5',
    'api-quiz practice --time off --plain',
  ],
  async run(world, _args, options) {
    const scene = await openScene(world, options);
    const { filter, settings, history, bank } = scene;
    const count = options.count ?? MODE_RULES.practice.count;
    const again = againOf(scene, options);
    if (again)
      return startSitting(scene, again.chosen, {
        mode: 'practice',
        seed: again.seed,
        title: again.title,
        ...sittingChoices(scene),
      });
    const seed = options.seed ?? todaysSeed(world.now(), history.answers.length);
    const chosen = chooseEntries(scene.entries, learntFrom(history, bank, world.now()), {
      now: world.now(),
      seed,
      count,
      interview: interviewOf(settings),
      shares: scene.shares,
      level: settings.level ?? null,
      only: options.new ? 'new' : options.due ? 'due' : null,
      openShare: openShareOf(scene, count),
    });
    if (chosen.length === 0)
      throw new Failure(options.due ? 'nothing-due' : options.new ? 'nothing-new' : 'nothing-matches');
    return startSitting(scene, chosen, {
      mode: 'practice',
      seed,
      title: filterInWords(filter),
      ...sittingChoices(scene),
    });
  },
};
