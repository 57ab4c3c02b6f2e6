// The report as one HTML page: no network, no script; light, dark and on paper.

import { createHash } from 'node:crypto';
import { html, type Markup, trustedMarkup } from '../text/html.js';
import { percent } from '../text/number.js';
import type { Block, ChartName } from './block.js';
import { activityChart, calibrationChart, masteryChart, trendChart } from './charts.js';
import { figure, htmlSection, paragraphs, studyItem, table } from './html-parts.js';
import { STYLE } from './html-style.js';
import type { Outline, Section } from './outline.js';
import type { MissedQuestion, Summary, TopicSummary } from './summary-shape.js';
import { evidenceWords, groupedNumber, percentRange, weakWords } from './words.js';

/** Missed questions told; JSON has more. */
const MOST_TOLD = 30;

/** The whole page. */
export function drawHtml({ title, day, scope, sections, program, summary }: Outline): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const content = sections.map((part) => keepUnits(sectionOf(part, summary)));
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}, ${day}</title>
<style>${trustedMarkup(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="muted">${scope === '' ? day : `${day} · ${scope}`}</p>
${content}</main>
<footer>Made by ${program}. This page loads nothing and runs nothing.</footer>
</body>
</html>
`.text;
}

/** Weak topics stand together, and so do charts: each group where its first one is. */
function sectionOf({ title, blocks }: Section, summary: Summary | null): Markup {
  const weak = blocks.filter((block) => block.kind === 'weak');
  const charts = blocks.flatMap((block) =>
    block.kind === 'chart' && summary ? [chartOf(block.chart, summary)] : [],
  );
  const firstChart = blocks.find(({ kind }) => kind === 'chart');
  const body = blocks.map((block) => {
    if (block === weak[0]) return cards(weak);
    if (block !== firstChart || charts.every(({ text }) => text === '')) return blockOf(block, summary);
    return html`<div class="charts">
${charts}</div>
`;
  });
  return title === '' ? html`${body}` : htmlSection(title, body);
}

/** A figure and its unit stay on one line. */
function keepUnits({ text }: Markup): Markup {
  return trustedMarkup(text.replace(/(\d) (?=%)/g, '$1\u00a0'));
}

function blockOf(block: Block, summary: Summary | null): Markup {
  switch (block.kind) {
    case 'text':
      return block.tone === 'loud' && summary
        ? html`<div class="headline"><strong>${percent(summary.readiness.chance)}</strong><p>${block.text}</p></div>
`
        : paragraphs(block.text);
    case 'missed':
      return studyList(block.missed, block.all);
    case 'table':
      return table(block.caption, block.columns, block.rows);
    case 'list':
      return html`<ul>
${block.items.map(
  (item) => html`<li>${item}</li>
`,
)}</ul>
`;
    case 'command':
      return html`<p><code>${block.command}</code></p>
`;
    case 'weak':
    case 'chart':
      return html``;
  }
}

function cards(weak: readonly { topic: TopicSummary; weakest: number }[]): Markup {
  return html`<ol class="cards">
${weak.map(({ topic, weakest }) => weakCard(topic, weakest))}</ol>
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

function studyList(missed: readonly MissedQuestion[], all: number): Markup {
  const told = missed.slice(0, MOST_TOLD);
  const more = all - told.length;
  return html`<ol class="study">
${told.map(studyItem)}</ol>
${paragraphs(more > 0 ? `… and ${more} more.` : null)}`;
}

function chartOf(name: ChartName, { topics, trend, activity, calibration, day }: Summary): Markup {
  switch (name) {
    case 'mastery':
      return figure(masteryChart(topics), null);
    case 'trend':
      return figure(trendChart(trend), null);
    case 'activity': {
      const rows = activity
        .slice(-140)
        .map((active) => [active.day, groupedNumber(active.answers), String(active.minutes)]);
      const columns = [
        { title: 'Day' },
        { title: 'Answers', number: true },
        { title: 'Minutes', number: true },
      ];
      return figure(activityChart(activity, day), table('Answers per day', columns, rows));
    }
    case 'calibration':
      return figure(calibrationChart(calibration), null);
  }
}
