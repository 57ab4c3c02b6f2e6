// Answers to three questions that were written last, from the stem alone, before rubric or wordings were seen, and that no weight was fitted on.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { markOpenAnswer } from '../../src/grading/mark-open-answer.js';
import { shippedBank } from '../support/shipped-bank.js';

interface Written {
  q: string;
  answers: Readonly<Record<'excellent' | 'mediocre' | 'wrong', string>>;
}

const bank = shippedBank();
const written: readonly Written[] = JSON.parse(
  readFileSync(new URL('fixtures/last-written.json', import.meta.url), 'utf8'),
);

it.each(written)('$q: excellent above mediocre above wrong', ({ q, answers }) => {
  const entry = bank.entries.find(({ id }) => id === q);
  if (entry === undefined) throw new Error(q);
  const question = bank.question(entry);
  if (question.type !== 'open') throw new Error(q);
  const credit = (text: string) => markOpenAnswer(question, bank.exemplars(entry), text).suggestedCredit;
  const [excellent, mediocre, wrong] = [answers.excellent, answers.mediocre, answers.wrong].map(credit);
  expect(excellent).toBeGreaterThan(mediocre ?? 1);
  expect(mediocre).toBeGreaterThan(wrong ?? 1);
});
