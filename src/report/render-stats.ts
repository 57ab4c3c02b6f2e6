// The statistics as text for a terminal: bars, calendar, curves.

import { spanInWords } from '../text/duration.js';
import { padText } from '../text/fit.js';
import { counted, percent } from '../text/number.js';
import { calendarLines } from './calendar.js';
import {
  finishLines,
  headLines,
  intervalBar,
  intervalLegend,
  nameCell,
  section,
  shareBar,
  textWidth,
  wrapped,
} from './lines.js';
import type { Painter } from './painter.js';
import type { Summary, TopicSummary } from './summary-shape.js';
import { brierWords, changeWords, groupedCount, groupedNumber, readinessWords, timeWords } from './words.js';

/** Lines for a terminal of so many columns, margins included. */
export function renderStats(summary: Summary, columns: number, painter: Painter): string[] {
  const width = textWidth(columns);
  const { scope, readiness, change, day, activity } = summary;
  const head = headLines('Statistics', groupedCount(scope.answers, 'answer'), width, painter);
  if (scope.answers === 0) {
    return finishLines(
      [
        '',
        ...head,
        '',
        ...wrapped('Nothing answered yet, so there is nothing to count.', width),
        painter.accent('api-quiz practice'),
        '',
      ],
      painter,
    );
  }
  return finishLines(
    [
      '',
      ...head,
      ...wrapped(readinessWords(readiness), width, '', readiness.enough ? painter.strong : undefined),
      ...(change ? wrapped(changeWords(change, readiness), width) : []),
      ...section('Mastery per topic', topicLines(summary, width, painter), painter),
      ...section('Days with answers', calendarLines(activity, day, width, painter), painter),
      ...section('Readiness by week', trendLines(summary, width, painter), painter),
      ...section(
        width >= 60 ? 'Remembered when asked again' : 'Remembered again, of expected',
        retentionLines(summary, width, painter),
        painter,
      ),
      ...section('Remembered later, without a review', forecastLines(summary, width, painter), painter),
      ...section('Confidence', calibrationLines(summary, width), painter),
      ...section('Time', wrapped(timeWords(summary), width), painter),
      '',
    ],
    painter,
  );
}

/** What of a summary one line tells. */
export interface BriefFigures {
  readiness: Pick<Summary['readiness'], 'chance' | 'enough'>;
  reviews: Pick<Summary['reviews'], 'dueNow'>;
  topics: readonly TopicSummary[];
}

/** One line for a shell prompt: how ready, what is due, where it is weak. */
export function briefLine({ readiness, reviews, topics }: BriefFigures): string {
  const weakest = topics.find(({ counted }) => counted > 0);
  return [
    readiness.enough ? `ready ${percent(readiness.chance)}` : 'ready ?',
    `${groupedNumber(reviews.dueNow)} due`,
    ...(weakest && readiness.enough ? [`weakest ${weakest.topic}`] : []),
  ].join(', ');
}

/** Cells of the columns behind a bar, blanks before them included; the longest time is `59 min 59 s`. */
const COLUMNS = { chance: 6, change: 7, answers: 8, each: 12 } as const;
const COLUMN_CELLS = Object.values(COLUMNS).reduce((sum, cells) => sum + cells, 0);

function topicLines({ topics, change }: Summary, width: number, painter: Painter): string[] {
  const wide = width >= 68;
  const cells = width >= 88 ? 20 : 10;
  const before = new Map(change?.topics.map((topic) => [topic.topic, topic.before]));
  const nameWidth = Math.min(
    Math.max(...topics.map(({ title }) => title.length)),
    width - cells - 2 - (wide ? COLUMN_CELLS : COLUMNS.chance),
  );
  const head = `${padText('', nameWidth + cells + 2)}${Object.entries(COLUMNS)
    .map(([title, room]) => padText(title, room, 'left'))
    .join('')}`;
  const rows = topics
    .toSorted(
      (a, b) => Number(b.enough) - Number(a.enough) || a.chance - b.chance || (a.topic < b.topic ? -1 : 1),
    )
    .map(
      (topic) =>
        `${nameCell(topic.title, nameWidth, painter.signs)}  ${figuresOf(topic, cells, wide, before.get(topic.topic), painter)}`,
    );
  const legend = `${intervalLegend(painter.signs)}${wide ? '; change in points since a week ago; each: time per answer' : ''}`;
  return [
    ...(wide && topics.some(({ enough }) => enough) ? [painter.dim(head)] : []),
    ...rows,
    ...wrapped(
      wide && change?.comparedWith === 'last-report' ? legend.replace('a week ago', change.sinceDay) : legend,
      width,
      '',
      painter.dim,
    ),
  ];
}

function figuresOf(
  topic: TopicSummary,
  cells: number,
  wide: boolean,
  before: number | undefined,
  painter: Painter,
): string {
  if (!topic.enough) {
    const note = wide ? `not enough answers yet (${topic.counted})` : `${topic.counted} so far`;
    return `${wide ? `${painter.dim(painter.signs.empty.repeat(cells))}  ` : ''}${painter.dim(note)}`;
  }
  const bar = `${intervalBar(topic, cells, painter)}${padText(percent(topic.chance), COLUMNS.chance, 'left')}`;
  if (!wide) return bar;
  const points = before === undefined ? 0 : Math.round(topic.chance * 100) - Math.round(before * 100);
  const change = points === 0 ? '' : points > 0 ? painter.right(`+${points}`) : painter.warn(String(points));
  const time = topic.answers === 0 ? '' : spanInWords(topic.elapsedMs / topic.answers);
  const answers = padText(groupedNumber(topic.answers), COLUMNS.answers, 'left');
  return `${bar}${padText(change, COLUMNS.change, 'left')}${painter.dim(`${answers}${padText(time, COLUMNS.each, 'left')}`)}`;
}

const WEEKS_SHOWN = 10;

function trendLines({ trend }: Summary, width: number, painter: Painter): string[] {
  if (trend.length < 2) return [];
  const cells = width >= 60 ? 30 : 12;
  return trend.slice(-WEEKS_SHOWN).map(({ week, answers, readiness }) => {
    const note = answers === 0 ? 'no answers' : groupedCount(answers, 'answer');
    return `${week}  ${shareBar(readiness, cells, painter)} ${padText(percent(readiness), 5, 'left')}${width >= 50 ? `  ${painter.dim(note)}` : ''}`;
  });
}

function retentionLines({ reviews }: Summary, width: number, painter: Painter): string[] {
  const cells = width >= 60 ? 30 : 8;
  return reviews.retention.map(({ fromDays, toDays, repeats, remembered, expected }) => {
    const span = padText(toDays === null ? `${fromDays} and more` : `${fromDays} to ${toDays - 1} days`, 13);
    const note =
      width >= 60 ? `of ${groupedNumber(repeats)}, expected ${percent(expected)}` : `of ${percent(expected)}`;
    return `${span} ${shareBar(remembered, cells, painter)} ${padText(percent(remembered), 5, 'left')}  ${painter.dim(note)}`;
  });
}

function forecastLines({ reviews }: Summary, width: number, painter: Painter): string[] {
  if (reviews.seen === 0) return [];
  const cells = width >= 60 ? 30 : 8;
  const rows = reviews.forecast
    .filter(({ days }) => [0, 1, 3, 7, 14, 30].includes(days))
    .map(
      ({ days, remembered }) =>
        `${padText(days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`, 13)} ${shareBar(remembered, cells, painter)} ${padText(percent(remembered), 5, 'left')}`,
    );
  const due = `Of ${groupedCount(reviews.seen, 'question')} seen, ${groupedNumber(reviews.dueNow)} are due now, ${groupedNumber(reviews.dueTomorrow)} by tomorrow, ${groupedNumber(reviews.dueInAWeek)} within a week.`;
  return [...rows, ...wrapped(due, width, '', painter.dim)];
}

/** `stats --json`: the summary with the fields it has always had on top. */
export function statsData(summary: Summary) {
  const { topics, scope, readiness, change, trend, activity, calibration, time, reviews, corrections } =
    summary;
  return {
    answers: scope.answers,
    topics,
    readiness,
    change,
    trend,
    activity,
    calibration,
    time,
    reviews,
    corrections,
  };
}

/** One line per word that was stated often enough, and the Brier score. */
function calibrationLines({ calibration }: Summary, width: number): string[] {
  if (calibration === null) return [];
  const rows = calibration.rows.map(
    ({ stated, statedChance, answers, right }) =>
      `${padText(stated, 7)} means ${percent(statedChance)}: ${percent(right)} of ${counted(answers, 'answer')}`,
  );
  return [
    ...rows.flatMap((row) => wrapped(row, width, '   ')),
    ...wrapped(brierWords(calibration), width, '   '),
  ];
}
