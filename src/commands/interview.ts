// api-quiz interview: open questions one after the other, as an interviewer asks them.

import { chooseForInterview } from '../app/choosing/interview-choice.js';
import type { Command } from '../app/command.js';
import { openScene, sittingChoices } from '../app/open-scene.js';
import { FILTER_OPTIONS, SITTING_OPTIONS, without } from '../app/options.js';
import { startSitting } from '../app/run-sitting.js';

export const interview: Command = {
  options: [...without(FILTER_OPTIONS, 'type'), 'spoken', 'persona', ...SITTING_OPTIONS],
  examples: [
    'api-quiz interview',
    'api-quiz interview --role product --spoken',
    'api-quiz interview --topic system-design-exercises --time 2',
  ],
  async run(world, _args, options) {
    const scene = await openScene(world, options);
    const { chosen, ...request } = chooseForInterview(scene, options);
    return startSitting(scene, chosen, {
      mode: 'interview',
      ...request,
      ...sittingChoices(scene),
      persona: options.persona,
    });
  },
};
