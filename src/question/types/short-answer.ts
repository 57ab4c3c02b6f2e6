// short-answer: a word or a few, typed.

import { foldCase, foldCharacters } from '../../text/fold.js';
import { editDistance } from '../../text/nearest.js';
import type { FieldIssue, QuestionTypeRules } from '../question-type.js';

export const shortAnswer: QuestionTypeRules<'short-answer'> = {
  lists: [['partial']],
  needs: 'answers',
  sections: [],
  overridable: true,
  check({ answers, partial = [] }) {
    return partial.flatMap((variant, index): FieldIssue[] =>
      answers.some((answer) => isSame(answer, variant.text ?? ''))
        ? [{ code: 'partial-is-right', path: ['partial', index, 'text'] }]
        : [],
    );
  },
  refuse: (_question, response) =>
    foldAnswer(response) === '' ? 'Nothing that can be seen was typed.' : null,
  grade({ answers, partial = [] }, response) {
    const given = foldAnswer(response);
    if (answers.some((answer) => isSame(answer, response))) return { credit: 1 };
    const near = partial.find((variant) => isSame(variant.text, response));
    if (near) return { credit: near.credit, ...(near.why === undefined ? {} : { why: near.why }) };
    const close = answers.find((answer) => isNearMiss(given, foldAnswer(answer)));
    return { credit: 0, ...(close === undefined ? {} : { close }) };
  },
  rightResponse: ({ answers }) => answers[0] ?? '',
  key: ({ answers, partial = [] }) => [
    answers.map(keyText).sort(),
    partial.map((variant) => [keyText(variant.text), variant.credit]).sort(),
  ],
  guess: () => 0,
  seconds: { foundation: 45, intermediate: 60, advanced: 75 },
  words: {
    given: (_, typed) => typed,
    right: ({ answers }) => answers[0] ?? '',
    why: ({ partial = [] }, typed) => partial.find((variant) => variant.text === typed)?.why,
  },
  template: `answers:
  - the term
  - the-term
`,
};

const OUTER = /^[\s"'“”‘’«»()[\]{}.,;:!?]+|[\s"'“”‘’«»()[\]{}.,;:!?]+$/gu;
/** The same in other scripts: full stops, commas and brackets of Chinese and Japanese, opening marks of Spanish. */
const OUTER_ELSEWHERE = /^[\s、。〈-】〔-〛¿¡]+|[\s、。〈-】〔-〛]+$/gu;

/**
 * What is compared: characters that mean the same made the same, case folded, backticks and outer punctuation dropped.
 * Inner punctuation is kept: 1.1 is not 11.
 */
export function foldAnswer(answer: string): string {
  const folded = foldCase(foldCharacters(answer.replaceAll('`', ''))).replace(OUTER_ELSEWHERE, '');
  return folded.replace(OUTER, '') || folded;
}

/** A GraphQL type, alone or behind a name: the marks at its end say what may be null, so `ID` is not `ID!`. */
const MARKED_TYPE = /^(?:\S+: ?)?\[*[A-Z]\w*!?[\]!]*$/;

/** The text of the question file and what was typed say the same. */
function isSame(wanted: string, typed: string): boolean {
  if (!wanted.includes('!') || !MARKED_TYPE.test(wanted)) return foldAnswer(wanted) === foldAnswer(typed);
  const [one, other] = [wanted, typed].map((text) =>
    foldCase(foldCharacters(text.replaceAll('`', ''))).replace(/\s+/g, ''),
  );
  return one === other;
}

/** What the key hash is taken of: not changed with `foldAnswer`, or answers given before would count as given to another key. */
function keyText(answer: string): string {
  const folded = answer.normalize('NFC').toLowerCase().replaceAll('`', '').replace(/\s+/g, ' ').trim();
  return folded.replace(OUTER, '') || folded;
}

/** One slip in four letters or more, two in eight or more; figures are never "close". */
function isNearMiss(given: string, wanted: string): boolean {
  if (given === '' || /\d/.test(given) || wanted.length < 4) return false;
  return editDistance(given, wanted) <= (wanted.length >= 8 ? 2 : 1);
}
