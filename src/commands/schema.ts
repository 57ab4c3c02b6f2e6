// api-quiz schema: the JSON Schema of a question's front matter, for editors and other programs.

import { questionJsonSchema } from '../question/schema.js';
import type { Command } from './command.js';
import { printJson } from './print.js';

export const schema: Command = {
  async run(world) {
    printJson(world, questionJsonSchema());
    return 0;
  },
};
