// Answers to another question: the model answers of questions of the bank that passed for answers to these, and a natural one in other words.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { markOpenAnswer } from '../../src/grading/mark-open-answer.js';
import { shippedBank } from '../support/shipped-bank.js';

const bank = shippedBank();

function entryOf(id: string) {
  const entry = bank.entries.find((one) => one.id === id);
  if (entry === undefined) throw new Error(id);
  const question = bank.question(entry);
  if (question.type !== 'open') throw new Error(id);
  return { question, exemplars: bank.exemplars(entry) };
}

const mark = (id: string, text: string) => {
  const { question, exemplars } = entryOf(id);
  return markOpenAnswer(question, exemplars, text);
};
const model = (id: string) => entryOf(id).question.modelAnswer;

it.each([
  ['story-of-a-bug-an-api-test-caught', 'strategy-sunset-and-flags'],
  ['story-of-a-requirement-nobody-wrote', 'requirements-for-a-claim-status-api'],
  ['five-questions-for-a-401', 'review-of-a-postman-test-script'],
  ['readers-lost-at-step-three', 'story-login-endpoint-issuing-a-jwt'],
])('%s: what answers %s is no answer to it', (question, other) => {
  expect(mark(question, model(other))).toMatchObject({
    guard: 'off-topic',
    suggestedCredit: 0,
    clearCredit: 0,
  });
});

it('a natural answer in words of its own that makes a point keeps it', () => {
  const file = new URL('../../bench/grading/answers/natural.json', import.meta.url);
  const answers = JSON.parse(readFileSync(file, 'utf8')) as { q: string; voice: string; text: string }[];
  const { q, text } = answers.find(
    (one) => one.q === 'explain-limit-to-customer' && one.voice === 'non-native-french',
  ) ?? { q: '', text: '' };
  const { guard, suggestedCredit } = mark(q, text);
  expect(guard).toBeNull();
  expect(suggestedCredit).toBeGreaterThan(0);
});
