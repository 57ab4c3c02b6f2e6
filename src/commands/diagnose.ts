// api-quiz diagnose: finds the weak topics in as few answers as it can; never drills.

import { filterInWords } from '../bank/filter.js';
import { MODE_RULES } from '../session/modes.js';
import type { Command } from './command.js';
import { FILTER_OPTIONS, SITTING_OPTIONS, wholeNumber } from './options.js';
import { openScene, seedOf, sittingChoices } from './scene.js';
import { startSitting } from './sit.js';

export const diagnose: Command = {
  options: [...FILTER_OPTIONS, ...SITTING_OPTIONS.filter((option) => !option.flags.startsWith('--again'))],
  examples: ['api-quiz diagnose', 'api-quiz diagnose --count 22'],
  async run(world, _args, options) {
    const scene = await openScene(world, options);
    const most = wholeNumber(options, 'count', 1, 300) ?? MODE_RULES.diagnose.count;
    const title = filterInWords(scene.filter);
    return startSitting(scene, [], {
      mode: 'diagnose',
      seed: seedOf(world, options),
      title,
      most,
      ...sittingChoices(scene),
    });
  },
};
