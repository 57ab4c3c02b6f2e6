// Weights fitted on some answers and tried on others: of a fold neither its questions nor its voices were seen.

import { prepareAnswer } from '../../src/grading/evidence.js';
import { type Features, featuresOf } from '../../src/grading/features.js';
import type { Model, Weights } from '../../src/grading/model.js';
import type { PreparedItem } from '../../src/grading/prepared-item.js';
import { MODEL } from '../../src/grading/weights.js';
import { denied } from './false-answers.js';
import { fitLogistic } from './fit.js';
import { flagged, type GradedAnswer, granted } from './graded-answers.js';

const ITEM_FOLDS = 8;
const VOICE_FOLDS = 4;
/** Of a weight that means nothing the ridge leaves nothing; of those that do it takes little. */
const RIDGE = 1;

/** What a false answer counts beside a natural one. */
const FALSE_COUNTS = 0.3;

interface Row {
  features: Features;
  target: number;
  counts: number;
}

interface Rows {
  answer: GradedAnswer;
  points: Row[];
  flags: Row[];
}

/** The figures of every answer, once; and of what it would be if it were denied, or given to another question: then nothing is said. */
function rowsOf(answers: readonly GradedAnswer[], items: ReadonlyMap<string, PreparedItem>): Rows[] {
  return answers.map((answer) => {
    const own = items.get(answer.q)!;
    const other = items.get(otherQuestion(answer, answers))!;
    const tries = [
      { item: own, text: answer.text, counts: 1 },
      { item: own, text: denied(answer.text), counts: FALSE_COUNTS },
      { item: other, text: answer.text, counts: FALSE_COUNTS },
    ];
    const rows = (which: 'points' | 'flags', truth: (answer: GradedAnswer, id: string) => number) =>
      tries.flatMap(({ item, text, counts }) =>
        featuresOf(item, prepareAnswer(item, text), which).map(({ id, features }) => ({
          features,
          target: counts === 1 ? truth(answer, id) : 0,
          counts,
        })),
      );
    return { answer, points: rows('points', granted), flags: rows('flags', flagged) };
  });
}

/** A question of another answer, always the same one. */
function otherQuestion({ q }: GradedAnswer, answers: readonly GradedAnswer[]): string {
  const questions = [...new Set(answers.map((answer) => answer.q))];
  return questions[(questions.indexOf(q) + Math.ceil(questions.length / 2)) % questions.length]!;
}

/** A model from all of these answers. */
function fitModel(rows: readonly Rows[]): Model {
  const weightsOf = (which: 'points' | 'flags'): Weights => {
    const names = Object.keys(MODEL[which].of) as (keyof Features)[];
    const used = rows.flatMap((row) => row[which]);
    const [bias = 0, ...weights] = fitLogistic(
      used.map(({ features, ...row }) => ({ input: names.map((name) => features[name]), ...row })),
      RIDGE,
    );
    return { bias, of: Object.fromEntries(names.map((name, at) => [name, weights[at]!])) };
  };
  return { points: weightsOf('points'), flags: weightsOf('flags') };
}

/** The model of everything, and for each answer one that saw neither its question nor its voice. */
export function crossFit(
  answers: readonly GradedAnswer[],
  items: ReadonlyMap<string, PreparedItem>,
): { model: Model; unseen: ReadonlyMap<GradedAnswer, Model> } {
  const rows = rowsOf(answers, items);
  const itemFold = foldsOf(
    answers.map(({ q }) => q),
    ITEM_FOLDS,
  );
  const voiceFold = foldsOf(
    answers.map(({ voice }) => voice),
    VOICE_FOLDS,
  );
  const unseen = new Map<GradedAnswer, Model>();
  for (let item = 0; item < ITEM_FOLDS; item++) {
    for (let voice = 0; voice < VOICE_FOLDS; voice++) {
      const tried = answers.filter(
        ({ q, voice: v }) => itemFold.get(q) === item && voiceFold.get(v) === voice,
      );
      if (tried.length === 0) continue;
      const seen = rows.filter(
        ({ answer }) => itemFold.get(answer.q) !== item && voiceFold.get(answer.voice) !== voice,
      );
      const model = fitModel(seen);
      for (const answer of tried) unseen.set(answer, model);
    }
  }
  return { model: fitModel(rows), unseen };
}

/** Names dealt out in turn, so that the folds are of a size. */
function foldsOf(names: readonly string[], folds: number): Map<string, number> {
  return new Map([...new Set(names)].map((name, at) => [name, at % folds]));
}
