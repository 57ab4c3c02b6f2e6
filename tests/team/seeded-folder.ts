// A seeded class as a folder of exports, and what the product says about it: what every engine has to agree with.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { classItems, classRows } from '../../bench/class/seeded-class.js';
import { renderNdjson } from '../../src/exchange/answers/ndjson.js';
import { decodeRow } from '../../src/history/counted-row.js';
import { ItemAnswers } from '../../src/items/item-answers.js';
import { itemStatistics } from '../../src/items/item-statistics.js';
import { ClassTally } from '../../src/report/class/class-tally.js';
import { summariseClass } from '../../src/report/class/summarise-class.js';

const ROWS = [...classRows({ people: 30, answers: 80, seed: 5 }, classItems(120, 5))];

/** Three files, one of them compressed; the third repeats answers of the first. */
export function writeSeededClass(folder: string): void {
  const text = (from: number, to: number) => [...renderNdjson(ROWS.slice(from, to))].join('');
  writeFileSync(join(folder, 'a.ndjson'), text(0, 1500));
  writeFileSync(join(folder, 'b.ndjson.gz'), gzipSync(text(1500, ROWS.length)));
  writeFileSync(join(folder, 'c.ndjson'), text(100, 200));
}

export function productFigures() {
  const tally = new ClassTally({ since: null, until: null });
  const answers = new ItemAnswers();
  for (const row of ROWS) {
    const counted = decodeRow(row);
    if (counted === undefined) throw new Error('no row');
    tally.add(counted);
    answers.add(counted);
  }
  const summary = summariseClass({
    tally,
    files: 3,
    unreadable: 0,
    roster: null,
    titleOf: (topic) => topic,
    now: 0,
    program: '',
  });
  return { summary, items: itemStatistics(answers) };
}

type Cell = number | string | null;

/** The same tables as docs/team/*.sql makes them, row by row. */
export function productTables(): Record<string, Cell[][]> {
  const { summary, items } = productFigures();
  return {
    mastery: summary.people.flatMap(({ person, topics }) =>
      topics
        .filter(({ counted }) => counted > 0)
        .map(({ topic, counted, credit, chance, low, high }) => [
          person,
          topic,
          counted,
          credit,
          chance,
          low,
          high,
        ]),
    ),
    items: items.map((item) => [
      item.item,
      item.attempts,
      item.facility,
      ...item.thirds,
      item.pointBiserial,
      item.discrimination,
      item.medianMs,
      item.hinted,
      item.flagged,
    ]),
    weeks: summary.weeks.map(({ week, people, answers, counted, credit }) => [
      week,
      people,
      answers,
      counted,
      credit,
    ]),
    distractors: items.flatMap(({ item, options }) =>
      options.map(({ option, picks, share, thirds }) => [item, option, picks, share, ...thirds]),
    ),
  };
}

/** Figures with so many digits as any report shows, and more. */
export function comparable(rows: readonly (readonly unknown[])[]): Cell[][] {
  return rows.map((row) => row.map(comparableCell));
}

function comparableCell(cell: unknown): Cell {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string' && !/^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell)) return cell;
  const number = Number(cell);
  return Number.isNaN(number) ? String(cell) : Math.round(number * 1e8) / 1e8;
}
