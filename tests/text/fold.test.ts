// Characters that mean the same are the same to the comparison; those that say something else stay apart.

import { expect, test } from 'vitest';
import { foldAnswer } from '../../src/question/types/short-answer.js';
import { foldCase, foldCharacters } from '../../src/text/fold.js';

test.each([
  ['If\u200b-\u00adMa\u2060tch\ufeff', 'If-Match'],
  ['If\u200c-\u200dMatch', 'If-Match'],
  ['If-Match\u{e0041}\u{e0042}', 'If-Match'],
  ['☎\ufe0f', '☎'],
  ['\u0000If-\u0007Match\u009f', 'If-Match'],
  ['\u001b[31mIf-Match\u001b[0m', 'If-Match'],
  ['\ud800If-Match', 'If-Match'],
  ['If-Match\u0085', 'If-Match'],
  ['\u2800a\u2800b', 'a b'],
  ['ＧＥＴ', 'GET'],
  ['ﬁeld', 'field'],
  ['If–Match', 'If-Match'],
  ['If‑Match', 'If-Match'],
  ['rel=“next”', 'rel="next"'],
  ['rel=’next‘', "rel='next'"],
  ['a\u00a0\u2009\tb', 'a b'],
  ['e\u0301', 'é'],
  ['½', '1/2'],
])('%j reads %j', (typed, folded) => {
  expect(foldCharacters(typed)).toBe(folded);
});

test('raised figures, inner punctuation and signs stay what they say', () => {
  expect(foldCharacters('10²')).toBe('10²');
  for (const [one, other] of [
    ['10²', '102'],
    ['HTTP/1.1', 'HTTP/11'],
    ['a-b', 'ab'],
    ['C#', 'C'],
  ] as const)
    expect(foldAnswer(one)).not.toBe(foldAnswer(other));
  expect(foldCase('Straße ΣΑΣ')).toBe(foldCase('STRASSE σας'));
});

test('an answer of characters that cannot be seen is none', () => {
  expect(foldAnswer('\u200b\u00ad')).toBe('');
  expect(foldAnswer('?')).toBe('?');
});

test('marks around an answer go in other scripts too', () => {
  expect(foldAnswer('「If-Match」。')).toBe('if-match');
  expect(foldAnswer('¿If-Match?')).toBe('if-match');
});
