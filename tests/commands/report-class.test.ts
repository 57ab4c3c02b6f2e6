// api-quiz report --from: a class out of what its people exported.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ClassSummary } from '../../src/report/class/class-summary.js';
import { temporaryHome } from '../support/home.js';
import { answering, drive, run } from '../support/run.js';

async function classOf(...names: string[]): Promise<string> {
  const folder = join(temporaryHome(), 'class');
  mkdirSync(folder);
  for (const [number, name] of names.entries()) {
    const home = temporaryHome();
    await drive(
      ['practice', '--count', '7', '--seed', '5'],
      { home },
      answering((item) => item === 'sample/one' || number % 2 === 0),
    );
    const file = join(folder, `${name || 'nobody'}.ndjson`);
    const args = ['history', 'export', file, '--format', 'ndjson', '--team', 'blue'];
    expect((await run(name === '' ? args : [...args, '--as', name], { home })).code).toBe(0);
  }
  return folder;
}

const summaryOf = async (folder: string, ...args: string[]) =>
  JSON.parse((await run(['report', '--from', folder, '--format', 'json', ...args])).out) as ClassSummary;

test('six people from export to report, with who has not started', async () => {
  const folder = await classOf('Ann', 'Bob', 'Cem', 'Dan', 'Eve', '');
  const roster = join(folder, 'roster.txt');
  writeFileSync(roster, '# the class\nAnn\nZoë\r\n\n');
  const summary = await summaryOf(folder, '--roster', roster);
  expect(summary).toMatchObject({
    group: true,
    scope: { files: 6, answers: 42, people: 6, copies: 0, unreadable: 0 },
    notStarted: ['Zoë'],
    teams: [{ team: 'blue', people: 6 }],
  });
  expect(summary.people.map(({ person }) => person.replace(/^p-.*/, 'p'))).toEqual([
    'Ann',
    'Bob',
    'Cem',
    'Dan',
    'Eve',
    'p',
  ]);
  const topics = summary.topics.map(({ title }) => title);
  const { out } = await run(['report', '--from', folder, '--format', 'markdown']);
  for (const words of ['# Class report', 'Weak topics of the group', '| Ann ', ...topics])
    expect(out).toContain(words);
  const page = join(folder, 'class.html');
  expect((await run(['report', '--from', folder, '-o', page])).out).toBe(`${page}\n`);
  expect(readFileSync(page, 'utf8')).toContain('<h1>Class report</h1>');
});

test("--since and --topic keep to some; the report of a class is none of one's own", async () => {
  const folder = await classOf('Ann', 'Bob');
  expect((await summaryOf(folder, '--since', '2026-11-21')).scope.people).toBe(0);
  const [topic = ''] = (await summaryOf(folder)).people[0]?.topics.map(({ topic }) => topic) ?? [];
  expect((await summaryOf(folder, '--topic', topic)).people[0]?.topics).toHaveLength(1);
  const home = temporaryHome();
  await run(['report', '--from', folder], { home });
  expect(existsSync(join(home, 'config.json'))).toBe(false);
});

test('wrong use in one line', async () => {
  expect((await run(['report', '--from', temporaryHome()])).err).toContain('no answers here');
  const folder = await classOf('Ann');
  expect((await run(['report', '--from', folder, '--roster', 'nowhere'])).err).toContain(
    'the names cannot be read',
  );
});
