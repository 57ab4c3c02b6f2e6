// api-quiz history export --format ndjson|xapi: what is in a row, what is not, under which name, and that it is said first.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { AnswerRow } from '../../src/history/answer-row.js';
import { temporaryHome } from '../support/home.js';
import { answering, type Call, drive, NOW, run } from '../support/run.js';

const DAY_MS = 86_400_000;
const SCHEMA = JSON.parse(readFileSync('docs/answers.schema.json', 'utf8'));
const validate = new Ajv2020({
  strict: false,
  formats: { 'date-time': /^\d{4}-\d\d-\d\dT[\d:.]+Z$/ },
}).compile(SCHEMA);

const practise = (call: Call, count = 7) =>
  drive(['practice', '--count', String(count), '--seed', '5'], call, answering());

async function rowsOf(home: string, ...args: string[]): Promise<AnswerRow[]> {
  const { code, out } = await run(['history', 'export', '--format', 'ndjson', ...args], { home });
  expect(code).toBe(0);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AnswerRow);
}

test('every row is what the schema says, and holds every column of it', async () => {
  const home = temporaryHome();
  await practise({ home });
  await practise({ home, now: NOW + DAY_MS });
  const rows = await rowsOf(home, '--as', 'Ann', '--team', 'blue');
  expect(rows.length).toBeGreaterThan(8);
  for (const row of rows) {
    expect(validate(row), JSON.stringify(validate.errors)).toBe(true);
    expect(Object.keys(row)).toEqual(SCHEMA.required);
    expect(row).toMatchObject({ person: 'Ann', team: 'blue' });
  }
  expect(new Set(rows.map(({ answer_id }) => answer_id)).size).toBe(rows.length);
  expect(rows.map(({ answered_at }) => answered_at)).toEqual(
    rows.map(({ answered_at }) => answered_at).sort(),
  );
  const seen = new Set<string>();
  for (const { item, first, outcome } of rows) {
    expect(first).toBe(!seen.has(item));
    if (outcome !== 'expired') seen.add(item);
  }
});

test('words that were typed, and the machine, are in it only when asked for', async () => {
  const home = temporaryHome();
  await practise({ home }, 14);
  const without = (await run(['history', 'export', '--format', 'ndjson'], { home })).out;
  const machine = JSON.parse(readFileSync(join(home, 'config.json'), 'utf8')).machine as string;
  expect(without).not.toContain('idempotent');
  expect(without).not.toContain(machine);
  expect((await run(['history', 'export', '--format', 'xapi'], { home })).out).not.toContain('"idempotent"');
  const rows = await rowsOf(home, '--with-responses');
  expect(rows.find(({ type }) => type === 'short-answer')?.response).toBe('idempotent');
  for (const row of rows) expect(validate(row)).toBe(true);
});

test('a pseudonym that stays, the setting, and the option, in this order', async () => {
  const home = temporaryHome();
  await practise({ home }, 2);
  const personOf = async (...args: string[]) => (await rowsOf(home, ...args))[0]?.person;
  const pseudonym = await personOf();
  expect(pseudonym).toMatch(/^p-[0-9a-f]{10}$/);
  expect(await personOf()).toBe(pseudonym);
  await run(['config', 'name', 'Ann', 'Example'], { home });
  expect(await personOf()).toBe('Ann Example');
  expect(await personOf('--as', 'A. E.')).toBe('A. E.');
  expect(
    (await run(['history', 'export', '--format', 'ndjson', '--as', '\u001b[31mred'], { home })).err,
  ).toContain('--as cannot be');
});

test('--since leaves older answers out and still knows what was first', async () => {
  const home = temporaryHome();
  await practise({ home }, 4);
  await practise({ home, now: NOW + 3 * DAY_MS }, 6);
  const all = await rowsOf(home);
  const late = await rowsOf(home, '--since', '2026-11-22');
  expect(late).toEqual(all.filter(({ answered_at }) => answered_at > '2026-11-22'));
  expect(late.length).toBeLessThan(all.length);
});

test('what the file holds is said before it is written the first time; a dry run writes nothing and shows a row', async () => {
  const home = temporaryHome();
  await practise({ home }, 3);
  const file = join(home, 'ann.ndjson');
  const export_ = (...args: string[]) =>
    run(['history', 'export', file, '--format', 'ndjson', '--as', 'Ann', ...args], { home });
  const dry = await export_('--dry-run');
  expect(existsSync(file)).toBe(false);
  expect(dry.out).toContain('The file holds, under the name Ann:');
  expect(dry.out).toContain('It would hold 3 answers; the first:\n{"answer_id":');
  const first = await export_();
  expect(first.err).toContain('Words you typed are not in it.');
  expect(first.out).toBe(`${file}: 3 answers of Ann\n`);
  expect(await export_('--force')).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
});

test('a backup is still a backup', async () => {
  const home = temporaryHome();
  await practise({ home }, 2);
  expect(JSON.parse((await run(['history', 'export'], { home })).out)).toMatchObject({
    format: 'api-quiz-history',
  });
});
