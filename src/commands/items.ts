// api-quiz items: what many people's answers say about the questions themselves.

import type { Command } from '../app/command.js';
import { readItems } from '../app/items/read-items.js';
import { openBank } from '../app/open-bank.js';
import { openSettings } from '../app/open-settings.js';
import { alignColumns, columnsOf, printJson, printLines, printWrapped } from '../app/print.js';
import { FINDING_MESSAGES, type ItemFinding, itemFindings } from '../items/item-findings.js';
import type { ItemStatistics } from '../items/item-statistics.js';
import { Failure } from '../text/failure.js';
import { cellWidth } from '../text/fit.js';
import { counted, percent } from '../text/number.js';
import { safeLine } from '../text/safe.js';

export const items: Command = {
  options: [
    'from',
    { option: 'topic', text: 'only questions of these topics' },
    'count',
    'pack',
    'json',
    'noPager',
  ],
  examples: [
    'api-quiz items --from class-folder',
    'api-quiz items --from class-folder --topic graphql --json',
  ],
  pages: () => true,
  async run(world, _args, options) {
    if (options.from === undefined) throw new Failure('items-from');
    const { bank } = await openBank(
      world,
      openSettings(world),
      options.pack === undefined ? {} : { pack: options.pack },
    );
    const wanted = options.topic && new Set(options.topic);
    const all = (await readItems(world, options.from, bank)).filter(
      ({ topic }) => !wanted || wanted.has(topic),
    );
    const told = all
      .map((item) => ({ ...item, findings: itemFindings(item) }))
      .sort((a, b) => b.findings.length - a.findings.length || (a.item < b.item ? -1 : 1))
      .slice(0, options.count);
    if (options.json) printJson(world, told);
    else {
      const rows = told.map(rowOf);
      const wrong = told.flatMap(({ findings }) => findings.map(findingLine));
      printLines(world, tableLines([HEAD, ...rows], world.stdout.isTTY ? columnsOf(world) : null));
      printWrapped(world, [
        ...(wrong.length > 0 ? ['', ...wrong] : []),
        '',
        `${counted(all.length, 'question')}; low, mid and high: mean credit of each third of the people.`,
      ]);
    }
    return 0;
  },
};

const HEAD = [
  'question',
  'first',
  'right',
  'low',
  'mid',
  'high',
  'discr.',
  'difficulty',
  'level',
  'seconds',
  'hint',
  'flag',
  'what looks wrong',
];

/** One line a question; where a terminal is narrower, its name, level and what looks wrong stand above its figures. */
function tableLines(rows: readonly (readonly string[])[], columns: number | null): string[] {
  const whole = alignColumns(rows, columns === null ? 120 : Number.POSITIVE_INFINITY);
  if (columns === null || whole.every((line) => cellWidth(line.trimEnd()) <= columns)) return whole;
  const level = HEAD.indexOf('level');
  const figures = alignColumns(
    rows.map((row) => [...row.slice(1, level), ...row.slice(level + 1, -1), '']),
    Number.POSITIVE_INFINITY,
    columns < 80 ? 1 : 2,
  );
  return rows.flatMap((row, index) => [
    [row[0], row[level], row.at(-1)].filter(Boolean).join('  '),
    `  ${figures[index] ?? ''}`,
  ]);
}

function rowOf(item: ItemStatistics & { findings: readonly ItemFinding[] }): string[] {
  const {
    attempts,
    facility,
    thirds,
    discrimination,
    difficulty,
    difficultyError,
    level,
    medianMs,
    hinted,
    flagged,
  } = item;
  return [
    safeLine(item.item),
    String(attempts),
    percent(facility),
    ...thirds.map((third) => (third === null ? '' : percent(third))),
    discrimination === null ? '' : discrimination.toFixed(2),
    `${difficulty.toFixed(1)} ± ${(1.2816 * difficultyError).toFixed(1)}`,
    level,
    medianMs === null ? '' : String(Math.round(medianMs / 1000)),
    percent(hinted),
    percent(flagged),
    item.findings.map(({ code }) => code.replace('stats-', '')).join(', '),
  ];
}

function findingLine({ item, code, args }: ItemFinding): string {
  return safeLine(
    `${item}: ${FINDING_MESSAGES[code]}`.replace(/\{(\w+)\}/g, (_, name: string) => String(args[name] ?? '')),
  );
}
