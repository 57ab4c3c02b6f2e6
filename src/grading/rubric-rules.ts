// The lint rules on rubrics of open questions: one for each way in which a rubric, its wordings or its exemplars would mislead the matcher.

import type { Finding, Hit, Rule } from '../bank/lint/finding.js';
import type { Exemplar } from '../question/exemplar.js';
import type { OpenMark } from '../question/open-mark.js';
import type { Open } from '../question/question.js';
import { markOpenAnswer } from './mark-open-answer.js';
import { rarity } from './rarity.js';
import { cutTokens } from './tokens.js';
import { tellingStems } from './wording.js';

export interface RubricRule extends Rule {
  /** `model`: how the own model answer is marked. */
  check(question: Open, exemplars: readonly Exemplar[], model: OpenMark): Hit[];
}

/** Below this weight a word stands in every twelfth item or more: it decides nothing alone. */
const COMMON_BELOW = 0.38;
const FEWEST_WORDINGS = 4;
const FEWEST_REJECTS = 2;
/** Weight from which an interviewer would ask about a point that was left out. */
const PROBED_FROM = 2;
const MODEL_CREDIT = 0.85;
const FEWEST_ANSWERS = { strong: 2, plain: 1, wrong: 1 } as const;
const EARNED_BY = 2;

/** What the rules say about one open question and the answers beside it. */
export function lintRubric(question: Open, exemplars: readonly Exemplar[]): Finding[] {
  const model = markOpenAnswer(question, exemplars, question.modelAnswer);
  return RUBRIC_RULES.flatMap(({ check, ...rule }) =>
    check(question, exemplars, model).map(({ path, args = {} }) => ({ ...rule, path, args })),
  );
}

const wordingCommon: RubricRule = {
  code: 'wording-common',
  severity: 'warning',
  message: '"{wording}" has one word that tells, and a common one; it decides nothing, so write a phrase',
  check: ({ rubric, avoid = [] }) => [
    ...rubric.flatMap(({ accept }, at) => commonIn(accept, ['rubric', at, 'accept'])),
    ...avoid.flatMap(({ reject }, at) => commonIn(reject, ['avoid', at, 'reject'])),
  ],
};

function commonIn(wordings: readonly string[], path: Hit['path']): Hit[] {
  return wordings.flatMap((wording, at) => {
    const stems = [...tellingStems(cutTokens(wording))];
    const tells = stems.length > 1 || stems.some((stem) => rarity(stem) >= COMMON_BELOW);
    return tells ? [] : [{ path: [...path, at], args: { wording } }];
  });
}

const wordingsFew: RubricRule = {
  code: 'wordings-few',
  severity: 'warning',
  message:
    'the point "{point}" has {distinct} wordings that differ in words; write {fewest} as people would say them',
  check: ({ rubric }) =>
    rubric.flatMap(({ id, accept }, at) => {
      const distinct = distinctIn(accept);
      if (distinct >= FEWEST_WORDINGS) return [];
      return [{ path: ['rubric', at, 'accept'], args: { point: id, distinct, fewest: FEWEST_WORDINGS } }];
    }),
};

/** Wordings that differ in words: the same ones in another order or form are one. */
function distinctIn(wordings: readonly string[]): number {
  return new Set(wordings.map((wording) => [...tellingStems(cutTokens(wording))].sort().join(' '))).size;
}

const rejectsFew: RubricRule = {
  code: 'rejects-few',
  severity: 'warning',
  message: 'the red flag "{flag}" has fewer than {fewest} wordings; write what people really say',
  check: ({ avoid = [] }) =>
    avoid.flatMap(({ id, reject }, at) =>
      distinctIn(reject) >= FEWEST_REJECTS
        ? []
        : [{ path: ['avoid', at, 'reject'], args: { flag: id, fewest: FEWEST_REJECTS } }],
    ),
};

const probeMissing: RubricRule = {
  code: 'probe-missing',
  severity: 'warning',
  message: 'the point "{point}" is heavy and has no "probe"; write the question an interviewer would put',
  check: ({ rubric }) =>
    rubric.flatMap(({ id, weight, probe }, at) =>
      weight >= PROBED_FROM && probe === undefined
        ? [{ path: ['rubric', at, 'id'], args: { point: id } }]
        : [],
    ),
};

const modelAnswerShort: RubricRule = {
  code: 'model-answer-short',
  severity: 'warning',
  message:
    'the own model answer is credited {percent} % only; not found in it: {missing}. Say them, or accept how it says them',
  check(_, __, { suggestedCredit, points }) {
    if (suggestedCredit >= MODEL_CREDIT) return [];
    const missing = points.filter(({ state }) => state !== 'said').map(({ id }) => id);
    return [
      { path: ['rubric'], args: { percent: Math.round(100 * suggestedCredit), missing: missing.join(', ') } },
    ];
  },
};

const modelAnswerFlagged: RubricRule = {
  code: 'model-answer-flagged',
  severity: 'warning',
  message: 'the own model answer seems to raise the red flag "{flag}"; reword a wording, or the answer',
  check: (_, __, { flags }) =>
    flags.flatMap(({ id, raised }, at) =>
      raised ? [{ path: ['avoid', at, 'reject'], args: { flag: id } }] : [],
    ),
};

const answersFew: RubricRule = {
  code: 'answers-few',
  severity: 'warning',
  message: 'natural answers are missing beside it: {missing}; two strong, one plain and one wrong are wanted',
  check(_, exemplars) {
    const missing = (['strong', 'plain', 'wrong'] as const).filter(
      (kind) => exemplars.filter((exemplar) => exemplar.kind === kind).length < FEWEST_ANSWERS[kind],
    );
    return missing.length === 0 ? [] : [{ path: ['id'], args: { missing: missing.join(', ') } }];
  },
};

const pointUnearned: RubricRule = {
  code: 'point-unearned',
  severity: 'warning',
  message: '{earned} of the answers beside it make the point "{point}" wholly; let two of them make it',
  check: ({ rubric }, exemplars) =>
    rubric.flatMap(({ id }, at) => {
      const earned = exemplars.filter(({ sentences }) =>
        sentences.some(({ points = [] }) => points.includes(id)),
      );
      if (exemplars.length === 0 || earned.length >= EARNED_BY) return [];
      return [{ path: ['rubric', at, 'id'], args: { point: id, earned: earned.length } }];
    }),
};

const flagUnshown: RubricRule = {
  code: 'flag-unshown',
  severity: 'warning',
  message: 'no answer beside it raises the red flag "{flag}"; let one of them do so',
  check: ({ avoid = [] }, exemplars) =>
    avoid.flatMap(({ id }, at) => {
      const shown = exemplars.some(({ sentences }) => sentences.some(({ flags = [] }) => flags.includes(id)));
      return exemplars.length === 0 || shown ? [] : [{ path: ['avoid', at, 'id'], args: { flag: id } }];
    }),
};

/** In the order of docs/item-writing.md. */
export const RUBRIC_RULES: readonly RubricRule[] = [
  wordingCommon,
  wordingsFew,
  rejectsFew,
  probeMissing,
  modelAnswerShort,
  modelAnswerFlagged,
  answersFew,
  pointUnearned,
  flagUnshown,
];
