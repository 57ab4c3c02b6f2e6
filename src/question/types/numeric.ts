// numeric: a figure, right within an absolute tolerance.

import { numericFields } from '../fields.js';
import type { QuestionTypeRules } from '../question-type.js';

export const numeric: QuestionTypeRules<'numeric'> = {
  fields: numericFields,
  lists: [],
  needs: null,
  sections: [],
  overridable: true,
  check: () => [],
  grade({ answer, tolerance = 0 }, response) {
    const given = parseFigure(response);
    if (given === undefined) return { credit: 0 };
    // A hair of slack: 0.1 + 0.2 must count as 0.3, and a value on the edge of the tolerance as inside.
    const slack = 1e-9 * Math.max(1, Math.abs(answer));
    return { credit: Math.abs(given - answer) <= tolerance + slack ? 1 : 0 };
  },
  rightResponse: ({ answer }) => String(answer),
  key: ({ answer, tolerance = 0 }) => [answer, tolerance],
  shuffled: () => [],
  guess: () => 0,
  seconds: { foundation: 60, intermediate: 90, advanced: 120 },
  template: `answer: 8.76
tolerance: 0.01
unit: hours
`,
};

const FIGURE = /^([+-]?)(\d+|\d{1,3}(?:[ ,_'\u00a0\u202f]\d{3})+)?(?:\.(\d+))?(e[+-]?\d{1,2})?\D*$/i;

/**
 * The number at the start of what was typed, with an optional unit behind: `8.76`, `8,760 h`, `99.9%`, `1e6`, `8,76`.
 * A comma before exactly three digits groups thousands, except after a lone zero (0,125); otherwise it is a decimal comma. Undefined when there is none.
 */
export function parseFigure(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replace(/^[~≈=]\s*/, '')
    .replace('−', '-');
  const decimalComma = /^[+-]?(0,\d+|\d+,(\d{1,2}|\d{4,}))(?!\d)/.test(plain)
    ? plain.replace(',', '.')
    : plain;
  const match = FIGURE.exec(decimalComma);
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const [, sign = '', whole = '0', fraction = '0', exponent = ''] = match;
  const value = Number(`${sign}${whole.replace(/\D/g, '')}.${fraction}${exponent}`);
  return Number.isFinite(value) ? value : undefined;
}
