// api-quiz list: the questions of the bank.

import type { Command } from '../app/command.js';
import { inState, STATE_OPTIONS } from '../app/entry-states.js';
import { openBank } from '../app/open-bank.js';
import { openSettings } from '../app/open-settings.js';
import { FILTER_OPTIONS } from '../app/options.js';
import { printEntries, shownOf } from '../app/print-entries.js';

export const list: Command = {
  options: [...FILTER_OPTIONS, ...STATE_OPTIONS, 'count', 'now', 'json', 'noPager'],
  examples: [
    'api-quiz list --topic graphql',
    'api-quiz list --missed',
    'api-quiz list --type open --role product --json',
  ],
  pages: () => true,
  async run(world, _args, options) {
    const settings = openSettings(world);
    const { bank, entries } = await openBank(world, settings, options);
    const shown = inState(entries, options, world, bank).slice(0, shownOf(options));
    printEntries(
      { world, settings, options },
      bank,
      shown.map((entry) => ({ entry, words: [], elsewhere: [] })),
    );
    return 0;
  },
};
