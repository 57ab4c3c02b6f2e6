// Questions of the bank as rows, as lines for a program, or as JSON.

import type { Bank } from '../bank/bank.js';
import type { BankEntry } from '../bank/entry.js';
import type { SearchHit } from '../bank/search.js';
import type { Theme } from '../look/theme.js';
import { cellWidth, cutText, wrapCommand, wrapHanging } from '../text/fit.js';
import { counted } from '../text/number.js';
import { plainLine } from '../text/plain.js';
import { snippetAround } from '../text/snippet.js';
import { themeOf } from './choose-player.js';
import type { Options } from './options.js';
import { alignColumns, columnsOf, printJson, printLines, tellLines } from './print.js';
import type { Scene } from './scene.js';

/** How many entries are wanted; all when nothing is said. */
export function shownOf(options: Options): number {
  return options.count ?? MOST_LISTED;
}

const MOST_LISTED = 1_000_000;

/** What was found, two rows each at a terminal; one line each, nothing cut, where a program reads; or an array of objects. */
export function printEntries(
  scene: Pick<Scene, 'world' | 'settings' | 'options'>,
  bank: Bank,
  hits: readonly SearchHit[],
): void {
  const { world, options } = scene;
  const entries = hits.map(({ entry }) => entry);
  if (options.json) {
    printJson(
      world,
      entries.map((entry) => asData(entry, bank.stem(entry))),
    );
    return;
  }
  const columns = columnsOf(world);
  if (world.stdout.isTTY) {
    const theme = themeOf(scene);
    printLines(
      world,
      hits.flatMap((hit) => rowsOf(hit, bank, columns, theme)),
    );
  } else {
    const rows = entries.map((entry) => columnsFor(entry, bank.stemLine(entry)));
    printLines(world, alignColumns(rows, Number.POSITIVE_INFINITY));
  }
  const [first] = entries;
  if (first === undefined) tellLines(world, ['No question matches.']);
  else if (world.stdout.isTTY) printLines(world, ['', ...afterwards(entries, first.id, columns)]);
}

function asData(entry: BankEntry, stem: string) {
  const { id, pack, topic, concepts, type, level, roles, tags, seconds, file } = entry;
  return { id, pack, topic, concepts, type, level, roles, tags, seconds, stem, file };
}

const columnsFor = ({ id, type, level, topic }: BankEntry, stem: string) => [id, topic, type, level, stem];

/** The id with as much of topic, type and level as fits; below it the stem, or the part of it with the words found. */
function rowsOf(hit: SearchHit, bank: Bank, columns: number, theme: Theme): string[] {
  const { entry, words, elsewhere } = hit;
  const { id, topic, type, level } = entry;
  const facts = [[topic, type, level], [type, level], [type], []].map((parts) =>
    parts.join(` ${theme.glyphs.between} `),
  );
  const fact = facts.find((text) => cellWidth(id) + 2 + cellWidth(text) <= columns) ?? '';
  const { ellipsis } = theme.glyphs;
  const mark = (word: string) => marked(word, theme);
  // The index keeps the beginning of a stem as a line; a word may stand behind it.
  const stem = words.length === 0 ? bank.stemLine(entry) : plainLine(bank.stem(entry));
  const names = elsewhere.length === 0 ? [] : [`in ${elsewhere.map(mark).join(', ')}`];
  return [
    `${theme.accent(cutText(id, columns, ellipsis))}  ${theme.dim(fact)}`,
    `  ${snippetAround(stem, words, columns - 2, { mark, ellipsis })}`,
    ...names.flatMap((line) => wrapHanging(`  ${line}`, columns, '  ')),
  ];
}

/** Without colours stars say where. */
function marked(word: string, { strong, accent }: Theme): string {
  const painted = strong(accent(word));
  return painted === word ? `*${word}*` : painted;
}

/** How many, and how to go on. */
function afterwards(entries: readonly BankEntry[], first: string, width: number): string[] {
  const areNamed = entries.length <= MOST_NAMED;
  const ids = areNamed ? entries.map(({ id }) => id).join(' ') : first;
  return [
    `${counted(entries.length, 'question')}. To practise${areNamed ? '' : ' one of them'}:`,
    ...wrapCommand(`api-quiz practice ${ids}`, width, '  '),
  ];
}

/** So many ids still make a command that one copies. */
const MOST_NAMED = 3;
