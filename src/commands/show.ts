// api-quiz show: one question with its key and explanation.

import { themeOf } from '../app/choose-player.js';
import type { Command } from '../app/command.js';
import { openBank } from '../app/open-bank.js';
import { openHistory } from '../app/open-history.js';
import { openSettings } from '../app/open-settings.js';
import { columnsOf, printJson, printLines } from '../app/print.js';
import { suspendedWords } from '../app/suspend-questions.js';
import type { World } from '../app/world.js';
import type { Bank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import { indent } from '../look/frame.js';
import { questionPage } from '../players/question-page.js';

export const show: Command = {
  arguments: [{ name: '<id>', text: 'its id, see api-quiz list' }],
  options: ['pack', 'ascii', 'json', 'noPager'],
  pages: () => true,
  async run(world, [id = ''], options) {
    const settings = openSettings(world);
    const { bank } = await openBank(world, settings, options);
    const entry = bank.find(id);
    const question = bank.question(entry);
    if (options.json) printJson(world, { ...question, pack: entry.pack, file: entry.file });
    else
      printLines(world, [
        ...questionPage(question, entry.key, columnsOf(world), themeOf({ world, settings, options })),
        ...indent([`Practise it: api-quiz practice ${entry.id}`, ...suspendedLines(world, bank, entry)]),
      ]);
    return 0;
  },
};

/** Why no sitting chooses it, and how it comes back; none where it is not suspended. */
function suspendedLines(world: World, bank: Bank, { key, id }: BankEntry): string[] {
  const suspension = openHistory(world).recall(bank).suspended.get(key);
  return suspension === undefined
    ? []
    : [`${sentence(suspendedWords(suspension))}. It comes back with: api-quiz unsuspend ${id}`];
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
