// How far two readers apart agreed on the levels of the items and on the options they could exclude at once (readings.tsv).

import { readFileSync } from 'node:fs';
import type { Question } from '../../src/question/question.js';
import { LEVELS, type Level } from '../../src/question/vocabulary.js';
import { kappaOf } from '../support/kappa.js';

export interface Reading {
  readonly id: string;
  readonly levels: readonly [Level, Level];
  /** Ids of options by reader; null where the item is no single-choice. The options were rewritten after this reading. */
  readonly excluded: readonly [readonly string[], readonly string[]] | null;
}

/** Throws where a line has no known level. */
export function readReadings(file = new URL('readings.tsv', import.meta.url)): Reading[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [id = '', levelA, levelB, excludedA = '', excludedB = ''] = line.split('\t');
    const options = (cell: string) => (cell === '-' ? [] : cell.split(' '));
    return {
      id,
      levels: [levelOf(levelA), levelOf(levelB)],
      excluded: excludedA === '' ? null : [options(excludedA), options(excludedB)],
    };
  });
}

function levelOf(cell: string | undefined): Level {
  const level = LEVELS.find((one) => one === cell);
  if (level === undefined) throw new Error(`readings.tsv: "${cell}" is no level`);
  return level;
}

/** How far two raters agree on levels beyond chance; weighted: a step costs its square. */
export function levelKappa(pairs: readonly (readonly [Level, Level])[], weighted: boolean): number {
  const squaredSteps = (a: Level, b: Level) => (LEVELS.indexOf(a) - LEVELS.indexOf(b)) ** 2;
  return kappaOf(pairs, LEVELS, weighted ? squaredSteps : undefined);
}

/** The lines of the bench. */
export function reportReadings(readings: readonly Reading[], questions: readonly Question[]): string[] {
  const levelNow = new Map(questions.map(({ id, level }) => [id, level]));
  const withBank = (side: 0 | 1) =>
    readings.flatMap(({ id, levels }): [Level, Level][] => {
      const now = levelNow.get(id);
      return now === undefined ? [] : [[levels[side], now]];
    });
  const row = (who: string, pairs: readonly (readonly [Level, Level])[]) => {
    const same = pairs.filter(([a, b]) => a === b).length / pairs.length;
    return `| ${who} | ${pairs.length} | ${(100 * same).toFixed(1)} % | ${levelKappa(pairs, false).toFixed(2)} | ${levelKappa(pairs, true).toFixed(2)} |`;
  };
  return [
    '\nlevels by two readers apart\n',
    '| | items | alike | kappa | weighted kappa |\n|---|---|---|---|---|',
    row(
      'reader A, reader B',
      readings.map(({ levels }) => levels),
    ),
    row('reader A, the bank', withBank(0)),
    row('reader B, the bank', withBank(1)),
    ...excludedLines(readings),
  ];
}

function excludedLines(readings: readonly Reading[]): string[] {
  const read = readings.flatMap(({ excluded }) => (excluded === null ? [] : [excluded]));
  const both = read.map(([a, b]) => a.filter((id) => b.includes(id)).length);
  const count = (least: number) => both.filter((one) => one >= least).length;
  return [
    `\n${read.length} single-choice items as they were read: ${count(1)} had an option that both readers excluded at once, ${count(2)} two or more.`,
  ];
}
