// The report as text for a terminal.

import { padText } from '../text/fit.js';
import { counted, percent } from '../text/number.js';
import {
  finishLines,
  headLines,
  intervalBar,
  intervalLegend,
  nameCell,
  section,
  textWidth,
  wrapped,
} from './lines.js';
import type { Paint, Painter } from './painter.js';
import type { MissedQuestion, Summary, TopicSummary } from './summary-shape.js';
import { weakTopics } from './topic-summaries.js';
import {
  answeredWords,
  changeWords,
  correctionWords,
  evidenceWords,
  isFiltered,
  meaningWords,
  missWords,
  noneWeakWords,
  percentRange,
  planWords,
  reachWords,
  readinessWords,
  scopeWords,
  timeWords,
  weakWords,
} from './words.js';

/** Missed questions told on a screen; files tell more. */
const MOST_ON_SCREEN = 8;

/** Lines for a terminal of so many columns, margins included. */
export function renderText(summary: Summary, columns: number, painter: Painter): string[] {
  const width = textWidth(columns);
  const head = headLines('API interview report', summary.day, width, painter);
  if (summary.scope.answers === 0)
    return finishLines(['', ...head, '', ...emptyLines(summary, width, painter), ''], painter);
  return finishLines(
    [
      '',
      ...head,
      ...wrapped(scopeWords(summary), width, '', painter.dim),
      '',
      ...wrapped(
        readinessWords(summary.readiness),
        width,
        '',
        summary.readiness.enough ? painter.strong : undefined,
      ),
      ...(summary.change ? wrapped(changeWords(summary.change, summary.readiness), width) : []),
      ...section('Weak topics', weakLines(summary, width, painter), painter),
      ...section(studyTitle(summary, width), missedLines(summary, width, painter), painter),
      ...section('Strengths', strengthLines(summary, width), painter),
      ...section('Confidence', calibrationLines(summary, width), painter),
      ...section('Time', wrapped(timeWords(summary), width), painter),
      ...section('Plan', planLines(summary, width, painter), painter),
      ...section('Corrections and flags', correctionLines(summary, width), painter),
      ...section('What the figures mean', wrapped(meaningWords(summary), width, '', painter.dim), painter),
      '',
    ],
    painter,
  );
}

/** What an empty report says: where to begin, or that the filters leave nothing. */
function emptyLines({ scope }: Summary, width: number, { accent }: Painter): string[] {
  const text = isFiltered(scope)
    ? 'Nothing was answered in this span: leave a filter out, or practise.'
    : 'Nothing answered yet, so there is nothing to report. Ten questions are enough for a first look.';
  return [...wrapped(text, width), '', accent('api-quiz practice')];
}

function weakLines({ topics, weakest }: Summary, width: number, painter: Painter): string[] {
  const weak = weakTopics(topics);
  if (weak.length === 0) return wrapped(noneWeakWords(topics), width);
  const cells = width >= 60 ? 20 : 10;
  const rows = weak.flatMap((topic) => weakRow(topic, weakest, width, cells, painter));
  return [...rows, ...wrapped(intervalLegend(painter.signs), width, '', painter.dim)];
}

function weakRow(
  topic: TopicSummary,
  weakest: number,
  width: number,
  cells: number,
  painter: Painter,
): string[] {
  const name = nameCell(topic.title, Math.min(40, width - cells - 11), painter.signs);
  const bar = intervalBar(topic, cells, painter);
  return [
    `${padText(`${topic.rank}`, 2)} ${painter.strong(name)} ${bar} ${padText(percent(topic.chance), 6, 'left')}`,
    ...wrapped(
      `${weakWords(topic, weakest)}; 80 % interval ${percentRange(topic.low, topic.high)}`,
      width,
      '   ',
    ),
    ...wrapped(evidenceWords(topic), width, '   ', painter.dim),
    `   ${painter.accent(topic.drill)}`,
  ];
}

function studyTitle({ missedCount }: Summary, width: number): string {
  const title = `Study list: ${counted(missedCount, 'question')} missed`;
  return width < 50 ? title : `${title} when last asked`;
}

function missedLines({ missed, missedCount }: Summary, width: number, painter: Painter): string[] {
  if (missedCount === 0) return ['Nothing is missed.'];
  const shown = missed.slice(0, MOST_ON_SCREEN);
  const more = missedCount - shown.length;
  return [
    ...shown.flatMap((question, index) => missedEntry(question, index + 1, width, painter)),
    ...(more > 0
      ? wrapped(`and ${more} more: api-quiz report --output report.html`, width, '   ', painter.dim)
      : []),
  ];
}

function missedEntry(missed: MissedQuestion, number: number, width: number, painter: Painter): string[] {
  const { wrong, right, dim, accent } = painter;
  const [source] = missed.sources;
  // Where there is room, texts stand beside their labels; on a telephone they begin with them.
  const hanging = width >= 56;
  const label = (name: string, text: string, paint?: Paint) =>
    hanging
      ? wrapped(text, width, `   ${padText(name, 9)}`, paint)
      : wrapped(name === '' ? text : `${name}: ${text}`, width, '   ', paint);
  const indent = hanging ? ' '.repeat(12) : '   ';
  return [
    ...wrapped(shortened(missed.question, painter), width, padText(String(number), 3), painter.strong),
    ...label('answered', shortened(answeredWords(missed), painter), wrong),
    ...label('right', shortened(missed.right, painter), right),
    ...label('why', shortened(missed.why ?? missed.explanation, painter)),
    // Not wrapped: a link or a command cut in two can be neither clicked nor copied.
    ...(source ? [...label('source', source.title), `${indent}${dim(source.url)}`] : []),
    ...label('', `${missed.topicTitle}, ${missWords(missed)}`, dim),
    `${indent}${accent(missed.show)}`,
  ];
}

/** Characters of one text of a missed question on a screen; `api-quiz show` and the files have all of it. */
const LONGEST_ON_SCREEN = 300;

function shortened(text: string, { signs }: Painter): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST_ON_SCREEN
    ? line
    : `${line.slice(0, LONGEST_ON_SCREEN).replace(/\s+\S*$/, '')}${signs.ellipsis}`;
}

function strengthLines({ strengths, topics }: Summary, width: number): string[] {
  return strengths.flatMap((slug) => {
    const topic = topics.find((candidate) => candidate.topic === slug);
    return topic
      ? wrapped(
          `${topic.title}: ${percent(topic.chance)} (${percentRange(topic.low, topic.high)})`,
          width,
          '   ',
        )
      : [];
  });
}

/** One line per word that was stated often enough, and the Brier score. */
export function calibrationLines({ calibration }: Summary, width: number): string[] {
  if (calibration === null) return [];
  const rows = calibration.rows.map(
    ({ stated, statedChance, answers, right }) =>
      `${padText(stated, 7)} means ${percent(statedChance)}: ${percent(right)} of ${counted(answers, 'answer')}`,
  );
  const score = `Brier score ${calibration.brier.toFixed(2)} over ${counted(calibration.answers, 'answer')} with stated confidence (0 is best, always saying 50 % gives 0.25).`;
  return [...rows.flatMap((row) => wrapped(row, width, '   ')), ...wrapped(score, width, '   ')];
}

function planLines({ plan }: Summary, width: number, { accent }: Painter): string[] {
  if (plan === null) return [];
  return [
    ...wrapped(planWords(plan), width),
    ...wrapped(reachWords(plan), width).filter((line) => line !== ''),
    accent('api-quiz plan'),
  ];
}

function correctionLines(summary: Summary, width: number): string[] {
  const { flags } = summary.corrections;
  return [
    ...correctionWords(summary).flatMap((line) => wrapped(line, width)),
    ...flags.flatMap(({ item, note, day }) =>
      wrapped(`flagged on ${day}: ${item}${note === '' ? '' : `, "${note}"`}`, width),
    ),
  ];
}
