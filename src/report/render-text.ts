// The report as text for a terminal.

import type { Paint } from '../look/theme.js';
import { cellWidth, padText } from '../text/fit.js';
import { percent } from '../text/number.js';
import type { Block } from './block.js';
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
import type { Outline } from './outline.js';
import type { Painter } from './painter.js';
import type { MissedQuestion, TopicSummary } from './summary-shape.js';
import { answeredWords, evidenceWords, missWords, percentRange, weakWords } from './words.js';

/** Missed questions told on a screen; files tell more. */
const MOST_ON_SCREEN = 8;

/** Lines for a terminal of so many columns, margins included. */
export function drawText(
  { title, day, scope, sections }: Outline,
  columns: number,
  painter: Painter,
): string[] {
  const width = textWidth(columns);
  const lines = sections.flatMap((part) => {
    const blocks = part.blocks.filter(({ page }) => !page).flatMap((block) => linesOf(block, width, painter));
    // What the shades of the bars mean is said once, below the last.
    if (part.blocks.some(({ kind }) => kind === 'weak'))
      blocks.push(...wrapped(intervalLegend(painter.signs), width, '', painter.dim));
    if (part.title === '') return ['', ...blocks];
    const shown = width < 50 ? part.title.replace(/ when last asked$/, '') : part.title;
    return section(shown, blocks, painter);
  });
  return finishLines(
    [
      '',
      ...headLines(title, day, width, painter),
      ...(scope === '' ? [] : wrapped(scope, width, '', painter.dim)),
      ...lines,
      '',
    ],
    painter,
  );
}

function linesOf(block: Block, width: number, painter: Painter): string[] {
  switch (block.kind) {
    case 'text': {
      const { tone } = block;
      const paint = tone === 'loud' ? painter.strong : tone === 'quiet' ? painter.dim : undefined;
      return wrapped(block.text, width, '', paint);
    }
    case 'weak':
      return weakRow(block.topic, block.weakest, width, width >= 60 ? 20 : 10, painter);
    case 'missed':
      return missedLines(block.missed, block.all, width, painter);
    case 'table':
      return tableLines(block, width, painter);
    case 'list':
      return block.items.flatMap((item) => wrapped(item, width, '   '));
    case 'command':
      return [painter.accent(block.command)];
    case 'chart':
      return [];
  }
}

/** Columns as wide as their widest cell, figures at the right. */
function tableLines(
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  width: number,
  { dim }: Painter,
): string[] {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => cellWidth(row[at] ?? ''))));
  return all.map((row, index) => {
    const cells = row.map((cell, at) =>
      padText(cell, widths[at] ?? 0, columns[at]?.number ? 'left' : 'right'),
    );
    const line = `   ${cells.join('  ')}`.slice(0, width);
    return index === 0 ? dim(line) : line;
  });
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

function missedLines(
  missed: readonly MissedQuestion[],
  all: number,
  width: number,
  painter: Painter,
): string[] {
  const shown = missed.slice(0, MOST_ON_SCREEN);
  const more = all - shown.length;
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
