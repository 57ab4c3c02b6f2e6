// bank-true-false: statements that are mostly true, or mostly false, can be answered without reading them.

import { sharedPick, upperBound } from './chance.js';
import type { BankRule } from './finding.js';

const TAIL = 0.025;

export const bankTrueFalse: BankRule = {
  code: 'bank-true-false',
  severity: 'warning',
  message:
    '{right} true-false statements are true and {wrong} false; chance would hardly do that: even them out',
  check({ questions }) {
    const statements = questions.filter((question) => question.type === 'true-false');
    const right = statements.filter(({ answer }) => answer).length;
    const wrong = statements.length - right;
    const coins = statements.map(() => sharedPick(2, 1));
    if (Math.max(right, wrong) <= upperBound(coins, TAIL)) return [];
    return [{ question: null, path: [], args: { right, wrong } }];
  },
};
