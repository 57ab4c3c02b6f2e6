import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { xapiStatement } from '../../../src/exchange/answers/xapi.js';
import type { AnswerRow } from '../../../src/history/answer-row.js';
import { OUTCOMES } from '../../../src/history/records.js';
import { QUESTION_TYPES } from '../../../src/question/vocabulary.js';

const ROW: AnswerRow = {
  answer_id: '0123456789abcdef0123',
  person: 'Ann Example',
  team: 'blue',
  answered_at: '2026-11-20T09:00:00.000Z',
  mode: 'practice',
  sitting: 'fedcba98765432100123',
  item: 'core/retry budget',
  topic: 'reliability-patterns',
  concept: 'retries',
  level: 'advanced',
  type: 'single-choice',
  key_hash: '0123456789abcdef',
  first: true,
  round: 0,
  outcome: 'answered',
  credit: 2 / 3,
  guess: 0.25,
  hinted: true,
  confidence: 'sure',
  elapsed_ms: 12_345,
  marked_by: 'key',
  overridden: false,
  flagged: false,
  chosen: ['same-key'],
  app: '0.1.0',
};

// CommonJS under a name that an import does not find.
const require = createRequire(import.meta.url);
const {
  default: validateStatement,
}: { default: (statement: unknown) => object[] } = require('xapi-validation');
const faultsOf = (statement: unknown): string[] =>
  validateStatement(statement).map((fault) => JSON.stringify(fault));

test('a validator that finds faults finds none in a statement of any type and outcome', () => {
  expect(faultsOf({ ...xapiStatement(ROW), id: 'no uuid' })).not.toEqual([]);
  for (const type of QUESTION_TYPES)
    for (const outcome of OUTCOMES) {
      const statement = xapiStatement({ ...ROW, type, outcome, team: null, confidence: null, chosen: null });
      expect(faultsOf(JSON.parse(JSON.stringify(statement)))).toEqual([]);
    }
});

test('what it says: who, what, how well, and how long', () => {
  expect(xapiStatement(ROW)).toMatchObject({
    id: '01234567-89ab-8def-8123-0123456789ab',
    actor: { account: { name: 'Ann Example' } },
    object: { id: 'https://api-quiz.example/items/core/retry%20budget' },
    result: {
      score: { scaled: 2 / 3 },
      success: false,
      completion: true,
      duration: 'PT12.35S',
      response: 'same-key',
    },
    timestamp: '2026-11-20T09:00:00.000Z',
  });
});

test('the id depends on the answer and on nothing else', () => {
  const ids = [ROW, { ...ROW, person: 'p-1', credit: 0 }, { ...ROW, answer_id: '0123456789abcdef0124' }].map(
    (row) => xapiStatement(row).id,
  );
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

test.each([
  [{ chosen: ['a', 'b'] }, 'a[,]b'],
  [{ chosen: null }, undefined],
  [{ chosen: null, type: 'ordering', response: ['x', 'y'] }, 'x[,]y'],
  [{ chosen: null, type: 'matching', response: { left: 'right', up: 'down' } }, 'left[.]right[,]up[.]down'],
  [{ chosen: null, type: 'open', response: { text: 'I would wait.', met: [], flags: [] } }, 'I would wait.'],
  [{ chosen: null, type: 'short-answer', response: 'If-Match' }, 'If-Match'],
] as const)('a response as the specification writes it: %j', (change, written) => {
  const result = xapiStatement({ ...ROW, ...change } as unknown as AnswerRow).result as { response?: string };
  expect(result.response).toBe(written);
});
