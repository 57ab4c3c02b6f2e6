// Runs the lint rules over one question or a whole bank.

import type { Question } from '../../question/question.js';
import type { BankFinding, Finding, LintedBank } from './finding.js';
import { BANK_RULES, QUESTION_RULES } from './rules.js';

/** What the rules say about one question by itself. */
export function lintQuestion(question: Question): Finding[] {
  return QUESTION_RULES.flatMap(({ check, ...rule }) =>
    check(question).map(({ path, args = {} }) => ({ ...rule, path, args })),
  );
}

/** What only shows when the questions of a bank stand side by side; `lintQuestion` is not run. */
export function lintBank(bank: LintedBank): BankFinding[] {
  return BANK_RULES.flatMap(({ check, ...rule }) =>
    check(bank).map(({ question, path, args = {} }) => ({ ...rule, question, path, args })),
  );
}
