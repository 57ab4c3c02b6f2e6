// All five formats say the same numbers: each is read back and held against the summary.

import { expect, test } from 'vitest';
import { summarise } from '../../src/report/summary.js';
import type { Summary } from '../../src/report/summary-shape.js';
import { weakTopics } from '../../src/report/topic-summaries.js';
import { everyReport } from './every-report.js';
import { fixedSource } from './sample-history.js';

const source = fixedSource();
const summary = summarise(source);
const reports = everyReport(source);
const rounded = (share: number) => Math.round(share * 100);
const fold = (text: string) => text.replace(/[\s│|]+/g, ' ').replaceAll('\\', '');
const seen = {
  text: fold(reports['report.txt'] as string),
  markdown: fold(reports['report.md'] as string),
  html: fold(
    (reports['report.html'] as string)
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"'),
  ),
};

/** Figures that every prose format must hold, in its words. */
function proseOf({
  readiness,
  change,
  missedCount,
  corrections,
  calibration,
  plan,
  scope,
}: Summary): string[] {
  if (change === null || calibration === null || plan === null)
    throw new Error('the fixed history has all of them');
  return [
    `${scope.answers} answers to ${scope.questions} questions`,
    `chance of ${rounded(readiness.chance)} % (80 % interval ${rounded(readiness.low)} to ${rounded(readiness.high)} %)`,
    `from ${rounded(change.readinessBefore)} % to ${rounded(readiness.chance)} %, after ${change.answers} answers`,
    `${missedCount} questions missed when last asked`,
    `Brier score ${calibration.brier.toFixed(2)} over ${calibration.answers} answers`,
    `${rounded(plan.remembered.withPlan)} % of all questions are remembered with the plan, ${rounded(plan.remembered.withoutPlan)} % without (today ${rounded(plan.remembered.today)} %)`,
    `${corrections.overridden} verdict was overridden`,
    `Answers that count for it: ${readiness.counted} of ${scope.answers}.`,
  ];
}

test.each(Object.entries(seen))('%s: headline, change, misses, confidence, plan, corrections', (_, text) => {
  for (const words of proseOf(summary)) expect(text).toContain(words);
});

test.each(Object.entries(seen))(
  '%s: every weak topic with chance, interval, weakness and evidence',
  (_, text) => {
    const weak = weakTopics(summary.topics);
    expect(weak.length).toBeGreaterThan(2);
    for (const { title, chance, low, high, weakChance, counted, misses, lastDay, drill } of weak) {
      const at = text.indexOf(title, text.indexOf('Weak topics'));
      const entry = text.slice(at, text.indexOf(drill, at) + drill.length);
      expect(entry).toContain(`${rounded(chance)} %`);
      expect(entry).toContain(`80 % interval ${rounded(low)} to ${rounded(high)} %`);
      expect(entry).toContain(`(${rounded(weakChance)} %)`);
      expect(entry).toContain(`${counted} answers counted, ${misses} missed, last on ${lastDay}`);
    }
  },
);

test('JSON is the summary', () => {
  expect(JSON.parse(reports['report.json'] as string)).toEqual(JSON.parse(JSON.stringify(summary)));
});

test('CSV of topics: the figures of the summary, to four decimals', () => {
  const rows = recordsOf(reports['topics.csv'] as string);
  expect(rows.map((row) => row.topic)).toEqual(summary.topics.map(({ topic }) => topic));
  summary.topics.forEach((topic, index) => {
    const row = rows[index] as Record<string, string>;
    expect(Number(row.chance)).toBeCloseTo(topic.chance, 4);
    expect(Number(row.low_80)).toBeCloseTo(topic.low, 4);
    expect(Number(row.high_80)).toBeCloseTo(topic.high, 4);
    expect(Number(row.weak_chance)).toBeCloseTo(topic.weakChance, 4);
    expect([row.counted, row.missed, row.answers, row.unseen]).toEqual(
      [topic.counted, topic.misses, topic.answers, topic.unseen].map(String),
    );
  });
});

test('CSV of answers adds up to the counts and credits of the summary', () => {
  const rows = recordsOf(reports['answers.csv'] as string);
  expect(rows).toHaveLength(summary.scope.answers);
  for (const { topic, answers, credit } of summary.topics) {
    const own = rows.filter((row) => row.topic === topic);
    expect(own).toHaveLength(answers);
    expect(own.reduce((sum, row) => sum + Number(row.credit), 0) / own.length).toBeCloseTo(
      credit as number,
      3,
    );
  }
  expect(rows.filter((row) => row.overridden === 'true')).toHaveLength(summary.corrections.overridden);
});

test('the tables of Markdown and HTML have every topic with its figures', () => {
  for (const { title, answers, weakChance, enough, chance } of summary.topics) {
    const figures = ` ${title} ${enough ? `${rounded(chance)} %` : 'too few'} `;
    expect(seen.markdown).toContain(figures);
    expect(seen.html).toContain(figures);
    expect(seen.markdown).toMatch(new RegExp(`${title} .{0,40} ${rounded(weakChance)} % ${answers} `));
    expect(seen.html).toMatch(new RegExp(`${title} .{0,40} ${rounded(weakChance)} % ${answers} `));
  }
});

/** CSV by the letter of RFC 4180, header names as keys. */
function recordsOf(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}
