// `npm run team:postgres [-- folder]`: docs/team/*.sql over exports in a real PostgreSQL. Without a folder a seeded class is taken and its
// figures are held against the product's own. Tables are made in a schema of their own, which is dropped at the end.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnswerFiles } from '../src/app/class/read-answer-files.js';
import type { CountedRow } from '../src/history/counted-row.js';
import { comparable, productTables, writeSeededClass } from '../tests/team/seeded-folder.js';

/** What is used of pg, which brings no types. */
interface Client {
  connect(): Promise<void>;
  query(
    query: string | { text: string; rowMode: 'array' },
    values?: unknown[],
  ): Promise<{ rows: unknown[][] }>;
  end(): Promise<void>;
}
const require = createRequire(import.meta.url);
const pg: { Client: new () => Client } = require('pg');

const HOW = `No PostgreSQL answers. Start one, for example on Debian:

  apt-get install -y postgresql
  su postgres -c "/usr/lib/postgresql/*/bin/initdb -D /tmp/team-pg" && su postgres -c "/usr/lib/postgresql/*/bin/pg_ctl -D /tmp/team-pg -o '-p 5433 -k /tmp' -l /tmp/team-pg.log start"
  PGHOST=/tmp PGPORT=5433 PGUSER=postgres PGDATABASE=postgres npm run team:postgres

PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE say where it is.`;
const TABLES = ['mastery', 'items', 'weeks', 'distractors'];
const ROWS_AT_ONCE = 500;
const COLUMNS = 18;

const sqlOf = (name: string) => readFileSync(join('docs', 'team', `${name}.sql`), 'utf8');

function valuesOf(row: CountedRow): unknown[] {
  return [
    row.answerId,
    row.person,
    row.team,
    new Date(row.at).toISOString().replace('Z', ''),
    row.item,
    row.topic,
    row.level,
    row.type,
    row.keyHash,
    row.first,
    row.outcome,
    row.credit,
    row.guess,
    row.hinted,
    row.flagged,
    row.markedByKey ? 'key' : 'self',
    Math.round(row.elapsedMs),
    row.chosen,
  ];
}

async function load(client: Client, folder: string): Promise<number> {
  const rows: unknown[][] = [];
  await readAnswerFiles(folder, (row) => rows.push(valuesOf(row)));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const places = some.map(
      (_, row) =>
        `(${Array.from({ length: COLUMNS }, (_x, column) => `$${row * COLUMNS + column + 1}`).join(',')})`,
    );
    await client.query(`insert into rows values ${places.join(',')}`, some.flat());
  }
  return rows.length;
}

async function main(folder: string | undefined): Promise<void> {
  const client = new pg.Client();
  try {
    await client.connect();
  } catch (error) {
    console.error(`${HOW}\n\n(${String(error)})`);
    process.exitCode = 2;
    return;
  }
  const made = folder === undefined ? mkdtempSync(join(tmpdir(), 'api-quiz-team-')) : undefined;
  if (made !== undefined) writeSeededClass(made);
  const product = productTables();
  const schema = `api_quiz_${process.pid}`;
  try {
    await client.query(`set timezone = 'UTC'; create schema ${schema}; set search_path = ${schema}`);
    for (const name of ['load-postgres']) await client.query(sqlOf(name));
    console.log(`${await load(client, folder ?? made ?? '')} rows`);
    for (const name of ['answers', 'picks-postgres']) await client.query(sqlOf(name));
    for (const name of [...TABLES, 'teams', 'retention']) {
      const { rows } = await client.query({ text: sqlOf(name), rowMode: 'array' });
      const same = JSON.stringify(comparable(rows)) === JSON.stringify(comparable(product[name] ?? []));
      const held =
        made === undefined || !TABLES.includes(name)
          ? ''
          : same
            ? ', as the product has them'
            : ', NOT as the product has them';
      console.log(`${name}: ${rows.length} rows${held}`);
      if (held.includes('NOT')) process.exitCode = 1;
    }
  } finally {
    await client.query(`drop schema if exists ${schema} cascade`);
    await client.end();
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
  }
}

await main(process.argv[2]);
