// What a sitting that goes on tells the learner model: what the person said about a verdict counts at once.

import { expect, test } from 'vitest';
import { answersIn, attemptsFrom } from '../../src/session/attempts.js';
import { applyStep, startState } from '../../src/session/state.js';
import { answer, header, planned } from '../history/sample-records.js';

test('"I was right", "easy" and the stated confidence are told, as they are of a sitting that is over', () => {
  const given = answer(0, 2, { credit: 0, confidence: 'likely' });
  const steps = [
    { kind: 'shown', at: 1, entry: 0 },
    { kind: 'answered', at: 2, entry: 0, answer: given },
    { kind: 'overridden', at: 3, entry: 0, credit: 1 },
    { kind: 'easy', at: 4, entry: 0 },
  ] as const;
  const start = startState(header({ mode: 'diagnose', plan: [planned(given.item)] }));
  const state = steps.reduce(applyStep, start);
  const told = attemptsFrom(answersIn(state), () => given.keyHash);
  expect(told).toMatchObject([{ credit: 1, easy: true, confidence: 'likely', countsForMastery: true }]);
});
