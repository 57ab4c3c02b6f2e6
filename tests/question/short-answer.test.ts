// How typed words are compared: what is folded away, what is kept, and what is near enough to be told.

import { describe, expect, it } from 'vitest';
import { gradeOf } from '../../src/question/type-rules.js';
import { foldAnswer } from '../../src/question/types/short-answer.js';
import { shortAnswer } from '../support/questions.js';

describe('foldAnswer', () => {
  it.each([
    ['case', 'ETag', 'etag'],
    ['blanks around and between', '  rate   limiting ', 'rate limiting'],
    ['line breaks', 'rate\nlimiting', 'rate limiting'],
    ['backticks, anywhere', '`If-Match`', 'if-match'],
    ['quotes', '"etag"', 'etag'],
    ['typographic quotes', '“etag”', 'etag'],
    ['a full stop, an exclamation mark', 'etag!.', 'etag'],
    ['brackets around', '(etag)', 'etag'],
    ['a composed and a decomposed accent', 'cafe\u0301', 'caf\u00e9'],
  ])('folds %s', (_, typed, folded) => {
    expect(foldAnswer(typed)).toBe(folded);
  });

  it.each([
    ['a version', '1.1', '1.1'],
    ['a hyphen', 'retry-after', 'retry-after'],
    ['a slash', 'application/json', 'application/json'],
    ['an underscore', 'has_more', 'has_more'],
    ['a sign', '-1', '-1'],
    ['punctuation that is all there is', '???', '???'],
  ])('keeps %s', (_, typed, folded) => {
    expect(foldAnswer(typed)).toBe(folded);
  });

  it('1.1 is not 11', () => {
    expect(gradeOf(shortAnswer(['1.1']), '11').credit).toBe(0);
    expect(gradeOf(shortAnswer(['1.1']), '1.1.').credit).toBe(1);
  });
});

describe('the marks of a GraphQL type count', () => {
  it.each([
    ['ID!', 'ID! ', 'ID'],
    ['[String!]!', '`[String!]!`', '[String!]'],
    ['[Review!]', '[ Review! ]', 'Review'],
    ['$id: ID!', '$id:ID!', '$id: ID'],
  ])('%s: %s is right, %s is not', (answer, right, wrong) => {
    expect(gradeOf(shortAnswer([answer]), right).credit).toBe(1);
    expect(gradeOf(shortAnswer([answer]), wrong).credit).toBe(0);
  });

  it('an exclamation mark behind words does not', () => {
    expect(gradeOf(shortAnswer(['it works!']), 'it works').credit).toBe(1);
  });
});

describe('a near miss is told', () => {
  it.each([
    ['one slip in a word of eight letters or more', 'idempotant', 'idempotent', true],
    ['two slips in a word of eight letters or more', 'idempotnat', 'idempotent', true],
    ['three slips', 'idmpotnat', 'idempotent', false],
    ['one slip in a word of four to seven letters', 'etags', 'etag', true],
    ['two slips in a word of four to seven letters', 'eatgs', 'etag', false],
    ['words under four letters', 'pat', 'put', false],
    ['figures', '428', '429', false],
    ['figures in a longer answer', 'http/3', 'http/2', false],
    ['nothing typed', '', 'etag', false],
  ])('%s: %s for %s', (_, typed, wanted, told) => {
    const grade = gradeOf(shortAnswer([wanted]), typed);
    expect(grade).toEqual(told ? { credit: 0, close: wanted } : { credit: 0 });
  });
});
