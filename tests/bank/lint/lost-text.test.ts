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

test('in a list beside quotes, in one that goes on, in a text that goes on, in an answer that is a command', () => {
  expect(found("answers: [10,000,000, 'x']")).toEqual(['2:11 list-cuts-figure']);
  expect(found('answers: [', '  1,000,', '  b]')).toEqual(['3:3 list-cuts-figure']);
  expect(found('answers: [a #b', '  , c]')).toEqual(['2:13 comment-cuts-text']);
  expect(found('    why: Because it is', '      so #1 of all')).toEqual(['3:10 comment-cuts-text']);
  expect(found('answer: curl https://a.example/x # frag')).toEqual(['2:34 comment-cuts-text']);
  expect(found('snippet: GET /x #y')).toEqual(['2:17 comment-cuts-text']);
});

test('a comment behind a whole list, a figure or a yes is a comment', () => {
  expect(
    found(
      'tags: [a, b] # two',
      'answer: 5 # ms',
      'answer: true # yes',
      'roles: [',
      '  a, # one',
      '  b] # two',
      '    why: "Because it is',
      '      so #1 of all"',
      'answers: [x, "1,000',
      '  000"]',
    ),
  ).toEqual([]);
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
