// docs/team/*.sql run by a real DuckDB over a seeded class: the same figures as the product's own, to eight digits.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, expect, test } from 'vitest';
import { temporaryHome } from '../support/home.js';
import { comparable, productTables, writeSeededClass } from './seeded-folder.js';

const sqlOf = (name: string) => readFileSync(join('docs', 'team', `${name}.sql`), 'utf8');

async function openClass(folder: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  writeSeededClass(folder);
  await connection.run(sqlOf('load-duckdb').replaceAll('class-folder', folder));
  for (const name of ['answers', 'picks-duckdb']) await connection.run(sqlOf(name));
  return connection;
}

let tables: Record<string, unknown[][]>;
beforeAll(() => {
  tables = productTables();
});

test.each(['mastery', 'items', 'weeks', 'distractors'])(
  '%s: DuckDB and the product agree',
  async (name) => {
    const connection = await openClass(temporaryHome());
    const rows = (await connection.runAndReadAll(sqlOf(name))).getRowsJson();
    expect(rows.length).toBeGreaterThan(5);
    expect(comparable(rows)).toEqual(comparable(tables[name] ?? []));
  },
  60_000,
);

test('teams and retention: groups under five people are not told, and the figures stay what they were', async () => {
  const connection = await openClass(temporaryHome());
  for (const name of ['teams', 'retention']) {
    const reader = await connection.runAndReadAll(sqlOf(name));
    const people = reader.columnNames().indexOf('people');
    const rows = comparable(reader.getRowsJson());
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(Number(row[people])).toBeGreaterThanOrEqual(5);
    expect(rows).toMatchSnapshot();
  }
  expect(comparable(tables.mastery ?? []).slice(0, 12)).toMatchSnapshot();
  expect(comparable(tables.items ?? []).slice(0, 6)).toMatchSnapshot();
}, 60_000);

test('as Parquet, with the settings that keep the memory low, and read back the same', async () => {
  const folder = temporaryHome();
  const connection = await openClass(folder);
  const file = join(folder, 'answers.parquet');
  await connection.run(sqlOf('parquet').replace('answers.parquet', file));
  expect(statSync(file).size).toBeGreaterThan(1000);
  const count = async (from: string) =>
    Number((await connection.runAndReadAll(`select count(*) from ${from}`)).getRowsJson()[0]?.[0]);
  expect(await count(`read_parquet('${file}')`)).toBe(await count('rows'));
}, 60_000);
