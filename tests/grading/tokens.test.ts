// A text as words to compare: contractions, set phrases, sentence ends, and dictation that has none.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTokens } from '../../src/grading/tokens.js';
import { runs } from '../support/thorough.js';

const stems = (text: string) => cutTokens(text).map(({ stem }) => stem);
const telling = (text: string) =>
  cutTokens(text)
    .filter((token) => token.telling)
    .map(({ stem }) => stem);

describe('stems', () => {
  it.each([
    ['authorisation', 'authorization'],
    ['we organised it', 'we organize it'],
    ['analysing behaviour', 'analyzing behavior'],
    ['cancelled in the centre', 'canceled in the center'],
    ['the licence catalogue', 'the license catalog'],
    ['colour', 'color'],
    ['it was sent', 'it was send'],
    ['it timed out', 'a timeout happens: timeout'],
    ['we try it again', 'we retry'],
    ['Retried', 'retries'],
  ])('%s counts as %s', (one, other) => {
    expect(telling(other)).toEqual(expect.arrayContaining(telling(one)));
  });

  it.each([
    ['our', 'or'],
    ['promise', 'promize'],
    ['401', '403'],
    ['source', 'sorce'],
  ])('%s is not %s', (one, other) => {
    expect(stems(one)).not.toEqual(stems(other));
  });

  it.each([
    ["don't", ['do', 'not']],
    ['don’t', ['do', 'not']],
    ['dont', ['do', 'not']],
    ["can't", ['can', 'not']],
    ["it's the client's", ['it', 'the', 'client']],
  ])('%s', (text, expected) => {
    expect(cutTokens(text).map(({ word }) => word)).toEqual(expected);
  });
});

describe('sentences', () => {
  const sentences = (text: string) => (cutTokens(text).at(-1)?.sentence ?? -1) + 1;
  it.each([
    ['One. Two! Three? Four; five\nsix', 6],
    ['99.9 per cent at api.example.org is one', 1],
    ['a | b', 2],
    ['', 0],
  ])('%j', (text, count) => {
    expect(sentences(text)).toBe(count);
  });

  it('cuts dictation at words that open a clause, and in the end anywhere', () => {
    expect(sentences('word '.repeat(100))).toBe(4);
    expect(sentences(`${'word '.repeat(20)}and ${'word '.repeat(20)}`)).toBe(2);
    expect(sentences(`${'word '.repeat(20)}and ${'word '.repeat(8)}`)).toBe(1);
  });
});

it('offsets lead back into the text, in order, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      let before = 0;
      for (const { start, end } of cutTokens(text)) {
        expect(start).toBeGreaterThanOrEqual(before === 0 ? 0 : Math.min(before, start));
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        before = end;
      }
    }),
    runs(100),
  );
});
