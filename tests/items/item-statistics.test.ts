import { expect, test } from 'vitest';
import { findPlanted, inAll } from '../../bench/items/planted.js';
import { type CountedRow, decodeRow } from '../../src/history/counted-row.js';
import { Correlation } from '../../src/items/correlation.js';
import { ItemAnswers } from '../../src/items/item-answers.js';
import { itemFindings } from '../../src/items/item-findings.js';
import { itemStatistics } from '../../src/items/item-statistics.js';

const row = (person: string, item: string, credit: number, change: object = {}): CountedRow => {
  const made = decodeRow({
    answer_id: `${person} ${item}`,
    person,
    answered_at: '2026-11-20T09:00:00Z',
    item,
    topic: 'http',
    level: 'intermediate',
    type: 'single-choice',
    guess: 0.25,
    first: true,
    outcome: 'answered',
    credit,
    elapsed_ms: 1000,
    key_hash: 'k',
    chosen: [credit > 0 ? 'a' : 'b'],
    ...change,
  });
  if (made === undefined) throw new Error('no row');
  return made;
};

function statisticsOf(rows: readonly CountedRow[], options?: readonly string[]) {
  const answers = new ItemAnswers();
  for (const one of rows) answers.add(one);
  return itemStatistics(answers, () => options);
}

test('a correlation by hand', () => {
  const correlation = new Correlation();
  for (const [x, y] of [
    [1, 2],
    [2, 1],
    [3, 4],
    [4, 3],
  ] as const)
    correlation.add(x, y);
  expect(correlation.value).toBeCloseTo(0.6, 12);
  const flat = new Correlation();
  for (const x of [1, 2, 3]) flat.add(x, 5);
  expect(flat.value).toBeNull();
});

test('facility, thirds, options, time, hints: counted by hand', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f'];
  // `two` tells the last three from the first three; `one` is what is looked at.
  const rows = people.flatMap((person, number) => [
    row(person, 'one', number >= 2 ? 1 : 0, {
      elapsed_ms: 1000 * (number + 1),
      hinted: number === 0,
      flagged: number === 1,
    }),
    row(person, 'two', number >= 3 ? 1 : 0),
  ]);
  const [one] = statisticsOf(rows, ['a', 'b', 'c']);
  expect(one).toMatchObject({
    item: 'one',
    attempts: 6,
    skipped: 0,
    thirds: [0, 1, 1],
    medianMs: 3500,
    hinted: 1 / 6,
    flagged: 1 / 6,
    options: [
      { option: 'a', picks: 4, thirds: [0, 1, 1], right: true },
      { option: 'b', picks: 2, thirds: [1, 0, 0], right: false },
      { option: 'c', picks: 0, share: 0, right: false },
    ],
  });
  expect(one?.facility).toBeCloseTo(2 / 3, 12);
  // Against `two` alone: phi of (0,0,1,1,1,1) and (0,0,0,1,1,1).
  expect(one?.discrimination).toBeCloseTo(Math.SQRT1_2, 9);
});

test('repeats, copies and answers to an older key are left out', () => {
  const rows = [
    row('a', 'one', 1, { key_hash: 'old', answered_at: '2026-11-01T09:00:00Z' }),
    row('b', 'one', 1),
    row('b', 'one', 1),
    row('b', 'one', 1, { answer_id: 'again', first: false }),
    row('c', 'one', 0),
  ];
  expect(statisticsOf(rows)[0]).toMatchObject({ attempts: 2, facility: 0.5 });
});

test('below thirty first attempts nothing is said', () => {
  const rows = Array.from({ length: 29 }, (_, number) => row(`p${number}`, 'one', 0));
  expect(statisticsOf(rows, ['a', 'b', 'c', 'd']).flatMap(itemFindings)).toEqual([]);
});

test('30 planted faults among 300 items, 300 answers an item: at least nine in ten found, at least nine in ten right', () => {
  const { recall, precision } = inAll(findPlanted(300, 11, { items: 300 }));
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(precision).toBeGreaterThanOrEqual(0.9);
});
