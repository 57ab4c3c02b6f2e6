// stem-repeats and keys-conflict: two questions with the same stem; with different keys at least one of them is wrong.

import type { Question } from '../../question/question.js';
import type { BankHit, BankRule, LintedBank } from './finding.js';
import { foldedText } from './wording.js';

export const stemRepeats: BankRule = {
  code: 'stem-repeats',
  severity: 'error',
  message: 'has the same stem as {other}; remove one, or ask something else',
  check: (bank) => sameStem(bank, (a, b) => rightAnswer(a) === rightAnswer(b)),
};

export const keysConflict: BankRule = {
  code: 'keys-conflict',
  severity: 'error',
  message: 'has the stem of {other} but another key; one of the two is wrong, or the stem lacks a condition',
  check: (bank) => sameStem(bank, (a, b) => rightAnswer(a) !== rightAnswer(b)),
};

function sameStem(
  { questions }: LintedBank,
  holds: (first: Question, later: Question) => boolean,
): BankHit[] {
  const firsts = new Map<string, Question>();
  return questions.flatMap((question) => {
    const stem = foldedText(question.stem);
    const first = firsts.get(stem);
    if (first !== undefined && holds(first, question)) {
      return [{ question, path: ['stem'], args: { other: first.id } }];
    }
    firsts.set(stem, first ?? question);
    return [];
  });
}

/** What is right, as text: inner ids differ from file to file. */
function rightAnswer(question: Question): string {
  const fold = (texts: readonly string[]) => texts.map(foldedText).sort();
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return JSON.stringify(fold(question.choices.filter(({ correct }) => correct).map(({ text }) => text)));
    case 'true-false':
    case 'numeric':
      return JSON.stringify(question.answer);
    case 'short-answer':
      return JSON.stringify(fold(question.answers));
    case 'ordering':
      return JSON.stringify(question.items.map(({ text }) => foldedText(text)));
    case 'matching':
      return JSON.stringify(fold(question.pairs.map(({ left, right }) => `${left} = ${right}`)));
    case 'request':
      return JSON.stringify(question.answer);
    case 'spot':
      return JSON.stringify([question.snippet, question.flaws.map(({ lines }) => lines)]);
    case 'cloze':
      return JSON.stringify([
        question.snippet,
        question.blanks.map(({ answers, answer }) => [answers, answer]),
      ]);
    case 'lab':
      return JSON.stringify([question.resources, question.steps]);
    case 'open':
      return JSON.stringify(fold(question.rubric.map(({ text }) => text)));
  }
}
