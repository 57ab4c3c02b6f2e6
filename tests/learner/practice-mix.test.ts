// Half due, half new, and each side fills up for the other.
import { describe, expect, it } from 'vitest';
import { practiceMix } from '../../src/learner/practice-mix.js';

const due = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];
const fresh = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6'];

describe('a practice sitting', () => {
  it.each([
    { count: 4, due, fresh, expected: ['d1', 'd2', 'n1', 'n2'] },
    { count: 5, due, fresh, expected: ['d1', 'd2', 'd3', 'n1', 'n2'] },
    { count: 1, due, fresh, expected: ['d1'] },
    { count: 0, due, fresh, expected: [] },
    { count: 6, due: ['d1'], fresh, expected: ['d1', 'n1', 'n2', 'n3', 'n4', 'n5'] },
    { count: 6, due, fresh: ['n1'], expected: ['d1', 'd2', 'd3', 'd4', 'd5', 'n1'] },
    { count: 6, due: [], fresh, expected: fresh },
    { count: 6, due, fresh: [], expected: due },
    { count: 99, due, fresh, expected: [...due, ...fresh] },
  ])('of $count from $due.length due and $fresh.length new', ({ count, due, fresh, expected }) => {
    expect(practiceMix(due, fresh, count)).toEqual(expected);
  });
});
