// The table of question types, and what may be asked of a question whatever its type; a type without an entry does not compile.

import type { Plain } from './answer-words.js';
import type { Question, QuestionOf } from './question.js';
import type { FieldIssue, Grade, QuestionTypeRules } from './question-type.js';
import type { QuestionResponse, ResponseByType } from './response.js';
import { TYPE_TRAITS } from './type-traits.js';
import { cloze } from './types/cloze.js';
import { lab } from './types/lab.js';
import { matching } from './types/matching.js';
import { multipleChoice } from './types/multiple-choice.js';
import { numeric } from './types/numeric.js';
import { open } from './types/open.js';
import { ordering } from './types/ordering.js';
import { request } from './types/request.js';
import { shortAnswer } from './types/short-answer.js';
import { singleChoice } from './types/single-choice.js';
import { spot } from './types/spot.js';
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
  // In a file of their own, which is read where such a question is met.
  get request() {
    return request;
  },
  get spot() {
    return spot;
  },
  get cloze() {
    return cloze;
  },
  get lab() {
    return lab;
  },
} satisfies { [T in QuestionType]: QuestionTypeRules<T> };

/** Credit of a response of the right shape; see the type's own `grade`. */
export function gradeOf(question: Question, response: QuestionResponse): Grade {
  return withRules(question, (rules, own) => rules.grade(own, response as ResponseByType[QuestionType]));
}

/** Whether a response names places in what was shown, and so means nothing under another key. */
export function namesPlaces(type: QuestionType): boolean {
  const rules: Pick<QuestionTypeRules<never>, 'namesPlaces'> = TYPE_RULES[type];
  return rules.namesPlaces === true;
}

/** What to say where the response cannot be an answer at all, so that it is asked again; null where it is one. */
export function refusalOf(question: Question, response: QuestionResponse): string | null {
  return withRules(
    question,
    (rules, own) => rules.refuse?.(own, response as ResponseByType[QuestionType]) ?? null,
  );
}

/** A fully right response. */
export function rightResponseOf(question: Question): QuestionResponse {
  return withRules(question, (rules, own) => rules.rightResponse(own));
}

/** What was answered, in words. */
export function givenInWords(question: Question, response: QuestionResponse, plain: Plain): string {
  return withRules(question, ({ words }, own) =>
    words.given(own, response as ResponseByType[QuestionType], plain),
  );
}

/** What is right, in words. */
export function rightInWords(question: Question, plain: Plain): string {
  return withRules(question, ({ words }, own) => words.right(own, plain));
}

/** The reason that belongs to a response (Markdown), null where nothing was entered; undefined where only the explanation tells. */
export function whyOf(question: Question, response: QuestionResponse | null): string | undefined {
  return withRules(question, ({ words }, own) =>
    words.why?.(own, response as ResponseByType[QuestionType] | null),
  );
}

/** Expected credit of pure guessing, 0 to 1. */
export function guessOf(question: Question): number {
  return withRules(question, (rules, own) => rules.guess(own));
}

/** Everything that decides what is right, and nothing else. */
export function keyOf(question: Question): unknown {
  return withRules(question, (rules, own) => rules.key(own));
}

/** Ids that are shuffled when the question is asked; empty where nothing is. */
export function shuffledOf(question: Question): string[] {
  if (!TYPE_TRAITS[question.type].shuffles) return [];
  return withRules(question, (rules, own) => rules.shuffled?.(own) ?? []);
}

/** What the type's own checks across fields find. */
export function checksOf(question: Question): FieldIssue[] {
  return withRules(question, (rules, own) => rules.check(own));
}

// The one place where a question meets the rules of its own type: the compiler cannot follow that the two belong together.
function withRules<Result>(
  question: Question,
  use: (rules: QuestionTypeRules<QuestionType>, question: QuestionOf<QuestionType>) => Result,
): Result {
  return use(TYPE_RULES[question.type] as unknown as QuestionTypeRules<QuestionType>, question);
}
