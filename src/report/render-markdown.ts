// The report as Markdown that reads well raw: aligned tables, no HTML, foreign text escaped.

import { spanInWords } from '../text/duration.js';
import { escapeMarkdown as esc, markdownLink, markdownTable } from '../text/markdown-escape.js';
import { counted, percent } from '../text/number.js';
import type { MissedQuestion, PlanSummary, Summary } from './summary-shape.js';
import { weakTopics } from './topic-summaries.js';
import {
  answeredWords,
  changeWords,
  correctionWords,
  evidenceWords,
  groupedNumber,
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

/** Missed questions told; JSON has more. */
const MOST_TOLD = 30;

/** The whole page, with a final newline. */
export function renderMarkdown(summary: Summary): string {
  const { readiness, change, scope } = summary;
  const head = ['# API interview report', `${summary.day} · ${esc(scopeWords(summary))}`];
  if (scope.answers === 0) return `${[...head, 'Start with: `api-quiz practice`'].join('\n\n')}\n`;
  const blocks = [
    ...head,
    `**${esc(readinessWords(readiness))}**`,
    ...(change ? [esc(changeWords(change, readiness))] : []),
    ...titled('Weak topics', weakBlocks(summary)),
    ...titled(
      `Study list: ${counted(summary.missedCount, 'question')} missed when last asked`,
      studyBlocks(summary),
    ),
    ...titled('Strengths', strengthBlocks(summary)),
    ...titled('All topics', [topicTable(summary)]),
    ...titled('Readiness by week', [trendTable(summary)]),
    ...titled('Confidence', calibrationBlocks(summary)),
    ...titled('Time', [esc(timeWords(summary))]),
    ...titled('Plan', planBlocks(summary.plan)),
    ...titled('Corrections and flags', correctionBlocks(summary)),
    ...titled('What the figures mean', [esc(meaningWords(summary))]),
    `*Made by ${esc(summary.program)}.*`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function titled(title: string, blocks: readonly string[]): string[] {
  const some = blocks.filter((block) => block !== '');
  return some.length === 0 ? [] : [`## ${title}`, ...some];
}

const tableText = (...table: Parameters<typeof markdownTable>) =>
  table[1].length === 0 ? '' : markdownTable(...table).join('\n');

function weakBlocks({ topics, weakest }: Summary): string[] {
  const weak = weakTopics(topics);
  if (weak.length === 0) return [noneWeakWords(topics)];
  return weak.map((topic) => {
    return [
      `${topic.rank}. **${esc(topic.title)}**: ${percent(topic.chance)} (80 % interval ${percentRange(topic.low, topic.high)}), ${weakWords(topic, weakest)}`,
      `   - ${evidenceWords(topic)}`,
      `   - \`${topic.drill}\``,
    ].join('\n');
  });
}

function studyBlocks({ missed, missedCount }: Summary): string[] {
  const told = missed.slice(0, MOST_TOLD);
  const more = missedCount - told.length;
  return [
    ...told.map(studyEntry),
    ...(more > 0 ? [`… and ${more} more.`] : []),
    ...(missedCount === 0 ? ['Nothing is missed.'] : []),
  ];
}

function studyEntry(missed: MissedQuestion, index: number): string {
  const why = missed.why ?? missed.explanation;
  return [
    `${index + 1}. **${esc(missed.question)}**`,
    `   - Answered: ${esc(answeredWords(missed))}`,
    `   - Right: ${esc(missed.right)}`,
    ...(why === '' ? [] : [`   - Why: ${esc(why)}`]),
    ...missed.sources.map(({ title, url }) => `   - Source: ${markdownLink(title, url)}`),
    `   - ${esc(missed.topicTitle)}, ${missed.level}, ${missWords(missed)}: \`${missed.show.replaceAll('`', '')}\``,
  ].join('\n');
}

function strengthBlocks({ strengths, topics }: Summary): string[] {
  const lines = strengths.flatMap((slug) => {
    const topic = topics.find((candidate) => candidate.topic === slug);
    return topic
      ? [`- ${esc(topic.title)}: ${percent(topic.chance)} (${percentRange(topic.low, topic.high)})`]
      : [];
  });
  return [lines.join('\n')];
}

function topicTable({ topics }: Summary): string {
  const rows = topics.map((topic) => [
    String(topic.rank),
    esc(topic.title),
    topic.enough ? percent(topic.chance) : 'too few',
    topic.enough ? percentRange(topic.low, topic.high) : '',
    percent(topic.weakChance),
    groupedNumber(topic.answers),
    topic.credit === null ? '' : percent(topic.credit),
    topic.answers === 0 ? '' : spanInWords(topic.elapsedMs / topic.answers),
    `${topic.questions - topic.unseen}/${topic.questions}`,
  ]);
  return tableText(
    ['Rank', 'Topic', 'Chance', '80 % interval', 'Weak', 'Answers', 'Credit', 'Time each', 'Seen'],
    rows,
    [0, 2, 3, 4, 5, 6, 7, 8],
  );
}

function trendTable({ trend }: Summary): string {
  const rows = trend
    .slice(-26)
    .map(({ week, answers, credit, readiness }) => [
      week,
      groupedNumber(answers),
      credit === null ? '' : percent(credit),
      percent(readiness),
    ]);
  return rows.length < 2 ? '' : tableText(['Week of', 'Answers', 'Credit', 'Readiness'], rows, [1, 2, 3]);
}

function calibrationBlocks({ calibration }: Summary): string[] {
  if (calibration === null) return [];
  const rows = calibration.rows.map(({ stated, statedChance, answers, right }) => [
    stated,
    percent(statedChance),
    percent(right),
    groupedNumber(answers),
  ]);
  return [
    tableText(['Said', 'Means', 'Was right', 'Answers'], rows, [1, 2, 3]),
    `Brier score ${calibration.brier.toFixed(2)} over ${counted(calibration.answers, 'answer')} with stated confidence (0 is best, always saying 50 % gives 0.25).`,
  ];
}

function planBlocks(plan: PlanSummary | null): string[] {
  if (plan === null) return [];
  const days = plan.days
    .slice(0, 14)
    .map(({ day, minutes, reviews, newQuestions }) => [
      day,
      String(Math.round(minutes)),
      String(reviews),
      String(newQuestions),
    ]);
  return [
    esc(planWords(plan)),
    esc(reachWords(plan)),
    tableText(['Day', 'Minutes', 'Reviews', 'New'], days, [1, 2, 3]),
  ];
}

function correctionBlocks(summary: Summary): string[] {
  const flags = summary.corrections.flags.map(
    ({ item, note, day }) => `- flagged on ${day}: ${esc(item)}${note === '' ? '' : `, "${esc(note)}"`}`,
  );
  return [...correctionWords(summary).map(esc), flags.join('\n')];
}
