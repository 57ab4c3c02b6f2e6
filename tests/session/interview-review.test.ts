// An interview looked back on: kinds of point, time against target, sentences to learn.

import { expect, it } from 'vitest';
import { reviewInterview } from '../../src/session/interview-review.js';
import type { ItemResult } from '../../src/session/score.js';
import { verdictOn, viewOf } from '../players/sample-views.js';
import { ONE_OF_EACH, open } from '../support/questions.js';

const question = open({
  rubric: [
    { id: 'cost', text: 'Names the cost of it', weight: 1, accept: ['it costs storage'] },
    { id: 'fails', text: 'Says what happens on a timeout', weight: 3, accept: ['after a timeout'] },
    { id: 'fact', text: 'Names the header', weight: 2, accept: ['the header'] },
  ],
  modelAnswer: 'The header carries it. After a timeout the client sends it again. It costs storage.',
});

const result = (met: string[], limitMs: number | null): ItemResult => {
  const { answer } = verdictOn(viewOf(question), { text: 'x', met, flags: [] });
  const { item, contentHash, keyHash, topic, concept, level, type, order } = answer;
  return {
    entry: 0,
    planned: { item, contentHash, keyHash, topic, concept, level, type, order, limitMs },
    outcome: 'answered',
    credit: answer.credit,
    overridden: false,
    points: 0,
    maxPoints: 1,
    answer,
    rounds: null,
  };
};

it('what was missing by kind, the target, and the sentences of the heaviest points missed', () => {
  const items = [result(['fact'], 10_000), result(['cost', 'fact'], 120_000), result(['fact'], null)];
  expect(reviewInterview(items, () => question)).toEqual({
    missing: [
      { kind: 'failure cases', times: 3 },
      { kind: 'trade-offs', times: 2 },
    ],
    over: 1,
    timed: 2,
    sentences: ['After a timeout the client sends it again.', 'It costs storage.'],
  });
});

it('nothing is told where no open question was answered', () => {
  expect(reviewInterview([], () => question)).toBeNull();
  expect(reviewInterview([result([], null)], () => ONE_OF_EACH['true-false'])).toBeNull();
});
