// The formats of a report: which one is meant, and what makes it. Only the one that is asked for is loaded.

import { extname } from 'node:path';
import { FORMAT_ENDINGS, type ReportFormat } from '../report/formats.js';
import type { Painter } from '../report/painter.js';
import type { Source } from '../report/source.js';
import { Failure } from '../text/failure.js';
import type { Options } from './options.js';

/** Throws Failure `report-format` where neither option nor ending says it, `report-open` where there is no page to open. */
export function formatOf({ format, output, open }: Options): ReportFormat {
  const byEnding =
    typeof output === 'string' ? FORMAT_ENDINGS[extname(output).toLowerCase()] : open ? 'html' : 'text';
  const chosen = format ?? byEnding;
  if (chosen === undefined) throw new Failure('report-format', { file: String(output) });
  if (open && chosen !== 'html') throw new Failure('report-open', { format: chosen });
  return chosen;
}

interface ReportRequest {
  source: Source;
  options: Options;
  painter: Painter;
  columns: number;
}

/** The report in pieces, none of which grows with the history. */
export async function renderReport(
  format: ReportFormat,
  { source, options, painter, columns }: ReportRequest,
): Promise<Iterable<string>> {
  if (format === 'csv' && options.table !== 'topics') {
    // Rows as they are: nothing has to be estimated for them.
    const { answersWithin } = await import('../report/chosen.js');
    const { renderAnswersCsv } = await import('../report/render-csv.js');
    return renderAnswersCsv(answersWithin(source), source);
  }
  const { summarise } = await import('../report/summary.js');
  const summary = summarise(source);
  switch (format) {
    case 'text':
      return [
        `${(await import('../report/render-text.js')).renderText(summary, columns, painter).join('\n')}\n`,
      ];
    case 'markdown':
      return [(await import('../report/render-markdown.js')).renderMarkdown(summary)];
    case 'json':
      return [(await import('../report/render-json.js')).renderJson(summary)];
    case 'html':
      return [(await import('../report/render-html.js')).renderHtml(summary)];
    case 'csv':
      return [(await import('../report/render-csv.js')).renderTopicsCsv(summary)];
  }
}
