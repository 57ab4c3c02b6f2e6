// api-quiz flags: questions flagged as doubtful, with a text ready to paste into an issue.

import { join } from 'node:path';
import type { Command } from '../app/command.js';
import { openBank } from '../app/open-bank.js';
import { openHistory, openWriter } from '../app/open-history.js';
import { openSettings } from '../app/open-settings.js';
import { printJson, printLines } from '../app/print.js';
import type { World } from '../app/world.js';
import type { Bank } from '../bank/bank.js';
import { prepareStore } from '../history/conf-store.js';
import type { Flag } from '../history/flags.js';
import { loadItem } from '../history/items.js';
import { saveEvent } from '../history/segment-store.js';
import { localMinute } from '../text/duration.js';
import { Failure } from '../text/failure.js';
import { cutText } from '../text/fit.js';
import { plainLine } from '../text/plain.js';
import { safeLine } from '../text/safe.js';

export const flags: Command = {
  arguments: [
    { name: '[action]', text: 'list or remove' },
    { name: '[question]', text: 'remove: the question whose flag is to go' },
  ],
  options: ['json', 'noPager'],
  examples: ['api-quiz flags', 'api-quiz flags remove timed-out-payment-retry'],
  pages: () => true,
  async run(world, [action = 'list', name], options) {
    const settings = openSettings(world);
    const { bank } = await openBank(world, settings, {});
    const { flags: flagged } = openHistory(world).recall(bank);
    if (action === 'remove') {
      const flag = findFlag(flagged, name);
      const writer = await openWriter(world, settings);
      await prepareStore();
      saveEvent(writer, { kind: 'unflagged', item: flag.item }, world.now());
      printLines(world, [`${flag.item} is no longer flagged.`]);
    } else if (action !== 'list') {
      throw new Failure('option-wrong', { option: 'flags', value: action, expected: 'list or remove' });
    } else if (options.json) {
      printJson(
        world,
        flagged.map((flag) => ({ ...flag, at: new Date(flag.at).toISOString(), file: fileOf(flag, bank) })),
      );
    } else if (flagged.length === 0) {
      printLines(world, ['No question is flagged. While a question is open, f flags it.']);
    } else {
      printLines(
        world,
        flagged.flatMap((flag) => flagLines(flag, bank, world)),
      );
    }
    return 0;
  },
};

/** By `pack/id`, or by id where one pack has it flagged. */
function findFlag(flagged: readonly Flag[], name: string | undefined): Flag {
  if (!name) {
    const example = flagged[0]?.item ?? 'timed-out-payment-retry';
    throw new Failure('name-needed', { verb: 'flags', action: 'remove', what: 'a question', example });
  }
  const exact = flagged.filter(({ item }) => item === name);
  const found = exact.length > 0 ? exact : flagged.filter(({ item }) => item.endsWith(`/${name}`));
  if (found.length === 1) return found[0] as Flag;
  const keys = found
    .map(({ item }) => item)
    .sort()
    .join(', ');
  throw new Failure(found.length === 0 ? 'flag-unknown' : 'flag-ambiguous', { name, keys });
}

/** Path of the question's file; null for the pack that the build ships. */
function fileOf({ item }: Flag, bank: Bank): string | null {
  const entry = bank.entries.find((candidate) => candidate.key === item);
  const folder = bank.packs.find(({ pack }) => pack.id === entry?.pack)?.folder;
  return entry && folder ? join(folder, entry.file) : null;
}

function flagLines(flag: Flag, bank: Bank, world: World): string[] {
  const { item, contentHash, note, at } = flag;
  const entry = bank.entries.find((candidate) => candidate.key === item);
  const asked = loadItem(world.home, contentHash).value;
  const stem = asked ? plainLine(asked.stem) : entry ? plainLine(bank.stem(entry)) : '';
  const changed = entry !== undefined && entry.contentHash !== contentHash;
  return [
    `${safeLine(item)}  ${localMinute(at)}`,
    `  ${safeLine(fileOf(flag, bank) ?? entry?.file ?? 'no longer in the bank')}${changed ? ' (changed since)' : ''}`,
    '  Issue text:',
    `    Title: ${safeLine(item)}: ${cutText(safeLine(note), 60) || 'please check'}`,
    `    Question: ${safeLine(stem)}`,
    `    Content: ${contentHash}, api-quiz ${world.version}`,
    `    What is wrong: ${safeLine(note) || '(please say)'}`,
    '',
  ];
}
