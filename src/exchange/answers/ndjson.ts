// Answers as newline-delimited JSON: one row a line.

import type { AnswerRow } from '../../history/answer-row.js';

/** Rows a piece: enough that writing is quick, few enough that a long history is never a text as a whole. */
const ROWS_AT_ONCE = 500;

/** In pieces of whole lines. */
export function* renderNdjson(rows: Iterable<AnswerRow>): Generator<string> {
  let lines = '';
  let count = 0;
  for (const row of rows) {
    lines += `${JSON.stringify(row)}\n`;
    count += 1;
    if (count % ROWS_AT_ONCE !== 0) continue;
    yield lines;
    lines = '';
  }
  if (lines !== '') yield lines;
}
