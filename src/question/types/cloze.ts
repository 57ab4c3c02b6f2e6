// cloze: the blanks of a snippet are to be filled, each with a word or a figure.

import { AND } from '../answer-words.js';
import { blanksInOrder } from '../cloze-pieces.js';
import { parseFigure } from '../figure.js';
import type { Cloze } from '../question.js';
import type { FieldIssue, Grade, QuestionTypeRules } from '../question-type.js';
import { refuseUnknown } from '../unknown-name.js';
import { numeric } from './numeric.js';
import { foldAnswer, shortAnswer } from './short-answer.js';

export type Blank = Cloze['blanks'][number];

export const cloze: QuestionTypeRules<'cloze'> = {
  lists: [['blanks']],
  needs: 'blanks',
  sections: [],
  overridable: true,
  check({ snippet, blanks }) {
    const issues = blanks.flatMap((blank, index) => checkBlank(blank, ['blanks', index]));
    if (typeof snippet !== 'string') return issues;
    return [
      ...issues,
      ...blanks.flatMap(({ id }, index): FieldIssue[] => {
        const places = snippet.split(`{{${id}}}`).length - 1;
        return places === 1
          ? []
          : [{ code: 'blank-places', path: ['blanks', index, 'id'], args: { id, places } }];
      }),
    ];
  },
  refuse: ({ blanks }, response) =>
    refuseUnknown('blank', blanks, Object.keys(response)) ??
    (blanks.some(({ id, answer }) => answer !== undefined && isNoFigure(response[id] ?? ''))
      ? 'A blank that asks for a figure holds none. Type one figure, such as 8.76.'
      : null),
  // The mean over the blanks of what each earns as a short answer or a figure.
  grade({ blanks }, response) {
    const grades = blanks.map((blank) => gradeBlank(blank, response[blank.id] ?? ''));
    const close = grades.find((grade) => grade.close !== undefined)?.close;
    const why = grades.find((grade) => grade.why !== undefined)?.why;
    return {
      credit: grades.reduce((sum, { credit }) => sum + credit, 0) / blanks.length,
      ...(close === undefined ? {} : { close }),
      ...(why === undefined ? {} : { why }),
    };
  },
  rightResponse: ({ blanks }) => Object.fromEntries(blanks.map((blank) => [blank.id, rightText(blank)])),
  key: ({ blanks }) =>
    blanks
      .map(({ id, answers = [], partial = [], answer, tolerance = 0 }) => [
        id,
        answers.map(foldAnswer).sort(),
        partial.map((variant) => [foldAnswer(variant.text), variant.credit]).sort(),
        answer === undefined ? null : [answer, tolerance],
      ])
      .sort(),
  guess: () => 0,
  seconds: { foundation: 75, intermediate: 105, advanced: 135 },
  words: {
    given: (question, typed) =>
      blanksInOrder(question)
        .map(({ id }) => typed[id] ?? '(empty)')
        .join(AND),
    right: (question) => blanksInOrder(question).map(rightText).join(AND),
    why: (question, typed) =>
      blanksInOrder(question).find((blank) => gradeBlank(blank, typed?.[blank.id] ?? '').credit < 1)?.why,
  },
  template: `snippet: |
  HTTP/1.1 {{status}}
  Retry-After: {{wait}}
blanks:
  - id: status
    answers: [429 Too Many Requests, 429]
    why: What makes it right.
  - id: wait
    answer: 30
    unit: seconds
    why: What makes it right.
`,
};

/** Something is typed, and no number can be read in it. */
const isNoFigure = (typed: string) => typed.trim() !== '' && parseFigure(typed) === undefined;

/** What goes into a blank, as one would type it. */
export function rightText({ answers, answer }: Blank): string {
  return answers?.[0] ?? (answer === undefined ? '' : String(answer));
}

/** The grade of one blank: as short-answer or as numeric. */
export function gradeBlank({ answers, partial, answer, tolerance }: Blank, typed: string): Grade {
  if (answers !== undefined) return shortAnswer.grade({ answers, partial } as never, typed);
  return numeric.grade({ answer, tolerance } as never, typed);
}

function checkBlank(blank: Blank, path: readonly (string | number)[]): FieldIssue[] {
  const isWord = blank.answers !== undefined;
  if (isWord === (blank.answer !== undefined)) return [{ code: 'blank-kind', path }];
  const stray = isWord
    ? (['tolerance', 'unit'] as const).filter((field) => blank[field] !== undefined)
    : (['partial'] as const).filter((field) => blank[field] !== undefined);
  return stray.map((field) => ({ code: 'blank-field', path: [...path, field], args: { field } }));
}
