// The table of question types; a type without an entry does not compile.

import type { Question, QuestionOf } from './question.js';
import type { Grade, QuestionTypeRules } from './question-type.js';
import type { QuestionResponse, ResponseByType } from './response.js';
import { matching } from './types/matching.js';
import { multipleChoice } from './types/multiple-choice.js';
import { numeric } from './types/numeric.js';
import { open } from './types/open.js';
import { ordering } from './types/ordering.js';
import { shortAnswer } from './types/short-answer.js';
import { singleChoice } from './types/single-choice.js';
import { trueFalse } from './types/true-false.js';
import type { QuestionType } from './vocabulary.js';

export const TYPE_RULES = {
  'single-choice': singleChoice,
  'multiple-choice': multipleChoice,
  'true-false': trueFalse,
  'short-answer': shortAnswer,
  numeric,
  ordering,
  matching,
  open,
} satisfies { [T in QuestionType]: QuestionTypeRules<T> };

/** The rules of a question's type. */
export function rulesOf<T extends QuestionType>(question: QuestionOf<T> & Question): QuestionTypeRules<T> {
  return TYPE_RULES[question.type] as unknown as QuestionTypeRules<T>;
}

/** Credit of a response of the right shape; see the type's own `grade`. */
export function gradeResponse(question: Question, response: QuestionResponse): Grade {
  const rules = rulesOf(question) as QuestionTypeRules<QuestionType>;
  return rules.grade(question as never, response as ResponseByType[typeof question.type]);
}
