// all-of-the-above: an option about the other options, which shuffling breaks and partial knowledge solves.

import type { QuestionRule } from './finding.js';
import { hitAt, onOptions } from './options.js';

const ABOUT_OTHERS =
  /^(all|none|both|neither|any|either|each) of (the )?(above|below|others?|these|them|those|(other )?(options|answers|choices))\.?$|\b(all|none|both|neither) of the above\b|^(both )?\(?[a-e]\)? (and|or) \(?[a-e]\)?\.?$/i;

export const allOfTheAbove: QuestionRule = {
  code: 'all-of-the-above',
  severity: 'warning',
  message: 'an option about the other options; write a real option, or use type: multiple-choice',
  check: onOptions(({ all }) =>
    all.filter(({ text }) => ABOUT_OTHERS.test(text)).map((option) => hitAt(option)),
  ),
};
