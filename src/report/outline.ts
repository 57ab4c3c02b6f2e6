// What a report says, in order, before any format draws it: Summary -> sections of blocks. A new section is written here once.

import { spanInWords } from '../text/duration.js';
import { counted, percent } from '../text/number.js';
import type { Block } from './block.js';
import { openBlocks } from './open-blocks.js';
import type { PlanSummary, Summary } from './summary-shape.js';
import { weakTopics } from './topic-summaries.js';
import {
  brierWords,
  changeWords,
  correctionWords,
  emptyWords,
  flagWords,
  groupedNumber,
  meaningWords,
  noneWeakWords,
  percentRange,
  planWords,
  reachWords,
  readinessWords,
  scopeWords,
  tiedWords,
  timeWords,
} from './words.js';

export interface Section {
  /** Empty for what stands at the top. */
  title: string;
  blocks: readonly Block[];
}

export interface Outline {
  title: string;
  /** YYYY-MM-DD. */
  day: string;
  /** What it is about; empty where nothing was answered. */
  scope: string;
  sections: readonly Section[];
  /** Who made it. */
  program: string;
  /** The charts draw it; null where there are none. */
  summary: Summary | null;
}

/** The whole report; sections without a block are left out. */
export function outlineOf(summary: Summary): Outline {
  const { day, program } = summary;
  const sections = summary.scope.answers === 0 ? [emptySection(summary)] : sectionsOf(summary);
  return {
    title: 'API interview report',
    day,
    scope: summary.scope.answers === 0 ? '' : scopeWords(summary),
    sections: sections.filter(({ blocks }) => blocks.length > 0),
    program,
    summary,
  };
}

function emptySection({ scope }: Summary): Section {
  return {
    title: '',
    blocks: [
      { kind: 'text', text: emptyWords(scope) },
      { kind: 'command', command: 'api-quiz practice' },
    ],
  };
}

function sectionsOf(summary: Summary): Section[] {
  const { missed, missedCount } = summary;
  return [
    { title: '', blocks: headline(summary) },
    { title: 'Weak topics', blocks: weakBlocks(summary) },
    { title: 'Charts', blocks: chartBlocks },
    {
      title: `Study list: ${counted(missedCount, 'question')} missed when last asked`,
      blocks: missedCount === 0 ? says('Nothing is missed.') : [{ kind: 'missed', missed, all: missedCount }],
    },
    { title: 'Strengths', blocks: list(strengths(summary)) },
    { title: 'All topics', blocks: [{ ...topicTable(summary), page: true }] },
    { title: 'Readiness by week', blocks: weeks(summary) },
    { title: 'Confidence', blocks: confidence(summary) },
    { title: 'Open questions', blocks: openBlocks(summary.open) },
    { title: 'Time', blocks: says(timeWords(summary)) },
    { title: 'Plan', blocks: plan(summary.plan) },
    { title: 'Corrections and flags', blocks: corrections(summary) },
    {
      title: 'What the figures mean',
      blocks: [{ kind: 'text', text: meaningWords(summary), tone: 'quiet' }],
    },
  ];
}

const says = (...texts: readonly string[]): Block[] =>
  texts.flatMap((text) => (text === '' ? [] : [{ kind: 'text', text }]));

const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

function headline({ readiness, change }: Summary): Block[] {
  const first: Block = {
    kind: 'text',
    text: readinessWords(readiness),
    ...(readiness.enough ? { tone: 'loud' } : {}),
  };
  return [first, ...(change ? says(changeWords(change, readiness)) : [])];
}

function weakBlocks({ topics, weakest }: Summary): Block[] {
  const weak = weakTopics(topics);
  return weak.length === 0
    ? says(noneWeakWords(topics))
    : [...says(tiedWords(weak, weakest)), ...weak.map((topic): Block => ({ kind: 'weak', topic, weakest }))];
}

const chartBlocks: readonly Block[] = (['mastery', 'trend', 'activity', 'calibration'] as const).map(
  (chart) => ({
    kind: 'chart',
    chart,
    page: true,
  }),
);

function strengths({ strengths: slugs, topics }: Summary): string[] {
  return slugs.flatMap((slug) =>
    topics
      .filter(({ topic }) => topic === slug)
      .map(({ title, chance, low, high }) => `${title}: ${percent(chance)} (${percentRange(low, high)})`),
  );
}

const numbers = (...titles: readonly string[]) => titles.map((title) => ({ title, number: true }));

function topicTable({ topics }: Summary): Block {
  return {
    kind: 'table',
    caption: 'All topics',
    columns: [
      { title: 'Rank', number: true },
      { title: 'Topic' },
      ...numbers('Chance', '80 % interval', 'Weak', 'Answers', 'Credit', 'Time each', 'Seen'),
    ],
    rows: topics.map((topic) => [
      String(topic.rank),
      topic.title,
      topic.enough ? percent(topic.chance) : 'too few',
      topic.enough ? percentRange(topic.low, topic.high) : '',
      percent(topic.weakChance),
      groupedNumber(topic.answers),
      topic.credit === null ? '' : percent(topic.credit),
      topic.answers === 0 ? '' : spanInWords(topic.elapsedMs / topic.answers),
      `${topic.questions - topic.unseen}/${topic.questions}`,
    ]),
  };
}

/** Weeks told: half a year. */
const WEEKS_TOLD = 26;

function weeks({ trend }: Summary): Block[] {
  if (trend.length < 2) return [];
  const rows = trend
    .slice(-WEEKS_TOLD)
    .map(({ week, answers, credit, readiness }) => [
      week,
      groupedNumber(answers),
      credit === null ? '' : percent(credit),
      percent(readiness),
    ]);
  const columns = [{ title: 'Week of' }, ...numbers('Answers', 'Credit', 'Readiness')];
  return [{ kind: 'table', caption: 'Readiness by week', columns, rows, page: true }];
}

function confidence({ calibration }: Summary): Block[] {
  if (calibration === null) return [];
  const rows = calibration.rows.map(({ stated, statedChance, right, answers }) => [
    stated,
    percent(statedChance),
    percent(right),
    groupedNumber(answers),
  ]);
  const columns = [{ title: 'Said' }, ...numbers('Means', 'Was right', 'Answers')];
  return [{ kind: 'table', caption: 'Stated confidence', columns, rows }, ...says(brierWords(calibration))];
}

/** Days of the plan that are told; `api-quiz plan` has all. */
const DAYS_TOLD = 14;

function plan(value: PlanSummary | null): Block[] {
  if (value === null) return [];
  const rows = value.days
    .slice(0, DAYS_TOLD)
    .map(({ day, minutes, reviews, newQuestions }) => [
      day,
      String(Math.round(minutes)),
      String(reviews),
      String(newQuestions),
    ]);
  const columns = [{ title: 'Day' }, ...numbers('Minutes', 'Reviews', 'New')];
  return [
    ...says(planWords(value), reachWords(value)),
    { kind: 'table', caption: 'The next days', columns, rows, page: true },
    { kind: 'command', command: 'api-quiz plan' },
  ];
}

function corrections(summary: Summary): Block[] {
  return [...says(...correctionWords(summary)), ...list(summary.corrections.flags.map(flagWords))];
}
