// What a lint rule says, and the two kinds of rules: on one question, and on a whole bank.

import type { Path } from '../../question/locate.js';
import type { Severity } from '../../question/problem.js';
import type { Question } from '../../question/question.js';
import type { Topic } from '../pack-file.js';

/** One hit of a rule. The path is of the front matter; `['stem']` is the first line of the body. */
export interface Hit {
  path: Path;
  args?: Readonly<Record<string, string | number>>;
}

export interface Rule {
  /** Stable; its origin is in docs/item-writing.md. */
  code: string;
  severity: Severity;
  /** In English, with {names} for the arguments of a hit. */
  message: string;
}

export interface QuestionRule extends Rule {
  check(question: Question): Hit[];
}

/** A hit of a bank rule: in the file of a question, or, where that is null, in pack.yaml. */
export interface BankHit extends Hit {
  question: Question | null;
}

export interface LintedBank {
  questions: readonly Question[];
  /** Topics the bank defines itself, in the order of pack.yaml. */
  topics: readonly Topic[];
}

export interface BankRule extends Rule {
  check(bank: LintedBank): BankHit[];
}

export type Finding = Rule & Required<Hit>;
export type BankFinding = Rule & Required<BankHit>;
