// api-quiz mcp: an assistant's door, spoken on standard input and output.

import type { Command } from '../app/command.js';
import { tellLines } from '../app/print.js';
import { EXIT } from '../app/world.js';
import { absolutePath } from '../disk/folders.js';

export const mcp: Command = {
  options: [
    'pack',
    'role',
    'readOnly',
    'countMarks',
    { option: 'into', text: 'the folder for proposed questions; one in the home when left out' },
    'now',
  ],
  examples: ['api-quiz mcp', 'api-quiz mcp --read-only', 'api-quiz mcp --pack my-pack --into my-drafts'],
  async run(world, _args, options) {
    const { serveAssistant } = await import('../app/mcp/mcp-server.js');
    const { LedSittings } = await import('../app/mcp/led-sittings.js');
    if (world.stdout.isTTY)
      tellLines(world, [
        'This waits for a program that speaks the Model Context Protocol; how to set one up: docs/mcp.md',
      ]);
    const { into, ...others } = options;
    const kept = into === undefined ? others : { ...others, into: absolutePath(into) };
    await serveAssistant({
      world,
      options: kept,
      led: new LedSittings(options.countMarks === true),
      own: new Map(),
    });
    return EXIT.fine;
  },
};
