// Arbitrary questions and responses for property tests: any size the format allows, any response of the right shape.

import fc from 'fast-check';
import type { Exchange, GivenValue } from '../../src/question/lab/journal.js';
import type { Question } from '../../src/question/question.js';
import type { QuestionResponse } from '../../src/question/response.js';
import type { QuestionType } from '../../src/question/vocabulary.js';
import {
  cloze,
  lab,
  matching,
  multipleChoice,
  numeric,
  open,
  ordering,
  request,
  shortAnswer,
  singleChoice,
  spot,
  trueFalse,
} from '../support/questions.js';

const size = (min: number, max: number) => fc.integer({ min, max });
const weight = fc.constantFrom(0.5, 1, 2, 3, 10);

const QUESTIONS: { [T in QuestionType]: fc.Arbitrary<Question> } = {
  'single-choice': size(2, 9).map((options) => singleChoice(options)),
  'multiple-choice': fc
    .tuple(size(1, 5), size(1, 4))
    .filter(([right, wrong]) => right + wrong >= 3)
    .map(([right, wrong]) => multipleChoice(right, wrong)),
  'true-false': fc.boolean().map((answer) => trueFalse(answer)),
  'short-answer': fc
    .uniqueArray(fc.constantFrom('etag', 'idempotent', '1.1', 'rate limiting', '429'), { minLength: 1 })
    .map((answers) => shortAnswer(answers, [{ text: 'nearly', credit: 0.3 }])),
  numeric: fc
    .tuple(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.constantFrom(0, 0.01, 5))
    .map(([answer, tolerance]) => numeric(Number(answer.toFixed(4)), tolerance)),
  ordering: size(4, 9).map((count) => ordering(count)),
  matching: fc.tuple(size(2, 6), size(0, 3)).map(([pairs, distractors]) => matching(pairs, distractors)),
  request: fc.subarray([2, 3, 4]).map((dropped) => {
    const whole = request();
    return request({
      parts: whole.parts.filter((_, index) => !dropped.includes(index)),
      free: [{ header: 'Authorization' }, { field: 'sku' }, { field: 'quantity' }],
    });
  }),
  spot: fc.tuple(size(1, 4), size(5, 12)).map(([flaws, lines]) => spot(flaws, lines)),
  cloze: fc.constantFrom(cloze(), cloze({ blanks: cloze().blanks.slice(0, 1) })),
  lab: fc.constant(lab()),
  open: fc
    .tuple(fc.array(weight, { minLength: 2, maxLength: 6 }), fc.array(weight, { maxLength: 3 }))
    .map(([points, flags]) =>
      open({
        rubric: points.map((value, index) => ({
          id: `point-${index}`,
          text: 'A point',
          weight: value,
          accept: ['x'],
        })),
        avoid: flags.map((value, index) => ({
          id: `flag-${index}`,
          text: 'A flag',
          weight: value,
          reject: ['y'],
        })),
      }),
    ),
};

export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(...Object.values(QUESTIONS));

const idsOf = (question: Question): string[] => [
  ...['choices', 'items', 'pairs', 'distractors', 'rubric', 'avoid', 'blanks'].flatMap((list) =>
    ((question as unknown as Record<string, { id: string }[] | undefined>)[list] ?? []).map(({ id }) => id),
  ),
  'elsewhere',
  '__proto__',
];

const anyExchange: fc.Arbitrary<Exchange> = fc.record({
  number: size(1, 9),
  atMs: size(0, 9999),
  method: fc.constantFrom('GET', 'POST'),
  path: fc.constantFrom('/orders', '/orders/1', '/'),
  query: fc.constant([]),
  headers: fc.constant([]),
  body: fc.constantFrom(null, '{}'),
  status: fc.constantFrom(0, 200, 401),
  note: fc.constantFrom(null, 'lost' as const),
});

/** Any response of the right shape, mostly of ids that exist. */
export function anyResponse(question: Question): fc.Arbitrary<QuestionResponse> {
  const id = fc.constantFrom(...idsOf(question));
  const ids = fc.array(id, { maxLength: 14 });
  const typed = fc.oneof(fc.string(), fc.constantFrom('etag', 'ETAG.', 'nearly', '8.76', '-3', '1e6'));
  const shapes: { [T in QuestionType]: fc.Arbitrary<QuestionResponse> } = {
    'single-choice': id,
    'multiple-choice': ids,
    'true-false': fc.boolean(),
    'short-answer': typed,
    numeric: typed,
    ordering: ids,
    matching: fc.array(fc.tuple(id, id)).map((pairs) => Object.fromEntries(pairs)),
    request: fc.oneof(
      typed,
      fc.string().map((text) => `curl ${text}`),
      fc.constant(request().answer),
    ),
    spot: fc.array(size(1, 200), { maxLength: 20 }),
    cloze: fc.array(fc.tuple(id, typed)).map((texts) => Object.fromEntries(texts)),
    lab: fc.record({
      seed: fc.string({ maxLength: 9 }),
      exchanges: fc.array(anyExchange, { maxLength: 5 }),
      sent: size(0, 9),
      values: fc.constantFrom<Record<string, GivenValue[]>>({}, { code: [{ text: 'x', after: 1 }] }),
    }),
    open: fc.record({ text: fc.string(), met: ids, flags: ids }),
  };
  return shapes[question.type];
}

export const questionAndResponse = anyQuestion.chain((question) =>
  fc.tuple(fc.constant(question), anyResponse(question)),
);
