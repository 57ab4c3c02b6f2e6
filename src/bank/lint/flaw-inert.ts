// flaw-inert: a flaw that stands in comments only, where nothing can be wrong with what is done.

import { linesOf, readRange } from '../../question/snippet.js';
import type { QuestionRule } from './finding.js';

/** Of scripts, code and pages. Far to the right of nothing stands no comment but the second column of a comparison. */
const COMMENT = /^\s{0,12}(#(?!!)|\/\/|<!--|--\s)/;

export const flawInert: QuestionRule = {
  code: 'flaw-inert',
  severity: 'warning',
  message: 'every line of this flaw is a comment; name the line in which the mistake is made',
  check(question) {
    if (question.type !== 'spot') return [];
    const lines = linesOf(question.snippet);
    return question.flaws.flatMap((flaw, at) => {
      const { from, to } = readRange(flaw.lines);
      const inert = lines.slice(from - 1, to).every((line) => line.trim() === '' || COMMENT.test(line));
      return inert ? [{ path: ['flaws', at, 'lines'] }] : [];
    });
  },
};
