// api-quiz schema: the JSON Schema of a question's front matter, for editors and other programs.

import type { Command } from '../app/command.js';
import { printJson } from '../app/print.js';
import { questionJsonSchema } from '../question/schema.js';

export const schema: Command = {
  async run(world) {
    printJson(world, questionJsonSchema());
    return 0;
  },
};
