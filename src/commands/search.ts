// api-quiz search: questions by words.

import type { Command } from '../app/command.js';
import { openBank } from '../app/open-bank.js';
import { openSettings } from '../app/open-settings.js';
import { FILTER_OPTIONS } from '../app/options.js';
import { printEntries, shownOf } from '../app/print-entries.js';
import { searchBank } from '../bank/search.js';

export const search: Command = {
  arguments: [{ name: '<words...>', text: 'words of the question, its concepts, topic or tags' }],
  options: [...FILTER_OPTIONS, 'count', 'json', 'noPager'],
  examples: ['api-quiz search idempotency retry'],
  pages: () => true,
  async run(world, words, options) {
    const settings = openSettings(world);
    const { bank, entries } = await openBank(world, settings, options);
    const wanted = new Set(entries);
    const hits = searchBank(bank, words.join(' '))
      .filter(({ entry }) => wanted.has(entry))
      .slice(0, shownOf(options));
    printEntries({ world, settings, options }, bank, hits);
    return 0;
  },
};
