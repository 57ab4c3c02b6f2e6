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
])('%s: %j is refused', (type, response) => {
  expect(refusalOf(of(type), response)).toMatch(/\.$/);
});
