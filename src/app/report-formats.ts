// Which format of a report is meant, and the report in it.

import {
  formatByEnding,
  formatEndings,
  type Page,
  REPORT_FORMATS,
  type ReportFormatName,
  renderSummary,
} from '../report/formats.js';
import { Failure } from '../text/failure.js';
import type { SummaryRequest } from './open-summary.js';
import type { Options } from './options.js';

/** Throws Failure `report-format` where neither option nor ending says it, `report-open` where there is no page to open. */
export function formatOf({ format, output, open }: Options): ReportFormatName {
  const byEnding = output === undefined ? (open ? 'html' : 'text') : formatByEnding(output);
  const chosen = REPORT_FORMATS.find((name) => name === format) ?? byEnding;
  if (chosen === undefined)
    throw new Failure('report-format', {
      file: output ?? '',
      endings: formatEndings().join(', '),
    });
  if (open && chosen !== 'html') throw new Failure('report-open', { format: chosen });
  return chosen;
}

interface ReportRequest extends Page {
  summary: SummaryRequest;
  table: Options['table'];
}

/** The report in pieces, none of which grows with the history. */
export async function renderReport(
  format: ReportFormatName,
  { summary, table, ...page }: ReportRequest,
): Promise<Iterable<string>> {
  const { answersFor, summaryFor } = await import('./summary-of-history.js');
  if (format === 'csv' && table !== 'topics') {
    // Rows as they are: nothing has to be estimated for them.
    const { renderAnswersCsv } = await import('../report/render-csv.js');
    const { answers, source } = answersFor(summary);
    return renderAnswersCsv(answers, source);
  }
  return [await renderSummary(format, summaryFor(summary), page)];
}
