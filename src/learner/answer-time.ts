// How long a question takes, by type: what the policies divide by. Judged from the types' own limits, not measured on people.

import type { QuestionType } from '../question/vocabulary.js';

/** Seconds to read, think and enter an answer to a question never seen; half a minute of reading is the floor. */
const ANSWERING: Readonly<Record<QuestionType, number>> = {
  'true-false': 30,
  'single-choice': 45,
  'multiple-choice': 60,
  'short-answer': 50,
  cloze: 75,
  spot: 75,
  numeric: 80,
  ordering: 80,
  matching: 80,
  request: 150,
  open: 210,
  lab: 900,
};

/** Seconds to read the verdict and its reasons; of a model answer there is more to read. */
const FEEDBACK = 35;
const MODEL_ANSWER = 75;

/** A question seen before is recognised, and its feedback is skimmed. */
const SEEN_SHARE = 0.5;

/** Seconds a question takes with its feedback read. */
export function practiceSeconds(type: QuestionType, seen: boolean): number {
  const first = ANSWERING[type] + (type === 'open' ? MODEL_ANSWER : FEEDBACK);
  return seen ? first * SEEN_SHARE : first;
}

/** Seconds a diagnosis takes for a question: answered, and the verdict glanced at. */
export function diagnosisSeconds(type: QuestionType): number {
  return ANSWERING[type] + 5;
}

/** Answers that have to be typed or worked out: tiring one after the other, so a diagnosis rations them. */
const TYPED: ReadonlySet<QuestionType> = new Set([
  'short-answer',
  'numeric',
  'cloze',
  'request',
  'open',
  'lab',
]);

export function isTyped(type: QuestionType): boolean {
  return TYPED.has(type);
}
