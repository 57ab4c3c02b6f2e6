// A typed line -> a response or a command; whatever is typed, nothing throws.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePlainAnswer } from '../../../src/players/plain/plain-answer.js';
import { plainTypeOf } from '../../../src/players/plain/plain-types.js';
import { isResponseTo } from '../../../src/question/response.js';
import { EVERY_QUESTION, numeric, ONE_OF_EACH } from '../../support/questions.js';
import { viewOf } from '../sample-views.js';

type Row = [line: string, response: unknown];

function table(kind: keyof typeof ONE_OF_EACH, understood: readonly Row[], unclear: readonly string[]): void {
  const view = viewOf(ONE_OF_EACH[kind]);
  it.each(understood)(`${kind}: %j`, (line, response) => {
    expect(decodePlainAnswer(line, view)).toEqual({ kind: 'response', response });
  });
  it.each(unclear)(`${kind}: %j is not clear`, (line) => {
    expect(decodePlainAnswer(line, view)).toEqual({ kind: 'unclear', help: plainTypeOf(view).help });
  });
}

describe('answers', () => {
  table(
    'single-choice',
    [
      ['2', 'wrong-1'],
      [' 1 ', 'right'],
      ['\ufeff2\u200b', 'wrong-1'],
      ['２', 'wrong-1'],
    ],
    ['', '0', '5', '1 2', 'two', '-1', '1.0', '1e0'],
  );
  table(
    'true-false',
    [
      ['1', true],
      ['2', false],
      ['t', true],
      ['False', false],
      ['TRUE', true],
      ['t\u200b', true],
    ],
    ['', '3', 'tr', 'yes'],
  );
  table(
    'multiple-choice',
    [
      ['1,3', ['right-1', 'wrong-1']],
      ['3 1', ['wrong-1', 'right-1']],
      ['2;2', ['right-2']],
      ['0', []],
    ],
    ['', '5', '0,1', 'a', '12'],
  );
  table(
    'ordering',
    [
      ['3 1 2 4', ['3', '1', '2', '4']],
      ['4,3,2,1', ['4', '3', '2', '1']],
    ],
    ['', '1 2 3', '1 1 2 3', '1 2 3 5', '1 2 3 4 1'],
  );
  table(
    'matching',
    [
      ['a2 b1 c3', { 'pair-1': 'pair-2', 'pair-2': 'pair-1', 'pair-3': 'pair-3' }],
      ['A=4, b:2', { 'pair-1': 'extra-1', 'pair-2': 'pair-2' }],
      ['1 2 3', { 'pair-1': 'pair-1', 'pair-2': 'pair-2', 'pair-3': 'pair-3' }],
    ],
    ['', '1 2', 'a5', 'd1', 'a', '2a', 'a1 a2 b1'],
  );
  table(
    'short-answer',
    [
      ['  Idempotent ', 'Idempotent'],
      ['::status', ':status'],
      ['2', '2'],
    ],
    ['', '   '],
  );
  table(
    'numeric',
    [
      ['8.76', '8.76'],
      ['8,760 h', '8,760 h'],
    ],
    [''],
  );
  table('open', [['With a key.', { text: 'With a key.', met: [], flags: [] }]], ['']);
});

it.each([
  [':h', 'h', ''],
  [':F a typo', 'f', 'a typo'],
  [':!', '!', ''],
  [':12', '12', ''],
  [' :q ', 'q', ''],
])('%j is a command', (line, name, rest) => {
  for (const question of EVERY_QUESTION) {
    expect(decodePlainAnswer(line, viewOf(question))).toEqual({ kind: 'command', name, rest });
  }
});

it('the help names the unit', () => {
  expect(plainTypeOf(viewOf(numeric(8.76, 0.01, { unit: 'hours' }))).help).toBe('Type a number (hours).');
});

it('never throws, and a response always has the form of its type', () => {
  const line = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('1', '2', '9', 'a', 'c', ',', ' ', '=', ':', '.') }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...EVERY_QUESTION), line, (question, typed) => {
      const answer = decodePlainAnswer(typed, viewOf(question));
      if (answer.kind === 'response') expect(isResponseTo(question.type, answer.response)).toBe(true);
    }),
  );
});
