// Questions of the bank as a table or as JSON.

import type { BankEntry } from '../bank/entry.js';
import { wrapHanging } from '../text/fit.js';
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
  const { isTTY } = world.stdout;
  // What is piped is read by programs: nothing of it is cut.
  const width = isTTY ? columnsOf(world) : Number.POSITIVE_INFINITY;
  printLines(
    world,
    alignColumns(
      entries.map((entry) => columnsFor(entry, width)),
      width,
    ),
  );
  const [first] = entries;
  if (first === undefined) world.stderr.write('No question matches.\n');
  else if (isTTY) printLines(world, ['', ...afterwards(entries, first.id, columnsOf(world))]);
}

/** What there is room for: the id always, then the stem, then type, topic and level. */
function columnsFor({ id, type, level, topic, stemLine }: BankEntry, width: number): string[] {
  if (width < 70) return [id];
  return width < 120 ? [id, type, stemLine] : [id, topic, type, level, stemLine];
}

/** How many, and how to go on. */
function afterwards(entries: readonly BankEntry[], first: string, width: number): string[] {
  const ids = entries.length <= MOST_NAMED ? entries.map(({ id }) => id).join(' ') : first;
  return [
    `${counted(entries.length, 'question')}. To practise:`,
    ...wrapHanging(`api-quiz practice ${ids}`, width, '  '),
  ];
}

/** So many ids still make a command that one copies. */
const MOST_NAMED = 3;
