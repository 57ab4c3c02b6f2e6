// stem-repeats and keys-conflict: two questions with the same stem; with different keys at least one of them is wrong.

import { AND } from '../../question/answer-words.js';
import type { Question } from '../../question/question.js';
import { rightInWords } from '../../question/type-rules.js';
import type { BankHit, BankRule, LintedBank } from './finding.js';
import { foldedLine, shownLine } from './wording.js';

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
    const stem = foldedLine(shownLine(question.stem));
    const first = firsts.get(stem);
    if (first !== undefined && holds(first, question)) {
      return [{ question, path: ['stem'], args: { other: first.id } }];
    }
    firsts.set(stem, first ?? question);
    return [];
  });
}

/** What is right, as it is read, in whatever order it stands: inner ids differ from file to file. */
function rightAnswer(question: Question): string {
  return rightInWords(question, (text) => foldedLine(shownLine(text)))
    .split(AND)
    .sort()
    .join(AND);
}
