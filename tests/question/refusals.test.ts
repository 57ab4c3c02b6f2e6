// What cannot be an answer is refused and asked again, never marked wrong.

import { expect, test } from 'vitest';
import type { Question } from '../../src/question/question.js';
import type { QuestionResponse } from '../../src/question/response.js';
import { refusalOf, rightResponseOf } from '../../src/question/type-rules.js';
import { EVERY_QUESTION } from '../support/questions.js';

const of = (type: Question['type']): Question => {
  const found = EVERY_QUESTION.find((question) => question.type === type);
  if (!found) throw new Error(type);
  return found;
};

test('the right response of every type is taken', () => {
  for (const question of EVERY_QUESTION) expect(refusalOf(question, rightResponseOf(question))).toBeNull();
});

test.each<[Question['type'], QuestionResponse]>([
  ['short-answer', '\u200b'],
  ['numeric', 'abc'],
  ['numeric', '5 or 6'],
  ['single-choice', 'no-such-option'],
  ['single-choice', '__proto__'],
  ['multiple-choice', ['no-such-option']],
  ['ordering', ['no-such-item']],
  ['ordering', []],
  ['matching', { 'no-such-side': 'x' }],
  ['cloze', { 'no-such-blank': 'x' }],
])('%s: %j is refused', (type, response) => {
  expect(refusalOf(of(type), response)).toMatch(/\.$/);
});

test('an order that names an item twice, or not at all, is refused', () => {
  const question = of('ordering');
  const right = rightResponseOf(question) as string[];
  for (const response of [right.slice(1), [...right, right[0]!], [right[0]!, ...right.slice(0, -1)]])
    expect(refusalOf(question, response)).toMatch(/name each once\.$/);
});

test('a right side that is not there is refused; a left side may be left alone', () => {
  const question = of('matching');
  const [left = ''] = Object.keys(rightResponseOf(question));
  expect(refusalOf(question, { [left]: 'no-such-side' })).toBe('There is no right side "no-such-side".');
  expect(refusalOf(question, {})).toBeNull();
});
