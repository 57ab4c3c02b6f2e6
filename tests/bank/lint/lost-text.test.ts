// Texts that YAML cuts without a word are warned of; comments that cut nothing are not.

import { expect, test } from 'vitest';
import { findLostText } from '../../../src/bank/lint/lost-text.js';

const found = (...lines: string[]) =>
  findLostText(`---\n${lines.join('\n')}\n---\nBody #1 [1,000]\n`, 'a.md').map(
    ({ code, line, column }) => `${line}:${column} ${code}`,
  );

test('comments behind texts, and figures in lists', () => {
  expect(found('    text: GET /users #list them')).toEqual(['2:22 comment-cuts-text']);
  expect(found('answers:', '  - C # the language')).toEqual(['3:7 comment-cuts-text']);
  expect(found('answers: [1,000]', 'level: foundation # easy')).toEqual(['2:11 list-cuts-figure']);
});

test('quotes, blocks, names and lists of other things are left alone', () => {
  expect(
    found(
      '    text: "GET /users #list them"',
      "    why: 'a #b'",
      'snippet: |',
      '  - text: a #b',
      '  [1,000]',
      'tags:',
      '  - caching # later',
      'answers: ["1,000", 12,34]',
      'concepts: [a1,b2]',
      '# a whole line',
      '    text: C#',
    ),
  ).toEqual([]);
});
