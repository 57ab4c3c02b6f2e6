// api-quiz schema: the JSON Schema of a question's front matter, for editors and other programs.

import type { Command } from '../app/command.js';
import { printJson } from '../app/print.js';
import { packJsonSchema } from '../bank/pack-file.js';
import { questionJsonSchema } from '../question/schema.js';
import { Failure } from '../text/failure.js';
import { adviceOn } from '../text/nearest.js';

export const schema: Command = {
  arguments: [
    { name: '[what]', text: 'pack: of pack.yaml; of the front matter of a question when left out' },
  ],
  examples: ['api-quiz schema', 'api-quiz schema pack'],
  async run(world, [what]) {
    if (what !== undefined && what !== 'pack')
      throw new Failure('action-unknown', { verb: 'schema', name: what, advice: adviceOn(what, ['pack']) });
    printJson(world, what === 'pack' ? packJsonSchema() : questionJsonSchema());
    return 0;
  },
};
