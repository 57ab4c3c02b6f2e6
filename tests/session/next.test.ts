// What comes next: places in the order of asking, and whether a miss is going to return.

import { expect, it } from 'vitest';
import { nextOf, positionOf, willReturn } from '../../src/session/next.js';
import { applyStep } from '../../src/session/state.js';
import { playSitting } from './sitting-replay.js';
import { type SittingTable, START } from './sitting-table.js';

const played = (mode: SittingTable['mode'], ...steps: string[]) =>
  playSitting({
    title: '',
    mode,
    questions: `
      name | type       | level      | topic | limit
      a    | true-false | foundation | t     | 1:00
      b    | true-false | foundation | t     | 1:00
      c    | true-false | foundation | t     | 1:00
    `,
    steps: ['at | step', ...steps.map((step, index) => `0:${index + 10} | ${step}`)].join('\n'),
    score: { points: 0, maxPoints: 0, right: 0, missed: [] },
  }).state;

it('places count from 1, returns included', () => {
  expect(positionOf(played('drill'), 2)).toEqual({ place: 3, of: 3 });
  const state = played('drill', 'answer a: false');
  expect(positionOf(state, 3)).toEqual({ place: 4, of: 4 });
  expect(positionOf(state, 1)).toEqual({ place: 2, of: 4 });
});

it('a miss returns in a drill until it is answered or counted as right, and never in practice', () => {
  expect(willReturn(played('drill', 'answer a: false'), 0)).toBe(true);
  expect(willReturn(played('drill', 'answer a: true'), 0)).toBe(false);
  expect(willReturn(played('drill', 'answer a: false', "answer a': true"), 0)).toBe(false);
  expect(willReturn(played('drill', 'answer a: false', 'override a'), 0)).toBe(false);
  expect(willReturn(played('practice', 'answer a: false'), 0)).toBe(false);
});

it('an item chosen on the way joins the end and is asked next', () => {
  const state = played('diagnose', 'answer a: true', 'answer b: true', 'answer c: true');
  expect(nextOf(state, START)).toEqual({ kind: 'over', reason: 'finished' });
  const [planned] = state.plan;
  const longer = applyStep(state, {
    kind: 'planned',
    at: START,
    planned: planned as NonNullable<typeof planned>,
  });
  expect(nextOf(longer, START)).toEqual({ kind: 'ask', entry: 3 });
});
