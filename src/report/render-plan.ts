// The plan to the interview as text for a terminal.

import { cellWidth, cutText, padText, wrapText } from '../text/fit.js';
import { counted, percent } from '../text/number.js';
import { finishLines, headLines, nameCell, section, shareBar, textWidth, wrapped } from './lines.js';
import type { Painter, Signs } from './painter.js';
import type { PlanSummary } from './summary-shape.js';
import { planWords, reachWords } from './words.js';

/** Days told one by one; the weeks after them are told as sums. */
const DAYS_SHOWN = 14;

/** Lines for a terminal of so many columns, margins included. */
export function renderPlan(plan: PlanSummary, columns: number, painter: Painter): string[] {
  const width = textWidth(columns);
  return finishLines(
    [
      '',
      ...headLines(`Plan to ${plan.interview}`, counted(plan.daysLeft, 'day'), width, painter),
      ...wrapped(planWords(plan), width),
      ...(plan.daysLeft === 0
        ? []
        : wrapped(reachWords(plan), width, '', plan.outOfReach.length > 0 ? painter.warn : undefined)),
      ...section('Day by day', dayLines(plan, width, painter), painter),
      ...section('Remembered on the day', topicLines(plan, width, painter), painter),
      ...(plan.daysLeft === 0
        ? []
        : [
            '',
            painter.accent('api-quiz practice'),
            ...wrapped('asks what this plan has for today, ten at a time', width, '', painter.dim),
          ]),
      '',
    ],
    painter,
  );
}

function dayLines({ days, topics }: PlanSummary, width: number, painter: Painter): string[] {
  const titles = new Map(topics.map(({ topic, title }) => [topic, title]));
  const rows = days.slice(0, DAYS_SHOWN).flatMap(({ day, minutes, reviews, newQuestions, newByTopic }) => {
    const named = namesOf(
      newByTopic.map(({ topic, count }) => `${titles.get(topic) ?? topic} ${count}`),
      width - 2,
      painter.signs,
    );
    const figures = `${padText(String(Math.round(minutes)), 3, 'left')} min  ${padText(String(reviews), 3, 'left')} ${padText(reviews === 1 ? 'review' : 'reviews', 7)}  ${padText(String(newQuestions), 3, 'left')} new`;
    const short = `${padText(String(Math.round(minutes)), 3, 'left')} min  ${reviews} rev  ${newQuestions} new`;
    return [
      width < 44 ? `${day.slice(5)}  ${short}` : `${day}  ${figures}`,
      ...(named === '' ? [] : [painter.dim(`  ${named}`)]),
    ];
  });
  const rest = days.slice(DAYS_SHOWN);
  if (rest.length === 0) return rows;
  const sum = (of: (day: PlanSummary['days'][number]) => number) =>
    rest.reduce((total, day) => total + of(day), 0);
  const text = `then ${counted(rest.length, 'day')} to ${rest.at(-1)?.day} with ${counted(
    sum((day) => day.reviews),
    'review',
  )} and ${sum((day) => day.newQuestions)} new questions in all`;
  return [...rows, ...wrapped(text, width, '', painter.dim)];
}

/** As many names as fit, one at least. */
function namesOf(names: readonly string[], width: number, { ellipsis }: Signs): string {
  for (let count = names.length; count > 1; count -= 1) {
    const text = names.slice(0, count).join(', ') + (count < names.length ? `, ${ellipsis}` : '');
    if (cellWidth(text) <= width) return text;
  }
  const more = names.length > 1 ? `, ${ellipsis}` : '';
  return cutText(names[0] ?? '', width - cellWidth(more), ellipsis) + more;
}

function topicLines({ topics, daysLeft }: PlanSummary, width: number, painter: Painter): string[] {
  if (daysLeft === 0 || topics.length === 0) return [];
  const wide = width >= 68;
  const cells = width >= 84 ? 20 : wide ? 10 : 8;
  const nameWidth = Math.min(
    Math.max(...topics.map(({ title }) => title.length)),
    width - cells - (wide ? 28 : 16),
  );
  const rows = topics
    .toSorted((a, b) => a.remembered.withPlan - b.remembered.withPlan || (a.topic < b.topic ? -1 : 1))
    .map(({ title, remembered, unseenLeft }) => {
      const unseen = wide && unseenLeft > 0 ? painter.dim(`  ${unseenLeft} unseen`) : '';
      return `${nameCell(title, nameWidth, painter.signs)}  ${shareBar(remembered.withPlan, cells, painter)} ${padText(percent(remembered.withPlan), 5, 'left')} ${painter.dim(padText(percent(remembered.withoutPlan), 6, 'left'))}${unseen}`;
    });
  return [
    ...rows,
    ...wrapText(
      'with the plan, without it; of all questions of the topic, unseen ones counted as not remembered',
      width,
    ).map(painter.dim),
  ];
}
