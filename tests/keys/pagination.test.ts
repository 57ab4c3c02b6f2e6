// Keys about paging: lists walked page by page while they change, with every next-page rule that a question offers.

import { expect, it } from 'vitest';
import { expectChosen, expectFigure, figures, readQuestion } from './question-key.js';

it('item-seen-twice-after-insert: the second page after a new ticket', () => {
  const question = readQuestion('item-seen-twice-after-insert', 'numeric');
  const [first = 0, last = 0, limit = 0] = figures(question);
  const tickets = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const page = (offset: number) =>
    tickets.toSorted((one, other) => other - one).slice(offset, offset + limit);
  const before = page(0);
  tickets.push(last + 1);
  const twice = page(limit).filter((ticket) => before.includes(ticket));
  expect(twice).toHaveLength(1);
  expectFigure(question, twice[0] as number, ...page(limit).filter((ticket) => !twice.includes(ticket)));
});

interface Row {
  time: number;
  id: number;
}

const newestFirst = (one: Row, other: Row) => other.time - one.time || other.id - one.id;

it('keyset-tie-breaker-condition: which condition walks the list without loss or repetition', () => {
  const question = readQuestion('keyset-tie-breaker-condition', 'single-choice');
  // Four rows to a time, ids without any order in time.
  const rows = Array.from({ length: 60 }, (_, index) => ({
    time: Math.floor(index / 4),
    id: (index * 37) % 61,
  }));
  const walks = (isAfter: (row: Row, last: Row) => boolean) => {
    const ordered = rows.toSorted(newestFirst);
    const seen: Row[] = [];
    let page = ordered.slice(0, 5);
    while (page.length > 0 && seen.length <= rows.length) {
      seen.push(...page);
      const last = page.at(-1) as Row;
      page = ordered.filter((row) => isAfter(row, last)).slice(0, 5);
    }
    return JSON.stringify(seen) === JSON.stringify(ordered);
  };
  const shown = (id: string) => question.choices.find((choice) => choice.id === id)?.text;
  expect(['ts-only', 'ts-equal', 'row', 'both'].map(shown)).toEqual([
    '`WHERE created_at < :t`',
    '`WHERE (created_at, id) <= (:t, :i)`',
    '`WHERE (created_at, id) < (:t, :i)`',
    '`WHERE created_at <= :t AND id < :i`',
  ]);
  expectChosen(question, {
    'ts-only': walks((row, last) => row.time < last.time),
    'ts-equal': walks((row, last) => row.time < last.time || (row.time === last.time && row.id <= last.id)),
    row: walks((row, last) => row.time < last.time || (row.time === last.time && row.id < last.id)),
    both: walks((row, last) => row.time <= last.time && row.id < last.id),
  });
});

it('list-held-after-a-long-walk: an item that changes during the walk', () => {
  const question = readQuestion('list-held-after-a-long-walk', 'single-choice');
  const items = [1, 2, 3, 4].map((id) => ({ id, time: id, stock: 10 * id }));
  const atStart = structuredClone(items);
  const walked: typeof items = [];
  let last: Row = { time: 0, id: 0 };
  for (;;) {
    const next = items
      .filter((item) => newestFirst(item, last) < 0)
      .toSorted((one, other) => newestFirst(other, one))
      .slice(0, 2);
    if (next.length === 0) break;
    walked.push(...structuredClone(next));
    last = next.at(-1) as Row;
    const changed = items[0] as (typeof items)[number];
    if (changed.time === 1) Object.assign(changed, { time: 9, stock: 0 });
  }
  expect(walked.map(({ id }) => id)).toEqual([1, 2, 3, 4, 1]);
  const isState = (state: typeof items) => JSON.stringify(state) === JSON.stringify(walked);
  const eachOnce = new Set(walked.map(({ id }) => id)).size === walked.length;
  const ofOneMoment = isState(atStart) || isState(items);
  expectChosen(question, {
    first: isState(atStart),
    last: isState(items),
    once: !ofOneMoment && eachOnce,
    twice: !ofOneMoment && !eachOnce,
  });
});

it('has-more-without-counting: right for every length of the list, and the rows that each way reads', () => {
  const question = readQuestion('has-more-without-counting', 'single-choice');
  const pageSize = Number(/returns (\d+) comments per page/.exec(question.stem)?.[1]);
  const lengths = Array.from({ length: 3 * pageSize + 2 }, (_, index) => index + 1);
  type Way = (length: number, offset: number, read: (rows: number) => void) => boolean;
  const onPage = (length: number, offset: number) => Math.min(pageSize, length - offset);
  const ways: Record<string, Way> = {
    count: (length, offset, read) => {
      read(onPage(length, offset) + length);
      return length > offset + onPage(length, offset);
    },
    'full-page': (length, offset, read) => {
      read(onPage(length, offset));
      return onPage(length, offset) === pageSize;
    },
    'plus-one': (length, offset, read) => {
      const found = Math.min(pageSize + 1, length - offset);
      read(found);
      return found > pageSize;
    },
    // Last night one comment more was there.
    cached: (length, offset, read) => {
      read(onPage(length, offset));
      return length + 1 > offset + onPage(length, offset);
    },
  };
  const tried = Object.entries(ways).map(([id, way]) => {
    let rows = 0;
    const right = lengths.every((length) => {
      for (let offset = 0; offset < length; offset += pageSize) {
        const more = way(length, offset, (read) => {
          rows += read;
        });
        if (more !== length > offset + pageSize) return false;
      }
      return true;
    });
    return { id, right, rows };
  });
  const cheapest = Math.min(...tried.filter(({ right }) => right).map(({ rows }) => rows));
  expectChosen(
    question,
    Object.fromEntries(tried.map(({ id, right, rows }) => [id, right && rows === cheapest])),
  );
});
