// A source rendered in every format, as the command does it.

import { answersWithin } from '../../src/report/chosen.js';
import { outlineOf } from '../../src/report/outline.js';
import { plainPainter } from '../../src/report/painter.js';
import { renderAnswersCsv, renderTopicsCsv } from '../../src/report/render-csv.js';
import { drawHtml } from '../../src/report/render-html.js';
import { renderJson } from '../../src/report/render-json.js';
import { drawMarkdown } from '../../src/report/render-markdown.js';
import { renderStats } from '../../src/report/render-stats.js';
import { drawText } from '../../src/report/render-text.js';
import type { Source } from '../../src/report/source.js';
import { summarise } from '../../src/report/summary.js';

/** By the name of the file it would be. */
export function everyReport(source: Source): Record<string, string> {
  const summary = summarise(source);
  return {
    'report.txt': `${drawText(outlineOf(summary), 84, plainPainter()).join('\n')}\n`,
    'report.md': drawMarkdown(outlineOf(summary)),
    'report.json': renderJson(summary),
    'answers.csv': [...renderAnswersCsv(answersWithin(source), source)].join(''),
    'topics.csv': renderTopicsCsv(summary),
    'report.html': drawHtml(outlineOf(summary)),
    'stats.txt': `${renderStats(summary, 84, plainPainter()).join('\n')}\n`,
  };
}
