// Separated values as rows with their lines, read by csv-parse.

import { CsvError, parse } from 'csv-parse/sync';
import type { ReadResult } from '../foreign-question.js';
import { refuseAll } from '../foreign-question.js';

export interface ForeignRow {
  cells: string[];
  /** 1-based line on which the row begins. */
  line: number;
}

export interface RowOptions {
  separator: string;
  /** Lines before the text that was given. */
  linesBefore?: number;
  comment?: string;
}

const MOST_ROW = 1024 * 1024;

/** The rows that hold anything, or why there are none. */
export function readRows(
  text: string,
  { separator, linesBefore = 0, comment }: RowOptions,
): { rows: ForeignRow[] } | { refused: ReadResult } {
  try {
    const ends: number[] = [];
    const records = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MOST_ROW,
      on_record(record: string[], { lines }) {
        ends.push(lines);
        return record;
      },
      ...(comment === undefined ? {} : { comment, comment_no_infix: true }),
    });
    return {
      rows: records.flatMap((record, index) => {
        const within = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
        const cells = record.map((cell) => cell.trim());
        return cells.some(Boolean) ? [{ cells, line: linesBefore + (ends[index] ?? 1) - within }] : [];
      }),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      refused: refuseAll({ code: 'syntax', detail: error.message }, linesBefore + Number(error.lines ?? 1)),
    };
  }
}

/** The separator that stands most often in the first line. */
export function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const counts = ['\t', ',', ';', '|'].map((separator) => ({
    separator,
    count: first.split(separator).length,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}
