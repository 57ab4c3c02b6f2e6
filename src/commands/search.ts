// api-quiz search: questions by words.

import { searchBank } from '../bank/search.js';
import type { Command } from './command.js';
import { printEntries, shownOf } from './list.js';
import { openBank } from './open-bank.js';
import { openSettings } from './open-settings.js';
import { COUNT_OPTION, FILTER_OPTIONS, JSON_OPTION } from './options.js';

export const search: Command = {
  arguments: [{ name: '<words...>', text: 'words of the question, its concepts, topic or tags' }],
  options: [...FILTER_OPTIONS, COUNT_OPTION, JSON_OPTION],
  examples: ['api-quiz search idempotency retry'],
  async run(world, words, options) {
    const { bank, entries } = await openBank(world, openSettings(world), options);
    const wanted = new Set(entries);
    printEntries(
      world,
      searchBank(bank, words.join(' '))
        .filter((entry) => wanted.has(entry))
        .slice(0, shownOf(options)),
      options.json === true,
    );
    return 0;
  },
};
