// Clauses of exemplars as wordings: those that tell enough and deny nothing.

import { expect, it } from 'vitest';
import { clausesOf, exemplarWordings } from '../../src/grading/exemplar-wordings.js';

it.each([
  ['The server keeps the first result, and replays it later on.', ['The server keeps the first result']],
  ['We never store the first result anywhere.', []],
  ['Yes.', []],
  [
    'Stored under the key: the first result is replayed unchanged.',
    ['the first result is replayed unchanged'],
  ],
])('%s', (text, expected) => {
  expect(clausesOf(text)).toEqual(expected);
});

it('go to every point or flag that the sentence is labelled with', () => {
  const sentences = [
    { text: 'The server keeps the first result.', points: ['stored', 'server'] },
    { text: 'A fresh reference for each try.', flags: ['new-key'] },
    { text: 'That is how the bank does such things.' },
  ];
  const exemplars = [{ voice: 'senior', kind: 'strong' as const, sentences }];
  expect([...exemplarWordings(exemplars, 'points')]).toEqual([
    ['stored', ['The server keeps the first result']],
    ['server', ['The server keeps the first result']],
  ]);
  expect([...exemplarWordings(exemplars, 'flags')]).toEqual([
    ['new-key', ['A fresh reference for each try']],
  ]);
});
