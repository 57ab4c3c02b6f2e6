// Found words in their context, marked.

import { expect, test } from 'vitest';
import { snippetAround } from '../../src/text/snippet.js';

const signs = { mark: (word: string) => `[${word}]`, ellipsis: '…' };
const LINE =
  'A ticket shop answers 503 with a header. When may the client retry, and which header says so? Retry it.';

test.each([
  [['retry'], 200, LINE.replace(/retry/gi, (word) => `[${word}]`)],
  [['retry'], 40, '… the client [retry], and which header sa…'],
  [['shop'], 24, 'A ticket [shop] answers 5…'],
  [[], 10, 'A ticket …'],
  [['nowhere'], 10, 'A ticket …'],
  [['retr'], 200, LINE],
  [['503', '(*'], 200, LINE.replace('503', '[503]')],
])('%j within %s cells', (words, width, shown) => {
  expect(snippetAround(LINE, words, width, signs)).toBe(shown);
});
