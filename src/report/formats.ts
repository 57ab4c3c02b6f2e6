// The formats of a report: a row each, with the endings of file names that mean it and what draws it. Only the one asked for is loaded.

import type { Outline } from './outline.js';
import type { Painter } from './painter.js';
import type { Summary } from './summary-shape.js';

/** How wide, and with which colours and signs. */
export interface Page {
  columns: number;
  painter: Painter;
}

interface Format {
  endings: readonly string[];
}

/** For people: what is said, drawn; so it is drawn of whatever is said in blocks. */
interface DrawnFormat extends Format {
  draw(outline: Outline, page: Page): Promise<string>;
}

/** For programs: the figures as they are. */
interface FiguresFormat extends Format {
  render(summary: Summary): Promise<string>;
}

const DRAWN = {
  text: {
    endings: ['.txt'],
    async draw(outline, { columns, painter }) {
      const { drawText } = await import('./render-text.js');
      return `${drawText(outline, columns, painter).join('\n')}\n`;
    },
  },
  markdown: {
    endings: ['.md', '.markdown'],
    draw: async (outline) => (await import('./render-markdown.js')).drawMarkdown(outline),
  },
  html: {
    endings: ['.html', '.htm'],
    draw: async (outline) => (await import('./render-html.js')).drawHtml(outline),
  },
} satisfies Record<string, DrawnFormat>;

const FIGURES = {
  json: {
    endings: ['.json'],
    render: async (summary) => (await import('./render-json.js')).renderJson(summary),
  },
  csv: {
    endings: ['.csv'],
    render: async (summary) => (await import('./render-csv.js')).renderTopicsCsv(summary),
  },
} satisfies Record<string, FiguresFormat>;

type DrawnFormatName = keyof typeof DRAWN;
export type ReportFormatName = DrawnFormatName | keyof typeof FIGURES;

const ROWS: Readonly<Record<ReportFormatName, Format>> = { ...DRAWN, ...FIGURES };

export const REPORT_FORMATS = Object.keys(ROWS) as ReportFormatName[];

/** The format that a file's ending means; undefined: none. */
export function formatByEnding(file: string): ReportFormatName | undefined {
  const ending = /\.[^./\\]+$/.exec(file.toLowerCase())?.[0] ?? '';
  return REPORT_FORMATS.find((name) => ROWS[name].endings.includes(ending));
}

/** Every ending that means a format. */
export function formatEndings(): string[] {
  return REPORT_FORMATS.flatMap((name) => [...ROWS[name].endings]);
}

/** True where the format is drawn of blocks; else it holds figures. */
export function isDrawn(name: ReportFormatName): name is DrawnFormatName {
  return Object.hasOwn(DRAWN, name);
}

/** What is said, in a format for people. */
export function drawOutline(name: DrawnFormatName, outline: Outline, page: Page): Promise<string> {
  const row: DrawnFormat = DRAWN[name];
  return row.draw(outline, page);
}

/** The report in a format. */
export async function renderSummary(name: ReportFormatName, summary: Summary, page: Page): Promise<string> {
  if (!isDrawn(name)) return FIGURES[name].render(summary);
  const { outlineOf } = await import('./outline.js');
  return drawOutline(name, outlineOf(summary), page);
}
