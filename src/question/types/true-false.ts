// true-false: is the statement of the stem true?

import type { QuestionTypeRules } from '../question-type.js';

export const trueFalse: QuestionTypeRules<'true-false'> = {
  lists: [],
  needs: null,
  sections: [],
  overridable: false,
  check: () => [],
  grade: ({ answer }, response) => ({ credit: response === answer ? 1 : 0 }),
  rightResponse: ({ answer }) => answer,
  key: ({ answer }) => answer,
  guess: () => 1 / 2,
  seconds: { foundation: 30, intermediate: 40, advanced: 50 },
  words: { given: (_, value) => String(value), right: ({ answer }) => String(answer) },
  template: 'answer: false\n',
};
