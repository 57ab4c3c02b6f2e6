// Fenced code found line by line: by length and kind of the fence, in an unclosed one up to the end.

import { expect, test } from 'vitest';
import { questionsIn } from '../../src/bank/lint/wording.js';
import { fencedLines } from '../../src/question/fenced-lines.js';

const codeOf = (markdown: string) =>
  fencedLines(markdown)
    .map(({ code }) => (code ? '#' : '.'))
    .join('');

test.each([
  ['a fence', 'a\n```http\nGET /\n```\nb', '.###.'],
  ['of tildes, a fence of backticks within it', '~~~\n```\nx\n```\n~~~\nb', '#####.'],
  ['a longer one, a shorter one within it', '````\n```\nx\n```\n````\nb', '#####.'],
  ['up to three blanks before it', '   ```\nx\n   ```\nb', '###.'],
  ['four blanks: no fence', '    ```\nx', '..'],
  ['backticks that close on their line', '```x``` is code\nb', '..'],
  ['never closed', 'a\n```\nb\nc', '.###'],
  ['what is said behind a closing fence does not close it', '```\n``` no\n```\nb', '###.'],
])('%s', (_, markdown, code) => {
  expect(codeOf(markdown)).toBe(code);
});

test('a question within code is none of the stem', () => {
  expect(questionsIn('Read.\n````\n```\nWho?\n```\n````\nWhat?')).toEqual(['What?']);
});
