// The built-in pack held to its own rules: no finding, and nothing for blind guessers. (That it has no problem: compiled-pack.test.ts.)

import { expect, it } from 'vitest';
import { itemsOf, scoreGuessers } from '../../bench/bank/measure.js';
import { lintBank, lintQuestion } from '../../src/bank/lint/lint.js';
import { lintRubric } from '../../src/grading/rubric-rules.js';
import { shippedBank } from '../support/shipped-bank.js';
import { tellingSample } from '../support/telling-sample.js';

const bank = shippedBank();
const questions = bank.entries.map((entry) => bank.question(entry));

it('the rules of item writing find nothing in a question', () => {
  const findings = questions.flatMap((question) =>
    lintQuestion(question).map(({ code }) => `${question.id} ${code}`),
  );
  expect(findings).toEqual([]);
});

it('nor in a rubric, its wordings, or the answers beside it', () => {
  const open = bank.entries.flatMap((entry) => {
    const question = bank.question(entry);
    return question.type === 'open' ? [{ entry, question }] : [];
  });
  const findings = tellingSample(open, ({ question }) => question).flatMap(({ entry, question }) =>
    lintRubric(question, bank.exemplars(entry)).map(({ code }) => `${entry.id} ${code}`),
  );
  expect(findings).toEqual([]);
});

it('nor in the bank as a whole', () => {
  const findings = lintBank({ questions, topics: bank.topics });
  expect(findings.map(({ code, question, args }) => ({ code, id: question?.id, args }))).toEqual([]);
});

it.each(['single-choice', 'multiple-choice'] as const)('no blind guesser beats chance at %s', (type) => {
  const items = itemsOf(questions, type);
  expect(items.length).toBeGreaterThan(50);
  expect(scoreGuessers(items).filter(({ within }) => !within)).toEqual([]);
});
