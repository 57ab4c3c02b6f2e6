// open: answered in one's own words, marked point by point against a rubric.

import { AND, labelsOf } from '../answer-words.js';
import { shareOf } from '../point-share.js';
import type { QuestionTypeRules } from '../question-type.js';

export const open: QuestionTypeRules<'open'> = {
  lists: [['rubric'], ['avoid']],
  needs: null,
  sections: ['Model answer'],
  overridable: false,
  check: () => [],
  // Weights of the points by what is said of each, less those of the red flags, over all weights, floored at 0.
  grade({ rubric, avoid = [] }, response) {
    const total = rubric.reduce((sum, point) => sum + point.weight, 0);
    const earned = rubric.reduce((sum, { id, weight }) => sum + shareOf(response, id) * weight, 0);
    const flagged = sumWeights(avoid, response.flags);
    return { credit: Math.min(1, Math.max(0, (earned - flagged) / total)) };
  },
  rightResponse: ({ rubric, modelAnswer }) => ({
    text: modelAnswer,
    met: rubric.map((point) => point.id),
    flags: [],
  }),
  key: ({ rubric, avoid = [] }) => [
    rubric.map((point) => [point.id, point.weight]).sort(),
    avoid.map((flag) => [flag.id, flag.weight ?? 1]).sort(),
  ],
  guess: () => 0,
  seconds: { foundation: 180, intermediate: 240, advanced: 300 },
  words: {
    given({ rubric }, { text, met }, plain) {
      const said = labelsOf(rubric, met, plain).join(AND);
      return text === '' ? `aloud; points made: ${said || 'none'}` : text;
    },
    right: ({ rubric }, plain) => rubric.map((point) => plain(point.text)).join(AND),
    why: ({ avoid = [] }, response) => avoid.find(({ id }) => response?.flags.includes(id))?.text,
  },
  template: `rubric:
  - id: main-point
    text: The point a strong answer must make.
    weight: 2
    accept: [a wording of it, another wording]
  - id: second-point
    text: Another point.
    weight: 1
    accept: [a wording of it, another wording]
avoid:
  - id: red-flag
    text: What not to say.
    weight: 1
    reject: [a wording of it]
`,
};

function sumWeights(
  points: readonly { id: string; weight?: number | undefined }[],
  ids: readonly string[],
): number {
  const said = new Set(ids);
  return points.reduce((sum, point) => sum + (said.has(point.id) ? (point.weight ?? 1) : 0), 0);
}
