// api-quiz interview: open questions one after the other, as an interviewer asks them.

import type { Command } from '../app/command.js';
import { learntFrom } from '../app/learnt.js';
import { againOf, openScene, seedOf, sittingChoices } from '../app/open-scene.js';
import { FILTER_OPTIONS, SITTING_OPTIONS, without } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';
import { filterInWords } from '../bank/filter.js';
import { chooseInterview } from '../session/choose/choose-interview.js';
import { MODE_RULES } from '../session/modes.js';
import { Failure } from '../text/failure.js';

export const interview: Command = {
  options: [...without(FILTER_OPTIONS, 'type'), 'spoken', 'persona', ...SITTING_OPTIONS],
  examples: [
    'api-quiz interview',
    'api-quiz interview --role product --spoken',
    'api-quiz interview --topic system-design-exercises --time 2',
  ],
  async run(world, _args, options) {
    const scene = await openScene(world, options);
    const { entries, filter, history, bank } = scene;
    const seed = seedOf(world, options);
    const count = options.count ?? MODE_RULES.interview.count;
    const { cards } = learntFrom(history, bank, world.now());
    const again = againOf(scene, options);
    const chosen =
      again?.chosen ??
      chooseInterview(entries, (entry) => !cards.has(entry.key), count, seed, scene.roles[0] ?? null);
    if (entries.length === 0 || chosen.length === 0) throw new Failure('nothing-matches');
    return startSitting(scene, chosen, {
      mode: 'interview',
      seed: again?.seed ?? seed,
      title: filterInWords(filter),
      ...sittingChoices(scene),
      persona: options.persona,
    });
  },
};
