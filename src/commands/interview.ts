// api-quiz interview: open questions one after the other, as an interviewer asks them.

import { chooseForInterview } from '../app/choosing/interview-choice.js';
import type { Command } from '../app/command.js';
import { towardsAdvert } from '../app/from-advert.js';
import { openScene, sittingChoices } from '../app/open-scene.js';
import { openSettings } from '../app/open-settings.js';
import { FILTER_OPTIONS, FROM_ADVERT, SITTING_OPTIONS, without } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';

export const interview: Command = {
  options: [...without(FILTER_OPTIONS, 'type'), FROM_ADVERT, 'spoken', 'persona', ...SITTING_OPTIONS],
  examples: [
    'api-quiz interview',
    'api-quiz interview --role product --spoken',
    'api-quiz interview --from advert.txt',
    'api-quiz interview --topic system-design-exercises --time 2',
  ],
  async run(world, _args, options) {
    const towards = await towardsAdvert(world, openSettings(world), options);
    const scene = { ...(await openScene(towards.world, towards.options)), ...towards.shares };
    const { chosen, ...request } = chooseForInterview(scene, options);
    return startSitting(scene, chosen, {
      mode: 'interview',
      ...request,
      ...sittingChoices(scene),
      persona: options.persona,
    });
  },
};
