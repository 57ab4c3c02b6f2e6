// bank-type-share and bank-level-share: a bank that asks mostly in one way, or leaves a level out.

import { LEVELS } from '../../question/vocabulary.js';
import { sharedPick, upperBound } from './chance.js';
import type { BankHit, BankRule, LintedBank } from './finding.js';

/** Shares say something from here on. */
const QUESTIONS_AT_LEAST = 10;
const SINGLE_CHOICE_AT_MOST = 0.5;
const OPEN_AT_LEAST = 0.2;
const LEVEL_AT_LEAST = 0.15;
const LEVEL_AT_MOST = 0.55;

export const bankTypeShare: BankRule = {
  code: 'bank-type-share',
  severity: 'warning',
  check: (bank) => [
    ...outside(
      bank,
      'single-choice',
      shareOf(bank, ({ type }) => type === 'single-choice'),
      0,
      SINGLE_CHOICE_AT_MOST,
    ),
    ...outside(
      bank,
      'open',
      shareOf(bank, ({ type }) => type === 'open'),
      OPEN_AT_LEAST,
      1,
    ),
  ],
};

export const bankLevelShare: BankRule = {
  code: 'bank-level-share',
  severity: 'warning',
  check: (bank) =>
    LEVELS.flatMap((level) =>
      outside(
        bank,
        level,
        shareOf(bank, (question) => question.level === level),
        LEVEL_AT_LEAST,
        LEVEL_AT_MOST,
      ),
    ),
};

/** True-false statements that are mostly true, or mostly false, can be answered without reading them. */
export const bankTrueFalse: BankRule = {
  code: 'bank-true-false',
  severity: 'warning',
  check({ questions }) {
    const answers = questions.flatMap((question) =>
      question.type === 'true-false' ? [question.answer] : [],
    );
    const right = answers.filter(Boolean).length;
    const bound = upperBound(
      answers.map(
        () =>
          [
            [0, 0.5],
            [1, 0.5],
          ] as const,
      ),
      0.025,
    );
    if (Math.max(right, answers.length - right) <= bound) return [];
    return [{ question: null, path: [], args: { right, wrong: answers.length - right } }];
  },
};

function shareOf(
  { questions }: LintedBank,
  belongs: (question: LintedBank['questions'][number]) => boolean,
): number {
  return questions.filter(belongs).length / Math.max(1, questions.length);
}

function outside(
  { questions }: LintedBank,
  what: string,
  share: number,
  least: number,
  most: number,
): BankHit[] {
  if (questions.length < QUESTIONS_AT_LEAST || (share >= least && share <= most)) return [];
  const [percent, from, to] = [share, least, most].map((value) => Math.round(100 * value)) as [
    number,
    number,
    number,
  ];
  return [{ question: null, path: [], args: { what, percent, from, to } }];
}
