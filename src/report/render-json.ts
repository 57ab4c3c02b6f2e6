// The report as JSON: the Summary itself, as docs/report.schema.json describes it.

import type { Summary } from './summary-shape.js';

/** Indented, with a final newline. */
export function renderJson(summary: Summary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
