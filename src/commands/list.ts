// api-quiz list: the questions of the bank.

import type { Command } from '../app/command.js';
import { openBank } from '../app/open-bank.js';
import { openSettings } from '../app/open-settings.js';
import { FILTER_OPTIONS } from '../app/options.js';
import { printEntries, shownOf } from '../app/print-entries.js';

export const list: Command = {
  options: [...FILTER_OPTIONS, 'count', 'json'],
  examples: ['api-quiz list --topic graphql', 'api-quiz list --type open --role product --json'],
  async run(world, _args, options) {
    const { entries } = await openBank(world, openSettings(world), options);
    printEntries(world, entries.slice(0, shownOf(options)), options.json === true);
    return 0;
  },
};
