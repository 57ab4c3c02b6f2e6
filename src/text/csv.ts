// Rows as CSV (RFC 4180: commas, CRLF, quotes doubled) that no spreadsheet takes for a program. The only file that knows csv-stringify.

import { stringify } from 'csv-stringify/sync';
import { safeText } from './safe.js';

export type CsvCell = string | number | boolean | null;

/**
 * The byte order mark in front of a CSV file: without it Excel reads UTF-8 as the code page of the machine ("Ã¼" for "ü").
 * LibreOffice, Numbers, Google Sheets, pandas (utf-8-sig) and R (UTF-8-BOM) know it; a plain parser sees it as part of the first header.
 */
export const UTF8_BOM = '\uFEFF';

/** Lines of CSV, each ended by CRLF. Text is neutralised, numbers are written in full. */
export function renderCsv(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((row) => row.map(cellText)),
    { record_delimiter: 'windows' },
  );
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? neutraliseFormula(safeText(cell)) : String(cell);
}

// At the start of a cell, of a line in it, or after what another locale takes for a separator; full-width forms count too.
const FORMULA_START = /(^|[\n;|])(\s*)(?=[=+\-@＝＋－＠])/g;

/** Text that a spreadsheet would run gets an apostrophe in front, as OWASP advises ("CSV Injection"). */
export function neutraliseFormula(text: string): string {
  return text.replace(FORMULA_START, "$1$2'");
}
