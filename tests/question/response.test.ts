// Responses come from untrusted JSON: only the right shape of the type gets through.

import { describe, expect, it } from 'vitest';
import { isResponseTo } from '../../src/question/response.js';
import { QUESTION_TYPES, type QuestionType } from '../../src/question/vocabulary.js';

const RIGHT: { [T in QuestionType]: unknown } = {
  'single-choice': 'same-key',
  'multiple-choice': ['a', 'b'],
  'true-false': false,
  'short-answer': '',
  numeric: '8.76',
  ordering: [],
  matching: { a: 'b' },
  request: 'curl https://api.example.com/',
  spot: [1, 3],
  cloze: { a: '429' },
  lab: { seed: 's', exchanges: [], sent: 0, values: { a: [{ text: '1', after: 0 }] } },
  open: { text: '', met: ['a'], flags: [] },
};

/** Types that share a shape. */
const LIKE: Partial<Record<QuestionType, QuestionType[]>> = {
  'single-choice': ['short-answer', 'numeric', 'request'],
  'short-answer': ['single-choice', 'numeric', 'request'],
  numeric: ['single-choice', 'short-answer', 'request'],
  request: ['single-choice', 'short-answer', 'numeric'],
  'multiple-choice': ['ordering'],
  ordering: ['multiple-choice', 'spot'],
  // No line marked is the empty list, too.
  spot: ['ordering'],
  matching: ['cloze'],
  cloze: ['matching'],
};

describe.each(QUESTION_TYPES)('%s', (type) => {
  it('takes its own shape', () => {
    expect(isResponseTo(type, RIGHT[type])).toBe(true);
  });

  it('refuses the shapes of other types, numbers, null and nothing', () => {
    const others = QUESTION_TYPES.filter((other) => other !== type && !LIKE[type]?.includes(other)).map(
      (other) => RIGHT[other],
    );
    for (const value of [
      ...others.filter(
        (other) => (type !== 'matching' && type !== 'cloze') || JSON.stringify(other)[0] !== '{',
      ),
      1,
      null,
      undefined,
    ]) {
      expect(isResponseTo(type, value), JSON.stringify(value)).toBe(false);
    }
  });
});

it.each<[string, QuestionType, unknown]>([
  ['a text of more than 20,000 letters', 'short-answer', 'x'.repeat(20_001)],
  ['more than 100 ids', 'multiple-choice', Array.from({ length: 101 }, () => 'a')],
  ['ids that are not text', 'ordering', ['a', 1]],
  ['a match that is not text', 'matching', { a: { b: 'c' } }],
  ['a list where fields belong', 'matching', ['a']],
  ['a line 0', 'spot', [0]],
  ['a line of more than 200', 'spot', [201]],
  ['an open answer without marks', 'open', { text: 'x' }],
])('refuses %s', (_, type, value) => {
  expect(isResponseTo(type, value)).toBe(false);
});
