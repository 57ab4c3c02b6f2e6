// api-quiz list: the questions of the bank.

import type { BankEntry } from '../bank/entry.js';
import { readSettings } from '../history/settings.js';
import { counted } from '../text/number.js';
import { plainLine } from '../text/plain.js';
import type { Command } from './command.js';
import { openBank } from './open-bank.js';
import { FILTER_OPTIONS, JSON_OPTION } from './options.js';
import { alignColumns, columnsOf, printJson, printLines } from './print.js';
import type { World } from './world.js';

export const list: Command = {
  options: [...FILTER_OPTIONS, JSON_OPTION],
  examples: ['api-quiz list --topic graphql', 'api-quiz list --type open --role product --json'],
  async run(world, _args, options) {
    const { entries } = await openBank(world, readSettings(world.home).settings, options);
    printEntries(world, entries, options.json === true);
    return 0;
  },
};

/** Entries as a table, or as an array of objects. */
export function printEntries(world: World, entries: readonly BankEntry[], json: boolean): void {
  if (json) {
    printJson(
      world,
      entries.map(({ id, pack, topic, concepts, type, level, roles, tags, seconds, stem, file }) => ({
        id,
        pack,
        topic,
        concepts,
        type,
        level,
        roles,
        tags,
        seconds,
        stem,
        file,
      })),
    );
    return;
  }
  const width = columnsOf(world);
  const rows =
    width < 70
      ? entries.map((entry) => [entry.id])
      : entries.map((entry) => [entry.id, entry.type, entry.level, plainLine(entry.stem)]);
  printLines(world, alignColumns(rows, width));
  if (world.stdout.isTTY) printLines(world, ['', counted(entries.length, 'question')]);
}
