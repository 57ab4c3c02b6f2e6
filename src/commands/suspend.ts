// api-quiz suspend: questions that are not to be chosen any more; without a name, those that are not.

import type { Command } from '../app/command.js';
import { openBank } from '../app/open-bank.js';
import { openHistory } from '../app/open-history.js';
import { openSettings } from '../app/open-settings.js';
import { valuesIn } from '../app/option-rows.js';
import { printJson, printLines } from '../app/print.js';
import { suspensionLines, writeEvents } from '../app/suspend-questions.js';

export const suspend: Command = {
  arguments: [{ name: '[question...]', text: 'ids; those that are suspended when left out' }],
  options: ['pack', 'now', 'json', 'noPager'],
  examples: [
    'api-quiz suspend timed-out-payment-retry',
    'api-quiz suspend',
    'api-quiz unsuspend timed-out-payment-retry',
  ],
  pages: () => true,
  async run(world, names, options) {
    const settings = openSettings(world);
    const { bank } = await openBank(world, settings, options);
    const { suspended } = openHistory(world).recall(bank);
    const entries = [...new Set(names.flatMap(valuesIn).map((name) => bank.find(name)))];
    if (entries.length > 0) {
      const fresh = entries.filter(({ key }) => !suspended.has(key));
      await writeEvents(
        world,
        settings,
        fresh.map(({ key }) => ({ kind: 'suspended', item: key, why: 'person' })),
      );
      printLines(
        world,
        entries.map(({ id, key }) =>
          suspended.has(key)
            ? `${id} is suspended already.`
            : `${id} is suspended: no sitting chooses it. It comes back with: api-quiz unsuspend ${id}`,
        ),
      );
    } else if (options.json)
      printJson(
        world,
        [...suspended.values()].map(({ item, why, at }) => ({ item, why, at: new Date(at).toISOString() })),
      );
    else if (suspended.size === 0)
      printLines(world, ['No question is suspended. While a question is open, x suspends it.']);
    else {
      printLines(world, [
        ...[...suspended.values()].flatMap((suspension) => suspensionLines(suspension, bank, world)),
        '',
        suspended.size === 1
          ? 'It comes back with: api-quiz unsuspend <id>'
          : 'They come back with: api-quiz unsuspend <id>',
      ]);
    }
    return 0;
  },
};
