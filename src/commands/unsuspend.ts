// api-quiz unsuspend: suspended questions are chosen again.

import type { Command } from '../app/command.js';
import { openHistory } from '../app/open-history.js';
import { openSettings } from '../app/open-settings.js';
import { valuesIn } from '../app/option-rows.js';
import { printLines } from '../app/print.js';
import { findSuspension, writeEvents } from '../app/suspend-questions.js';
import { suspensionsOf } from '../history/suspensions.js';
import { safeLine } from '../text/safe.js';

export const unsuspend: Command = {
  arguments: [{ name: '<question...>', text: 'ids, see api-quiz suspend' }],
  options: ['now'],
  examples: ['api-quiz unsuspend timed-out-payment-retry'],
  async run(world, names, _options) {
    const suspended = suspensionsOf(openHistory(world).segments);
    const found = new Set(names.flatMap(valuesIn).map((name) => findSuspension(suspended.values(), name)));
    await writeEvents(
      world,
      openSettings(world),
      [...found].map(({ item }) => ({ kind: 'unsuspended', item })),
    );
    printLines(
      world,
      [...found].map(({ item }) => `${safeLine(item).replace(/^core\//, '')} is chosen again.`),
    );
    return 0;
  },
};
