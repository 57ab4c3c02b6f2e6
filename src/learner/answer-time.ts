// How long a question takes, by type: what the policies divide by. Judged from the types' own limits, not measured on people.

import { TYPE_TRAITS } from '../question/type-traits.js';
import type { QuestionType } from '../question/vocabulary.js';

/** Seconds to read the verdict and its reasons; of a model answer there is more to read. */
const FEEDBACK = 35;
const MODEL_ANSWER = 75;

/** A question seen before is recognised, and its feedback is skimmed. */
const SEEN_SHARE = 0.5;

/** Seconds a question takes with its feedback read. */
export function practiceSeconds(type: QuestionType, seen: boolean): number {
  const first = TYPE_TRAITS[type].answering + (type === 'open' ? MODEL_ANSWER : FEEDBACK);
  return seen ? first * SEEN_SHARE : first;
}

/** Seconds a diagnosis takes for a question: answered, and the verdict glanced at. */
export function diagnosisSeconds(type: QuestionType): number {
  return TYPE_TRAITS[type].answering + 5;
}

/** Answers that have to be typed or worked out. */
export function isTyped(type: QuestionType): boolean {
  return TYPE_TRAITS[type].typed;
}
