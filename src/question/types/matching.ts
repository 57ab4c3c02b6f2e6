// matching: each left side goes with one right side; extra right sides mislead.

import { shownKey } from '../../text/shown-key.js';
import { AND, labelsOf, THEN } from '../answer-words.js';
import type { FieldIssue, QuestionTypeRules } from '../question-type.js';
import { refuseUnknown } from '../unknown-name.js';
import { repeatedTexts } from './single-choice.js';

export const matching: QuestionTypeRules<'matching'> = {
  lists: [['pairs', 'distractors']],
  needs: 'pairs',
  sections: [],
  overridable: false,
  check({ pairs, distractors = [] }) {
    const seen = new Map<string, string>();
    const sameRight = pairs.flatMap((pair, index): FieldIssue[] => {
      const folded = shownKey(pair.right ?? `#${index}`);
      if (seen.has(folded)) return [{ code: 'pairs-same-right', path: ['pairs', index, 'right'] }];
      seen.set(folded, pair.id);
      return [];
    });
    return [...sameRight, ...repeatedTexts('distractors', distractors, seen)];
  },
  refuse: ({ pairs, distractors = [] }, response) =>
    refuseUnknown('left side', pairs, Object.keys(response)) ??
    refuseUnknown('right side', [...pairs, ...distractors], Object.values(response)),
  grade({ pairs }, response) {
    const right = pairs.filter(
      (pair) => Object.hasOwn(response, pair.id) && response[pair.id] === pair.id,
    ).length;
    return { credit: right / pairs.length };
  },
  rightResponse: ({ pairs }) => Object.fromEntries(pairs.map((pair) => [pair.id, pair.id])),
  key: ({ pairs, distractors = [] }) => [
    pairs.map((pair) => pair.id).sort(),
    distractors.map((extra) => extra.id).sort(),
  ],
  shuffled: ({ pairs, distractors = [] }) => [...pairs, ...distractors].map((side) => side.id),
  guess: ({ pairs, distractors = [] }) => 1 / (pairs.length + distractors.length),
  seconds: { foundation: 75, intermediate: 100, advanced: 120 },
  words: {
    given: ({ pairs, distractors = [] }, chosen, plain) => {
      const sides = [...pairs.map(({ id, right }) => ({ id, text: right })), ...distractors];
      return pairs
        .flatMap(({ id, left }) =>
          Object.hasOwn(chosen, id)
            ? [`${plain(left)}${THEN}${labelsOf(sides, [chosen[id]!], plain).join('')}`]
            : [],
        )
        .join(AND);
    },
    right: ({ pairs }, plain) =>
      pairs.map(({ left, right }) => `${plain(left)}${THEN}${plain(right)}`).join(AND),
    why: ({ pairs }, chosen) => pairs.find(({ id }) => chosen?.[id] !== id)?.why,
  },
  template: `pairs:
  - id: first
    left: The first term
    right: What goes with the first term
  - id: second
    left: The second term
    right: What goes with the second term
  - id: third
    left: The third term
    right: What goes with the third term
`,
};
