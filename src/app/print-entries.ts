// Questions of the bank as a table or as JSON.

import type { BankEntry } from '../bank/entry.js';
import { counted } from '../text/number.js';
import type { Options } from './options.js';
import { alignColumns, columnsOf, printJson, printLines } from './print.js';
import type { World } from './world.js';

/** How many entries are wanted; all when nothing is said. */
export function shownOf(options: Options): number {
  return options.count ?? MOST_LISTED;
}

const MOST_LISTED = 1_000_000;

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
      : entries.map((entry) => [entry.id, entry.type, entry.level, entry.stemLine]);
  printLines(world, alignColumns(rows, width));
  if (entries.length === 0) world.stderr.write('No question matches.\n');
  else if (world.stdout.isTTY) printLines(world, ['', counted(entries.length, 'question')]);
}
