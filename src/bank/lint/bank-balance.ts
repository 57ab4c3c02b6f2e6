// bank-type-share and bank-level-share: a bank that asks mostly in one way, or leaves a level out.

import type { Question } from '../../question/question.js';
import { LEVELS } from '../../question/vocabulary.js';
import type { BankHit, BankRule, LintedBank } from './finding.js';

/** Shares say something from here on. */
const QUESTIONS_AT_LEAST = 10;
/** Least and greatest share of the questions that is balanced. */
const SINGLE_CHOICE: Range = [0, 0.5];
const OPEN: Range = [0.15, 1];
/** Most of what is asked applies one mechanism to a situation; what weighs two against each other is rare, and has to be there. */
const EACH_LEVEL: Range = [0.08, 0.65];

type Range = readonly [least: number, most: number];

export const bankTypeShare: BankRule = {
  code: 'bank-type-share',
  severity: 'warning',
  message: '{what} makes up {percent} % of the questions; between {from} and {to} % is balanced',
  check: (bank) => [
    ...shareOutside(bank, 'single-choice', ({ type }) => type === 'single-choice', SINGLE_CHOICE),
    ...shareOutside(bank, 'open', ({ type }) => type === 'open', OPEN),
  ],
};

export const bankLevelShare: BankRule = {
  code: 'bank-level-share',
  severity: 'warning',
  message: '{what} makes up {percent} % of the questions; between {from} and {to} % is balanced',
  check: (bank) =>
    LEVELS.flatMap((level) => shareOutside(bank, level, (question) => question.level === level, EACH_LEVEL)),
};

function shareOutside(
  { questions }: LintedBank,
  what: string,
  belongs: (question: Question) => boolean,
  [least, most]: Range,
): BankHit[] {
  const share = questions.filter(belongs).length / Math.max(1, questions.length);
  if (questions.length < QUESTIONS_AT_LEAST || (share >= least && share <= most)) return [];
  const percent = (value: number) => Math.round(100 * value);
  const args = { what, percent: percent(share), from: percent(least), to: percent(most) };
  return [{ question: null, path: [], args }];
}
