// numeric: a figure, right within an absolute tolerance.

import { parseFigure } from '../figure.js';
import type { QuestionTypeRules } from '../question-type.js';

export const numeric: QuestionTypeRules<'numeric'> = {
  lists: [],
  needs: null,
  sections: [],
  overridable: true,
  check: () => [],
  refuse: (_question, response) =>
    parseFigure(response) === undefined
      ? 'No number can be read in that. Type one figure, such as 8.76.'
      : null,
  grade({ answer, tolerance = 0 }, response) {
    const given = parseFigure(response);
    if (given === undefined) return { credit: 0 };
    // A hair of slack: 0.1 + 0.2 must count as 0.3, and a value on the edge of the tolerance as inside.
    const slack = 1e-9 * Math.max(1, Math.abs(answer));
    return { credit: Math.abs(given - answer) <= tolerance + slack ? 1 : 0 };
  },
  rightResponse: ({ answer }) => String(answer),
  key: ({ answer, tolerance = 0 }) => [answer, tolerance],
  guess: () => 0,
  seconds: { foundation: 60, intermediate: 90, advanced: 120 },
  words: {
    given: (_, typed) => typed,
    right: ({ answer, unit, tolerance = 0 }) =>
      `${answer}${unit === undefined ? '' : ` ${unit}`}${tolerance > 0 ? ` (within ${tolerance})` : ''}`,
  },
  template: `answer: 8.76
tolerance: 0.01
unit: hours
`,
};
