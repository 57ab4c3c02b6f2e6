// stem-article: a stem that breaks off at "a" or "an" fits only the options that begin with the right sound.

import type { QuestionRule } from './finding.js';
import { hitAt, onOptions } from './options.js';
import { proseOf, shownLine } from './wording.js';

const ENDS_IN_ARTICLE = /\b(an?)\s*(?:[:_…]|\.{2,})*\s*$/i;

export const stemArticle: QuestionRule = {
  code: 'stem-article',
  severity: 'warning',
  message: 'the stem ends in "{article}", which this option does not fit; move the article into the options',
  check: onOptions(({ question, all }) => {
    const article = ENDS_IN_ARTICLE.exec(shownLine(proseOf(question.stem)))?.[1]?.toLowerCase();
    if (article === undefined) return [];
    const misfits = all.filter(({ text }) => /^[aeio]|^u(?!ni|se|ti)/i.test(text) !== (article === 'an'));
    return misfits.map((option) => hitAt(option, { article }));
  }),
};
