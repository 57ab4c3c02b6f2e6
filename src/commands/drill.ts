// api-quiz drill: chosen topics until they are right; misses come back.

import { chooseDrill } from '../app/choosing/drill-choice.js';
import type { Command } from '../app/command.js';
import { refuseExclusions } from '../app/exclusions.js';
import { openScene, sittingChoices } from '../app/open-scene.js';
import { valuesIn } from '../app/option-rows.js';
import { FILTER_OPTIONS, SITTING_OPTIONS } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';

export const drill: Command = {
  arguments: [{ name: '[topic...]', text: 'topics; all when left out' }],
  options: [
    ...FILTER_OPTIONS,
    'weak',
    'missed',
    { option: 'since', text: 'with --missed: only misses of this span (7d, 12h, 2w) or since this day' },
    'missedOf',
    ...SITTING_OPTIONS,
  ],
  examples: [
    'api-quiz drill graphql status-codes-errors --level advanced',
    'api-quiz drill --weak',
    'api-quiz drill --missed --since 7d',
  ],
  async run(world, topics, options) {
    const named = Array.isArray(options.topic) ? options.topic : [];
    const asked = { ...options, topic: [...named, ...topics.flatMap(valuesIn)] };
    refuseExclusions(asked);
    const scene = await openScene(world, asked);
    const { chosen, ...request } = chooseDrill(scene, options);
    return startSitting(scene, chosen, { mode: 'drill', ...request, ...sittingChoices(scene) });
  },
};
