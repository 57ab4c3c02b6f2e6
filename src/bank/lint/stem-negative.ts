// stem-negative: the question turns on a "not" or "except" that is easy to read over.

import type { QuestionRule } from './finding.js';
import { onOptions } from './options.js';
import { questionsIn } from './wording.js';

/**
 * "Which of these is not …", "what does X never …": the negation decides which options are right. A negation in a
 * subordinate clause ("which check would notice that this is not a PDF?") or a pair ("safe but not idempotent",
 * "a, and not b") only describes, and is left alone.
 */
const ASKS_FOR_THE_WRONG_ONE =
  /^(which|what|who|where|when)\b(?:(?!\b(?:that|if|when|because|so|whether|but|and|who)\b)[^,;])*?\b(not|except|excepting|never|cannot|least|neither)\b|^(which|what|who)\b[^,;]*?\b(is|are|does|do|would|should|can|could|will|must)n['’]t\b|\bexcept\b[^,;]*\?$/i;
const EMPHASISED =
  /\*\*[^*]*\b(not|except|excepting|never|cannot|least|neither)\b[^*]*\*\*|\b(NOT|EXCEPT|NEVER|CANNOT|LEAST|NEITHER)\b/;

export const stemNegative: QuestionRule = {
  code: 'stem-negative',
  severity: 'warning',
  message: 'easy to read over: "{sentence}"; ask for what holds, or write **not** in bold',
  check: onOptions(({ question }) =>
    questionsIn(question.stem)
      .filter((sentence) => ASKS_FOR_THE_WRONG_ONE.test(sentence) && !EMPHASISED.test(sentence))
      .map((sentence) => ({ path: ['stem'], args: { sentence } })),
  ),
};
