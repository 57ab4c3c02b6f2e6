// Columns of tables: where each begins, whatever characters are in them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignColumns } from '../../src/app/print.js';
import { cellWidth } from '../../src/text/fit.js';

test('rows of ASCII, of wide characters, and short ones', () => {
  const rows = [['id', 'topic', 'a stem that is long'], ['中文', 'é', 'x'], ['only'], ['two', 'cells']];
  expect(alignColumns(rows, 24)).toEqual([
    'id    topic  a stem tha…',
    '中文  é      x',
    'only',
    'two   cells',
  ]);
  expect(alignColumns([], 80)).toEqual([]);
  expect(alignColumns([['one'], ['of each']], 80)).toEqual(['one', 'of each']);
});

test('every column begins at the same cell, two behind the widest before it', () => {
  const cell = fc.constantFrom('', 'a', 'graphql', 'é', '中文', '👍', 'many words');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const widest = (column: 0 | 1) => Math.max(...rows.map((row) => cellWidth(row[column])));
      const [first, second] = [widest(0) + 2, widest(1) + 2];
      const begins = alignColumns(rows, Number.POSITIVE_INFINITY).map((line, index) => {
        const [a, b, c] = rows[index]!;
        expect(line.startsWith(a) && line.endsWith(c)).toBe(true);
        expect(line.slice(a.length).trimStart().startsWith(b.trimStart())).toBe(true);
        return cellWidth(line.slice(0, line.length - c.length));
      });
      expect(begins).toEqual(rows.map(() => first + second));
    }),
  );
});
