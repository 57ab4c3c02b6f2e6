// A class report in each format: the outline drawn as every report is, or the figures as they are.

import { type CsvCell, renderCsv, UTF8_BOM } from '../../text/csv.js';
import { drawOutline, isDrawn, type Page, type ReportFormatName } from '../formats.js';
import { outlineOfClass } from './class-outline.js';
import type { ClassSummary } from './class-summary.js';

/** The report; `table` topics: with CSV the topics of the group instead of people x topics. */
export async function renderClass(
  format: ReportFormatName,
  summary: ClassSummary,
  page: Page,
  table: 'answers' | 'topics' | undefined,
): Promise<string> {
  if (isDrawn(format)) return drawOutline(format, outlineOfClass(summary, format === 'text'), page);
  switch (format) {
    case 'json':
      return `${JSON.stringify(summary, null, 2)}\n`;
    case 'csv':
      return UTF8_BOM + renderCsv(table === 'topics' ? topicRows(summary) : peopleRows(summary));
  }
}

/** A row for each person and topic, and one with an empty topic for all of them. */
function peopleRows({ people }: ClassSummary): CsvCell[][] {
  const head = [
    'person',
    'team',
    'topic',
    'answers',
    'counted',
    'mean_credit',
    'chance',
    'low_80',
    'high_80',
    'enough_answers',
    'first_day',
    'last_day',
  ];
  const rows = people.flatMap((person) =>
    [{ ...person, topic: '' }, ...person.topics].map((row): CsvCell[] => [
      person.person,
      person.team,
      row.topic,
      row.answers,
      row.counted,
      row.credit === null ? null : rounded(row.credit),
      rounded(row.chance),
      rounded(row.low),
      rounded(row.high),
      row.enough,
      person.firstDay,
      person.lastDay,
    ]),
  );
  return [head, ...rows];
}

function topicRows({ topics }: ClassSummary): CsvCell[][] {
  const head = [
    'rank',
    'topic',
    'title',
    'people',
    'not_started',
    'counted',
    'mean_credit',
    'chance',
    'low_80',
    'high_80',
    'weak_chance',
    'weak_in_words',
  ];
  const rows = topics.map((row): CsvCell[] => [
    row.rank,
    row.topic,
    row.title,
    row.people,
    row.notStarted,
    row.counted,
    rounded(row.credit),
    rounded(row.chance),
    rounded(row.low),
    rounded(row.high),
    rounded(row.weakChance),
    row.word,
  ]);
  return [head, ...rows];
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
