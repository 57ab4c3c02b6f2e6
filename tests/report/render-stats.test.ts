// What `stats` draws beyond its snapshots: columns stay apart whatever their figures.

import { expect, it } from 'vitest';
import { makeTheme } from '../../src/look/theme.js';
import { signsFor } from '../../src/report/painter.js';
import { renderStats } from '../../src/report/render-stats.js';
import { summarise } from '../../src/report/summary.js';
import { fixedSource } from './sample-history.js';

const PAINTER = {
  ...makeTheme({ level: 0, ascii: false, light: false }),
  signs: signsFor(false),
};

it.each([80, 92, 120])('many answers of many minutes stay two columns at %i', (width) => {
  const summary = summarise(fixedSource());
  const answers = 1234;
  const topics = summary.topics.map((topic) => ({ ...topic, answers, elapsedMs: answers * 3_599_000 }));
  const rows = renderStats({ ...summary, topics }, width, PAINTER).filter((line) =>
    line.includes('59 min 59 s'),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((line) => !/ 1,234 +59 min 59 s$/.test(line) || line.length > width)).toEqual([]);
});
