import { expect, test } from 'vitest';
import { classItems, classRows } from '../../../bench/class/seeded-class.js';
import type { AnswerRow } from '../../../src/history/answer-row.js';
import { decodeRow } from '../../../src/history/counted-row.js';
import { ClassTally } from '../../../src/report/class/class-tally.js';
import { renderClass } from '../../../src/report/class/render-class.js';
import { summariseClass } from '../../../src/report/class/summarise-class.js';
import { REPORT_FORMATS } from '../../../src/report/formats.js';
import { plainPainter } from '../../../src/report/painter.js';

const NOW = Date.UTC(2026, 10, 20, 9);

function summaryOf(rows: Iterable<AnswerRow>, roster: string[] | null = null) {
  const tally = new ClassTally({ since: null, until: null });
  for (const row of rows) {
    const counted = decodeRow(row);
    if (counted) tally.add(counted);
  }
  return summariseClass({
    tally,
    files: 1,
    unreadable: 0,
    roster,
    titleOf: (topic) => topic,
    now: NOW,
    program: 'api-quiz 0.0.0',
  });
}

const ITEMS = classItems(300, 3);
const seeded = (people: number, answers = 60) => [...classRows({ people, answers, seed: 3 }, ITEMS)];
const [ONE] = seeded(1, 1);

test('any order of rows, and rows that come twice, give the same figures', () => {
  const rows = seeded(12);
  const shuffled = [...rows, ...rows.slice(0, 300)].reverse();
  const { scope, ...figures } = summaryOf(shuffled);
  const { scope: once, ...same } = summaryOf(rows);
  // Sums of the same numbers in another order differ in the last bits.
  expect(roundedJson(figures)).toBe(roundedJson(same));
  expect(scope).toEqual({ ...once, copies: 300 });
});

const roundedJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'number' ? Math.round(inner * 1e9) / 1e9 : inner,
  );

test('every person and topic has a chance inside its interval; the more answers, the narrower', () => {
  const { people, topics } = summaryOf(seeded(20, 200));
  for (const person of people) {
    for (const row of [person, ...person.topics]) {
      expect(row.low).toBeLessThan(row.high);
      expect(row.chance).toBeGreaterThan(row.low);
      expect(row.chance).toBeLessThan(row.high);
    }
    expect(person.high - person.low).toBeLessThan(0.35);
  }
  expect(topics.map(({ weakChance }) => weakChance).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(
    3,
    6,
  );
});

test('who is weak in a topic is told apart from who is strong in it', () => {
  const item = (person: string, number: number, credit: number): AnswerRow => ({
    ...(ONE as AnswerRow),
    answer_id: `${person}-${number}`,
    person,
    item: `made/${number}`,
    topic: 'http',
    first: true,
    credit,
    outcome: 'answered',
  });
  const rows = Array.from({ length: 12 }, (_, number) => [
    item('Ann', number, 1),
    item('Bob', number, 0),
  ]).flat();
  const [ann, bob] = summaryOf(rows).people;
  expect(ann?.low).toBeGreaterThan(bob?.high ?? 1);
});

test('only first attempts count for an estimate; the others are told as answers', () => {
  const rows = seeded(8, 200);
  const { people } = summaryOf(rows);
  const own = rows.filter(({ person }) => person === people[0]?.person);
  expect(people[0]).toMatchObject({ answers: own.length, counted: own.filter(({ first }) => first).length });
  expect(people[0]?.answers).toBeGreaterThan(people[0]?.counted ?? 0);
});

test('fewer than five people: no figure of the group, and only those who named themselves', () => {
  const rows = seeded(4).map((row) =>
    row.person === 'person-00001' ? { ...row, person: 'p-1a2b3c4d5e' } : row,
  );
  const summary = summaryOf(rows);
  expect(summary).toMatchObject({ group: false, topics: [], weeks: [], teams: [], hiddenPeople: 1 });
  expect(summary.people.map(({ person }) => person)).toEqual([
    'person-00000',
    'person-00002',
    'person-00003',
  ]);
});

test('teams under five are not told, nor can they be reckoned out of the others', () => {
  const inTeams = (...sizes: number[]) => {
    const team = sizes.flatMap((size, number) => Array.from({ length: size }, () => `t${number}`));
    return summaryOf(
      seeded(team.length).map((row) => ({ ...row, team: team[Number(row.person.slice(7))] ?? null })),
    );
  };
  expect(inTeams(8, 6).teams.map(({ team }) => team)).toEqual(['t0', 't1']);
  expect(inTeams(8, 6, 5, 3, 3)).toMatchObject({ smallTeams: { teams: 2, people: 6 } });
  // The three would be all there is beside the other two teams.
  const beside = inTeams(8, 6, 3);
  expect(beside).toMatchObject({ smallTeams: { teams: 2, people: 9 } });
  expect(beside.teams.map(({ team }) => team)).toEqual(['t0']);
});

test('the roster says who has not started', () => {
  expect(summaryOf(seeded(6), ['person-00002', 'Eve', 'Adam']).notStarted).toEqual(['Eve', 'Adam']);
});

test('every format tells the same figures and lets nothing of a name through', async () => {
  const rows = seeded(7).map((row) =>
    row.person === 'person-00003' ? { ...row, person: '=Eve\u001b[31m <b>|x', team: '<script>' } : row,
  );
  const summary = summaryOf(rows);
  const [eve] = summary.people.filter(({ person }) => person.includes('Eve'));
  const chance = `${Math.round((eve?.chance ?? 0) * 100)} %`;
  for (const format of REPORT_FORMATS) {
    const text = await renderClass(
      format,
      summary,
      { columns: 100, painter: plainPainter(false) },
      undefined,
    );
    expect(text).not.toContain('\u001b');
    // Markup is markup in a page only.
    if (format === 'html') expect(text).not.toContain('<script>');
    if (format === 'csv') expect(text).toContain("'=Eve");
    if (format !== 'csv' && format !== 'json') expect(text.replaceAll('\u00a0', ' ')).toContain(chance);
    if (format === 'html') expect(text).not.toContain('<b>');
  }
});

test('as text and as Markdown', async () => {
  const summary = summaryOf(seeded(6, 90), ['person-00000', 'Eve']);
  const page = { columns: 100, painter: plainPainter(false) };
  expect(await renderClass('text', summary, page, undefined)).toMatchSnapshot();
  expect(await renderClass('csv', summary, page, 'topics')).toMatchSnapshot();
});

test('a class without answers says so', async () => {
  const text = await renderClass(
    'text',
    summaryOf([]),
    { columns: 80, painter: plainPainter(false) },
    undefined,
  );
  expect(text).toContain('No answers in these files.');
});
