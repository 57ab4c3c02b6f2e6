// stem-count-mismatch: the stem announces one right option where several are wanted, or several where there is one.

import type { QuestionRule } from './finding.js';
import { onOptions } from './options.js';
import { questionsIn } from './wording.js';

const ANNOUNCES_SEVERAL =
  /^(which|what) (of (these|them|the following) (are|were|have)\b|(two|three|four|statements|claims|options|answers)\b)|\b(select|tick|choose) (all|every)\b/i;
const ANNOUNCES_ONE =
  /^(which|what) (of (these|them|the following) (is|was|has)\b|one\b|single\b|statement (is|does|holds)\b)/i;

export const stemCountMismatch: QuestionRule = {
  code: 'stem-count-mismatch',
  severity: 'warning',
  message: '"{sentence}" announces another number of right options than the {keys} there are; reword it',
  check: onOptions(({ question, keys }) => {
    const wrong = question.type === 'single-choice' ? ANNOUNCES_SEVERAL : ANNOUNCES_ONE;
    const sentence = [...questionsIn(question.stem), ...question.stem.split(/(?<=[.?!])\s+/)].find((text) =>
      wrong.test(text),
    );
    return sentence === undefined ? [] : [{ path: ['stem'], args: { sentence, keys: keys.length } }];
  }),
};
