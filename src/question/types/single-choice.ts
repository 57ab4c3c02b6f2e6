// single-choice: one right option among several.

import { shownKey } from '../../text/shown-key.js';
import { AND, choiceWhy, keysInWords, labelsOf } from '../answer-words.js';
import type { FieldIssue, QuestionTypeRules } from '../question-type.js';
import { refuseUnknown } from '../unknown-name.js';

export const singleChoice: QuestionTypeRules<'single-choice'> = {
  lists: [['choices']],
  needs: 'choices',
  sections: [],
  overridable: false,
  check({ choices }) {
    const keys = choices.filter((option) => option.correct).length;
    if (keys === 0)
      return [{ code: 'choices-no-key', path: ['choices'] }, ...repeatedTexts('choices', choices)];
    if (keys > 1)
      return [
        { code: 'choices-many-keys', path: ['choices'], args: { keys } },
        ...repeatedTexts('choices', choices),
      ];
    return repeatedTexts('choices', choices);
  },
  refuse: ({ choices }, response) => refuseUnknown('option', choices, [response]),
  grade: ({ choices }, response) => ({
    credit: choices.some((option) => option.correct && option.id === response) ? 1 : 0,
  }),
  rightResponse: ({ choices }) => choices.find((option) => option.correct)?.id ?? '',
  key: ({ choices }) => [
    choices.map((option) => option.id).sort(),
    choices.find((option) => option.correct)?.id,
  ],
  shuffled: ({ choices, shuffle }) => (shuffle === false ? [] : choices.map((option) => option.id)),
  guess: ({ choices }) => 1 / choices.length,
  seconds: { foundation: 45, intermediate: 60, advanced: 90 },
  words: {
    given: ({ choices }, id, plain) => labelsOf(choices, [id], plain).join(AND),
    right: keysInWords,
    why: (question, id) => choiceWhy(question, id === null ? [] : [id]),
  },
  template: `choices:
  - id: right-one
    text: The right answer.
    correct: true
    why: What makes it right.
  - id: misconception
    text: What a half-prepared person would pick.
    why: Which misconception this is, and the fact.
  - id: other-misconception
    text: Another answer people really give.
    why: Which misconception this is, and the fact.
`,
};

/** Members of a list that read the same as an earlier one (or as one `seen` before), whatever their markup. */
export function repeatedTexts(
  list: string,
  members: readonly { id: string; text: string }[],
  seen = new Map<string, string>(),
): FieldIssue[] {
  return members.flatMap((option, index) => {
    const folded = shownKey(option.text ?? `#${index}`);
    const first = seen.get(folded);
    seen.set(folded, first ?? option.id);
    return first === undefined
      ? []
      : [{ code: 'options-repeat', path: [list, index, 'text'], args: { other: first } }];
  });
}
