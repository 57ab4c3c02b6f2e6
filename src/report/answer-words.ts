// A response and its key in words, whatever the type of the question: one line each, cut where they are long.

import type { Question } from '../question/question.js';
import type { QuestionResponse } from '../question/response.js';
import { givenInWords, rightInWords, whyOf } from '../question/type-rules.js';
import { plainOption } from '../text/plain.js';
import { safeLine } from '../text/safe.js';

export interface AnswerWords {
  /** Null when nothing was entered. */
  answered: string | null;
  right: string;
  /** The reason that belongs to this answer; null where only the explanation tells. */
  why: string | null;
}

/** Cells and lines stay readable: a long typed answer is cut. */
const LONGEST = 600;

/** The answer in words; `response` null: nothing was entered. */
export function answerWords(question: Question, response: QuestionResponse | null): AnswerWords {
  const why = whyOf(question, response);
  return {
    answered: response === null ? null : oneLine(givenInWords(question, response, plainOption)),
    right: oneLine(rightInWords(question, plainOption)),
    why: why === undefined ? null : oneLine(plainOption(why)),
  };
}

/** What was typed is no Markdown: it stays as it is. */
function oneLine(text: string): string {
  const line = safeLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
