// true-false: is the statement of the stem true?

import { trueFalseFields } from '../fields.js';
import type { QuestionTypeRules } from '../question-type.js';

export const trueFalse: QuestionTypeRules<'true-false'> = {
  fields: trueFalseFields,
  lists: [],
  needs: null,
  sections: [],
  overridable: false,
  check: () => [],
  grade: ({ answer }, response) => ({ credit: response === answer ? 1 : 0 }),
  rightResponse: ({ answer }) => answer,
  key: ({ answer }) => answer,
  shuffled: () => [],
  guess: () => 1 / 2,
  seconds: { foundation: 30, intermediate: 40, advanced: 50 },
  template: 'answer: false\n',
};
