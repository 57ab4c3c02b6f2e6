// The report as one HTML page: no network, no script; light, dark and on paper.

import { createHash } from 'node:crypto';
import { spanInWords } from '../text/duration.js';
import { html, type Markup, trustedMarkup } from '../text/html.js';
import { counted, percent } from '../text/number.js';
import { activityChart, calibrationChart, masteryChart, trendChart } from './charts.js';
import { figure, paragraphs, section, studyItem, table } from './html-parts.js';
import { STYLE } from './html-style.js';
import type { Summary, TopicSummary } from './summary-shape.js';
import { weakTopics } from './topic-summaries.js';
import {
  changeWords,
  correctionWords,
  evidenceWords,
  groupedNumber,
  meaningWords,
  noneWeakWords,
  percentRange,
  planWords,
  reachWords,
  readinessWords,
  scopeWords,
  timeWords,
  weakWords,
} from './words.js';

const TITLE = 'API interview report';

/** Missed questions told; JSON has more. */
const MOST_TOLD = 30;

/** The whole page. */
export function renderHtml(summary: Summary): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const start = html`<p>Start with: <code>api-quiz practice</code></p>`;
  const content = (summary.scope.answers === 0 ? [start] : body(summary)).map(keepUnits);
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${TITLE}, ${summary.day}</title>
<style>${trustedMarkup(STYLE)}</style>
</head>
<body>
<main>
<h1>${TITLE}</h1>
<p class="muted">${summary.day} · ${scopeWords(summary)}</p>
${content}</main>
<footer>Made by ${summary.program}. This page loads nothing and runs nothing.</footer>
</body>
</html>
`.text;
}

function body(summary: Summary): Markup[] {
  return [
    headline(summary),
    section('Weak topics', [weakCards(summary)]),
    section('Charts', charts(summary)),
    section(
      `Study list: ${counted(summary.missedCount, 'question')} missed when last asked`,
      studyList(summary),
    ),
    section('Strengths', [strengths(summary)]),
    section('All topics', [topicTable(summary)]),
    section('Confidence', [confidence(summary)]),
    section('Time', [paragraphs(timeWords(summary))]),
    section('Plan', plan(summary)),
    section('Corrections and flags', [paragraphs(...correctionWords(summary)), flags(summary)]),
    section('What the figures mean', [paragraphs(meaningWords(summary))]),
  ];
}

/** A figure and its unit stay on one line. */
function keepUnits({ text }: Markup): Markup {
  return trustedMarkup(text.replace(/(\d) (?=%)/g, '$1\u00a0'));
}

function headline({ readiness, change }: Summary): Markup {
  const words = html`<p>${readinessWords(readiness)}</p>`;
  const first = readiness.enough
    ? html`<div class="headline"><strong>${percent(readiness.chance)}</strong>${words}</div>
`
    : words;
  return html`${first}${paragraphs(change ? changeWords(change, readiness) : null)}`;
}

function weakCards({ topics, weakest }: Summary): Markup {
  const weak = weakTopics(topics);
  if (weak.length === 0) return paragraphs(noneWeakWords(topics));
  return html`<ol class="cards">
${weak.map((topic) => weakCard(topic, weakest))}</ol>
`;
}

function weakCard(topic: TopicSummary, weakest: number): Markup {
  return html`<li>
<h3>${topic.rank}. ${topic.title}</h3>
<p class="figure">${percent(topic.chance)} <small>80 % interval ${percentRange(topic.low, topic.high)}</small></p>
<p>${weakWords(topic, weakest)}</p>
<p class="muted">${evidenceWords(topic)}</p>
<p><code>${topic.drill}</code></p>
</li>
`;
}

function studyList({ missed, missedCount }: Summary): Markup[] {
  if (missedCount === 0) return [paragraphs('Nothing is missed.')];
  const told = missed.slice(0, MOST_TOLD);
  const more = missedCount - told.length;
  return [
    html`<ol class="study">
${told.map(studyItem)}</ol>
`,
    paragraphs(more > 0 ? `… and ${more} more.` : null),
  ];
}

function strengths({ strengths: slugs, topics }: Summary): Markup {
  const items = topics
    .filter(({ topic }) => slugs.includes(topic))
    .sort((a, b) => slugs.indexOf(a.topic) - slugs.indexOf(b.topic));
  if (items.length === 0) return html``;
  return html`<ul>
${items.map(
  ({ title, chance, low, high }) => html`<li>${title}: ${percent(chance)} (${percentRange(low, high)})</li>
`,
)}</ul>
`;
}

function charts({ topics, trend, activity, calibration, day }: Summary): Markup[] {
  const weeks = trend.map(({ week, answers, credit, readiness }) => [
    week,
    groupedNumber(answers),
    credit === null ? '' : percent(credit),
    percent(readiness),
  ]);
  const days = activity
    .slice(-140)
    .map((active) => [active.day, groupedNumber(active.answers), String(active.minutes)]);
  const drawn = [
    figure(masteryChart(topics), null),
    figure(
      trendChart(trend),
      table(
        'Readiness by week',
        [
          { title: 'Week of' },
          { title: 'Answers', number: true },
          { title: 'Credit', number: true },
          { title: 'Readiness', number: true },
        ],
        weeks,
      ),
    ),
    figure(
      activityChart(activity, day),
      table(
        'Answers per day',
        [{ title: 'Day' }, { title: 'Answers', number: true }, { title: 'Minutes', number: true }],
        days,
      ),
    ),
    figure(calibrationChart(calibration), null),
  ];
  return drawn.every(({ text }) => text === '')
    ? []
    : [
        html`<div class="charts">
${drawn}</div>
`,
      ];
}

function topicTable({ topics }: Summary): Markup {
  const columns = [
    { title: 'Rank', number: true },
    { title: 'Topic' },
    ...['Chance', '80 % interval', 'Weak', 'Answers', 'Credit', 'Time each', 'Seen'].map((title) => ({
      title,
      number: true,
    })),
  ];
  const rows = topics.map((topic) => [
    String(topic.rank),
    topic.title,
    topic.enough ? percent(topic.chance) : 'too few',
    topic.enough ? percentRange(topic.low, topic.high) : '',
    percent(topic.weakChance),
    groupedNumber(topic.answers),
    topic.credit === null ? '' : percent(topic.credit),
    topic.answers === 0 ? '' : spanInWords(topic.elapsedMs / topic.answers),
    `${topic.questions - topic.unseen}/${topic.questions}`,
  ]);
  return table('All topics', columns, rows);
}

function confidence({ calibration }: Summary): Markup {
  if (calibration === null) return html``;
  const rows = calibration.rows.map(({ stated, statedChance, right, answers }) => [
    stated,
    percent(statedChance),
    percent(right),
    groupedNumber(answers),
  ]);
  const columns = [
    { title: 'Said' },
    ...['Means', 'Was right', 'Answers'].map((title) => ({ title, number: true })),
  ];
  return html`${table('Stated confidence', columns, rows)}${paragraphs(`Brier score ${calibration.brier.toFixed(2)} over ${counted(calibration.answers, 'answer')} with stated confidence (0 is best, always saying 50 % gives 0.25).`)}`;
}

function plan({ plan: value }: Summary): Markup[] {
  if (value === null) return [];
  const days = value.days
    .slice(0, 14)
    .map(({ day, minutes, reviews, newQuestions }) => [
      day,
      String(Math.round(minutes)),
      String(reviews),
      String(newQuestions),
    ]);
  const columns = [
    { title: 'Day' },
    ...['Minutes', 'Reviews', 'New'].map((title) => ({ title, number: true })),
  ];
  return [paragraphs(planWords(value), reachWords(value)), table('The next days', columns, days)];
}

function flags({ corrections }: Summary): Markup {
  if (corrections.flags.length === 0) return html``;
  return html`<ul>
${corrections.flags.map(
  ({ item, note, day }) => html`<li>flagged on ${day}: ${item}${note === '' ? null : `, "${note}"`}</li>
`,
)}</ul>
`;
}
