// What the chart library makes becomes a drawing of the page: no style, no script, no colours of its own.

import { expect, test } from 'vitest';
import { renderChart } from '../../src/report/chart-svg.js';
import { activityChart, calibrationChart, masteryChart, trendChart } from '../../src/report/charts.js';
import { summarise } from '../../src/report/summary.js';
import { emptySource, fixedSource, hostileSource } from './sample-history.js';

const summary = summarise(fixedSource());
const charts = [
  masteryChart(summary.topics),
  trendChart(summary.trend),
  activityChart(summary.activity, summary.day),
  calibrationChart(summary.calibration),
];

test('the fixed history has all four', () => {
  expect(charts.map((chart) => chart?.name)).toEqual(['mastery', 'trend', 'activity', 'calibration']);
});

test.each(charts.flatMap((chart) => (chart ? [[chart.name, chart] as const] : [])))('%s', (name, chart) => {
  const { text } = renderChart(chart);
  expect(text).toContain(
    `<svg role="img" viewBox="0 0 ${chart.width} ${chart.height}" aria-labelledby="${name}-title ${name}-text"><title id="${name}-title">`,
  );
  expect(text).toContain('<desc');
  expect(text).not.toMatch(/<style|<script|style="|class="|ecmeta|url\(|xlink/);
  const colours = [...text.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour as string);
  expect(colours.filter((colour) => colour !== 'none' && !/^var\(--[a-z0-4]+\)$/.test(colour))).toEqual([]);
  expect(renderChart(chart).text).toBe(text);
});

test('topics stand by their whole names', () => {
  const title = 'Contracts, documentation and developer experience';
  const mastery = masteryChart(summary.topics.map((topic) => ({ ...topic, title })));
  expect(mastery && renderChart(mastery).text).toContain(`>${title}<`);
});

test('no answers, no charts', () => {
  const empty = summarise(emptySource());
  expect([
    masteryChart(empty.topics),
    trendChart(empty.trend),
    activityChart(empty.activity, empty.day),
    calibrationChart(empty.calibration),
  ]).toEqual([undefined, undefined, undefined, undefined]);
});

test('titles of foreign packs are text in a drawing too', () => {
  const topics = summarise(hostileSource()).topics.map((topic) => ({
    ...topic,
    enough: true,
    title: `<b>"${topic.topic}`,
  }));
  const chart = masteryChart(topics) ?? expect.fail();
  expect(renderChart(chart).text).not.toContain('<b>');
});
