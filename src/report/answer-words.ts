// A response and its key in words, whatever the type of the question: one entry per type, none can be forgotten.

import { blanksInOrder } from '../question/cloze-pieces.js';
import { watchOf } from '../question/lab/steps.js';
import type { Question, QuestionOf } from '../question/question.js';
import { compareRequest } from '../question/request/compare-request.js';
import type { QuestionResponse, ResponseByType } from '../question/response.js';
import { isWithin, readRange } from '../question/snippet.js';
import { gradeBlank, rightText } from '../question/types/cloze.js';
import type { QuestionType } from '../question/vocabulary.js';
import { counted } from '../text/number.js';
import { plainOption } from '../text/plain.js';
import { safeLine } from '../text/safe.js';

export interface AnswerWords {
  /** Null when nothing was entered. */
  answered: string | null;
  right: string;
  /** The reason that belongs to this answer; null where only the explanation tells. */
  why: string | null;
}

interface Wording<T extends QuestionType> {
  given(question: QuestionOf<T>, response: ResponseByType[T]): string;
  right(question: QuestionOf<T>): string;
  why?(question: QuestionOf<T>, response: ResponseByType[T] | null): string | undefined;
}

const AND = '; ';
const THEN = ' → ';

const choiceWhy = (question: QuestionOf<'single-choice' | 'multiple-choice'>, ids: readonly string[]) => {
  const wrong = question.choices.find((choice) => ids.includes(choice.id) && !choice.correct);
  return (wrong ?? question.choices.find((choice) => choice.correct && !ids.includes(choice.id)))?.why;
};

const textsOf = (parts: readonly { id: string; text: string }[], ids: readonly string[]) =>
  ids.map((id) => plainOption(parts.find((part) => part.id === id)?.text ?? id));

const lineWords = (lines: readonly string[]) =>
  `${lines.length === 1 && !lines[0]?.includes('-') ? 'line' : 'lines'} ${lines.join(', ')}`;

const truthWord = (value: boolean) => (value ? 'true' : 'false');

const WORDING: { [T in QuestionType]: Wording<T> } = {
  'single-choice': {
    given: ({ choices }, id) => textsOf(choices, [id]).join(AND),
    right: ({ choices }) =>
      choices
        .filter((choice) => choice.correct)
        .map((choice) => plainOption(choice.text))
        .join(AND),
    why: (question, id) => choiceWhy(question, id === null ? [] : [id]),
  },
  'multiple-choice': {
    given: ({ choices }, ids) => (ids.length === 0 ? 'nothing ticked' : textsOf(choices, ids).join(AND)),
    right: ({ choices }) =>
      choices
        .filter((choice) => choice.correct)
        .map((choice) => plainOption(choice.text))
        .join(AND),
    why: (question, ids) => choiceWhy(question, ids ?? []),
  },
  'true-false': { given: (_, value) => truthWord(value), right: ({ answer }) => truthWord(answer) },
  'short-answer': {
    given: (_, typed) => typed,
    right: ({ answers }) => answers[0] ?? '',
    why: ({ partial = [] }, typed) => partial.find((variant) => variant.text === typed)?.why,
  },
  numeric: {
    given: (_, typed) => typed,
    right: ({ answer, unit, tolerance = 0 }) =>
      `${answer}${unit === undefined ? '' : ` ${unit}`}${tolerance > 0 ? ` (within ${tolerance})` : ''}`,
  },
  ordering: {
    given: ({ items }, ids) => textsOf(items, ids).join(THEN),
    right: ({ items }) => items.map((item) => plainOption(item.text)).join(THEN),
  },
  matching: {
    given: ({ pairs, distractors = [] }, chosen) => {
      const sides = [...pairs.map(({ id, right }) => ({ id, text: right })), ...distractors];
      return pairs
        .flatMap(({ id, left }) =>
          Object.hasOwn(chosen, id)
            ? [`${plainOption(left)}${THEN}${textsOf(sides, [chosen[id]!]).join('')}`]
            : [],
        )
        .join(AND);
    },
    right: ({ pairs }) =>
      pairs.map(({ left, right }) => `${plainOption(left)}${THEN}${plainOption(right)}`).join(AND),
    why: ({ pairs }, chosen) => pairs.find(({ id }) => chosen?.[id] !== id)?.why,
  },
  request: {
    given: (_, typed) => typed,
    right: ({ answer }) => answer,
    why: (question, typed) => {
      const compared = typed === null ? null : compareRequest(question, typed);
      if (compared === null || 'problem' in compared) return undefined;
      return (compared.raised[0] ?? compared.parts.find(({ right }) => !right))?.why;
    },
  },
  spot: {
    given: (_, lines) => (lines.length === 0 ? 'no line marked' : lineWords(lines.map(String))),
    right: ({ flaws }) => lineWords(flaws.map(({ lines }) => lines)),
    why: ({ flaws }, marked) =>
      flaws.find(({ lines }) => !(marked ?? []).some((line) => isWithin(line, readRange(lines))))?.why,
  },
  cloze: {
    given: (question, typed) =>
      blanksInOrder(question)
        .map(({ id }) => typed[id] ?? '(empty)')
        .join(AND),
    right: (question) => blanksInOrder(question).map(rightText).join(AND),
    why: (question, typed) =>
      blanksInOrder(question).find((blank) => gradeBlank(blank, typed?.[blank.id] ?? '').credit < 1)?.why,
  },
  lab: {
    given: (question, response) => {
      const watch = watchOf(question, response);
      const done = question.steps.filter(({ id }) => watch.isDone(id)).length;
      return `${done} of ${question.steps.length} steps in ${counted(response.sent, 'request')}`;
    },
    right: ({ steps }) => steps.map(({ text }) => text).join(AND),
    why: (question, response) => {
      const watch = response === null ? null : watchOf(question, response);
      return question.steps.find(({ id }) => watch?.isDone(id) !== true)?.why;
    },
  },
  open: {
    given: ({ rubric }, { text, met }) => {
      const said = textsOf(
        rubric.map(({ id, text: point }) => ({ id, text: point })),
        met,
      ).join(AND);
      return text === '' ? `aloud; points made: ${said || 'none'}` : text;
    },
    right: ({ rubric }) => rubric.map((point) => plainOption(point.text)).join(AND),
    why: ({ avoid = [] }, response) => avoid.find(({ id }) => response?.flags.includes(id))?.text,
  },
};

/** Cells and lines stay readable: a long typed answer is cut. */
const LONGEST = 600;

/** The answer in words; `response` null: nothing was entered. */
export function answerWords(question: Question, response: QuestionResponse | null): AnswerWords {
  const wording = WORDING[question.type] as Wording<QuestionType>;
  const asked = question as never;
  const why = wording.why?.(asked, response as never);
  return {
    answered: response === null ? null : oneLine(wording.given(asked, response as never)),
    right: oneLine(wording.right(asked)),
    why: why === undefined ? null : oneLine(plainOption(why)),
  };
}

/** What was typed is no Markdown: it stays as it is. */
function oneLine(text: string): string {
  const line = safeLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
