// The lint rules: which there are, in the order of docs/item-writing.md.

import { absoluteDistractors } from './absolute-distractors.js';
import { allOfTheAbove } from './all-of-the-above.js';
import { bankLevelShare, bankTypeShare } from './bank-balance.js';
import { bankKeyLongest } from './bank-key-longest.js';
import { bankTrueFalse } from './bank-true-false.js';
import { beginsQuoted } from './begins-quoted.js';
import { blankTold } from './blank-told.js';
import { conceptUnasked } from './concept-unasked.js';
import type { BankRule, QuestionRule } from './finding.js';
import { flawInert } from './flaw-inert.js';
import { hedgedKey } from './hedged-key.js';
import { keyLongest } from './key-longest.js';
import { optionsAlike } from './options-alike.js';
import { optionsNested } from './options-nested.js';
import { optionsNotParallel } from './options-not-parallel.js';
import { partUntold } from './part-untold.js';
import { stemArticle } from './stem-article.js';
import { stemCountMismatch } from './stem-count-mismatch.js';
import { stemEcho } from './stem-echo.js';
import { stemNearDuplicate } from './stem-near-duplicate.js';
import { stemNegative } from './stem-negative.js';
import { keysConflict, stemRepeats } from './stems-repeat.js';

export const QUESTION_RULES: readonly QuestionRule[] = [
  optionsAlike,
  optionsNested,
  optionsNotParallel,
  allOfTheAbove,
  keyLongest,
  absoluteDistractors,
  hedgedKey,
  stemNegative,
  stemArticle,
  stemCountMismatch,
  beginsQuoted,
  partUntold,
  flawInert,
  blankTold,
];

export const BANK_RULES: readonly BankRule[] = [
  keysConflict,
  stemRepeats,
  stemNearDuplicate,
  stemEcho,
  bankKeyLongest,
  bankTypeShare,
  bankLevelShare,
  bankTrueFalse,
  conceptUnasked,
];
