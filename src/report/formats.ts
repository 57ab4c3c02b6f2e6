// The formats of a report: a row each, with the endings of file names that mean it and what draws it. Only the one asked for is loaded.

import type { Painter } from './painter.js';
import type { Summary } from './summary-shape.js';

/** How wide, and with which colours and signs. */
export interface Page {
  columns: number;
  painter: Painter;
}

interface ReportFormat {
  endings: readonly string[];
  render(summary: Summary, page: Page): Promise<string>;
}

const ROWS = {
  text: {
    endings: ['.txt'],
    async render(summary, { columns, painter }) {
      const { renderText } = await import('./render-text.js');
      return `${renderText(summary, columns, painter).join('\n')}\n`;
    },
  },
  markdown: {
    endings: ['.md', '.markdown'],
    render: async (summary) => (await import('./render-markdown.js')).renderMarkdownReport(summary),
  },
  json: {
    endings: ['.json'],
    render: async (summary) => (await import('./render-json.js')).renderJson(summary),
  },
  csv: {
    endings: ['.csv'],
    render: async (summary) => (await import('./render-csv.js')).renderTopicsCsv(summary),
  },
  html: {
    endings: ['.html', '.htm'],
    render: async (summary) => (await import('./render-html.js')).renderHtml(summary),
  },
} satisfies Record<string, ReportFormat>;

export type ReportFormatName = keyof typeof ROWS;

export const REPORT_FORMATS = Object.keys(ROWS) as ReportFormatName[];

/** The format that a file's ending means; undefined: none. */
export function formatByEnding(file: string): ReportFormatName | undefined {
  const ending = /\.[^./\\]+$/.exec(file.toLowerCase())?.[0] ?? '';
  return REPORT_FORMATS.find((name) => formatRow(name).endings.includes(ending));
}

/** Every ending that means a format. */
export function formatEndings(): string[] {
  return REPORT_FORMATS.flatMap((name) => [...formatRow(name).endings]);
}

/** The report in a format. */
export function renderSummary(name: ReportFormatName, summary: Summary, page: Page): Promise<string> {
  return formatRow(name).render(summary, page);
}

const formatRow = (name: ReportFormatName): ReportFormat => ROWS[name];
