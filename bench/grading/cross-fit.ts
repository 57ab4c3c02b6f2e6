// Weights fitted on some answers and tried on others: of a fold neither its questions nor its voices were seen.

import { type Features, featuresOf } from '../../src/grading/features.js';
import type { Model, Weights } from '../../src/grading/model.js';
import { prepareAnswer } from '../../src/grading/prepared-answer.js';
import type { PreparedItem } from '../../src/grading/prepared-item.js';
import { MODEL } from '../../src/grading/weights.js';
import { fitLogistic } from './fit.js';
import { flagged, type GradedAnswer, granted } from './graded-answers.js';

const ITEM_FOLDS = 8;
const VOICE_FOLDS = 4;
/** Of a weight that means nothing the ridge leaves nothing; of those that do it takes little. */
const RIDGE = 2;

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

/** What an answer to another question counts beside a natural one. */
const OFF_TOPIC_COUNTS = 0.1;

/** The figures of every answer, once; and as if it had been given to another question, to which it says nothing. */
function rowsOf(answers: readonly GradedAnswer[], items: ReadonlyMap<string, PreparedItem>): Rows[] {
  return answers.map((answer) => {
    const found = featuresIn(items.get(answer.q)!, answer.text);
    const elsewhere = featuresIn(items.get(otherQuestion(answer, answers))!, answer.text);
    const rows = (which: 'points' | 'flags', truth: (answer: GradedAnswer, id: string) => number): Row[] => [
      ...found[which].map(({ id, features }) => ({ features, target: truth(answer, id), counts: 1 })),
      ...elsewhere[which].map(({ features }) => ({ features, target: 0, counts: OFF_TOPIC_COUNTS })),
    ];
    return { answer, points: rows('points', granted), flags: rows('flags', flagged) };
  });
}

const featuresIn = (item: PreparedItem, text: string) => featuresOf(item, prepareAnswer(item, text));

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
