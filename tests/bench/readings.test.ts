// The agreement of two readers on cases that can be reckoned by hand.

import { expect, it } from 'vitest';
import { levelKappa, readReadings, reportReadings } from '../../bench/bank/readings.js';
import type { Level } from '../../src/question/vocabulary.js';

const F: Level = 'foundation';
const I: Level = 'intermediate';
const A: Level = 'advanced';

it('kappa is 1 in full agreement and 0 at chance', () => {
  expect(
    levelKappa(
      [
        [F, F],
        [I, I],
        [A, A],
      ],
      false,
    ),
  ).toBe(1);
  expect(
    levelKappa(
      [
        [F, F],
        [F, I],
        [I, F],
        [I, I],
      ],
      false,
    ),
  ).toBeCloseTo(0, 10);
});

it('the weighted one takes two steps for worse than one', () => {
  const near: [Level, Level][] = [
    [F, F],
    [I, I],
    [A, A],
    [I, A],
  ];
  const far: [Level, Level][] = [
    [F, F],
    [I, I],
    [A, A],
    [F, A],
  ];
  expect(levelKappa(near, true)).toBeGreaterThan(levelKappa(far, true));
  expect(levelKappa(near, false)).toBeCloseTo(
    1 - 0.25 / (1 - (1 / 4) * (1 / 4) - (1 / 2) * (1 / 4) - (1 / 4) * (1 / 2)),
    10,
  );
});

it('what both excluded is counted by item', () => {
  const lines = reportReadings(
    [
      {
        id: 'one',
        levels: [F, F],
        excluded: [
          ['a', 'b'],
          ['a', 'b', 'c'],
        ],
      },
      { id: 'two', levels: [I, A], excluded: [['a'], []] },
      { id: 'three', levels: [I, I], excluded: null },
    ],
    [],
  );
  expect(lines.at(-1)).toContain('2 single-choice items');
  expect(lines.at(-1)).toContain('1 had an option that both readers excluded at once, 1 two or more');
});

it('the readings of the bank can be read', () => {
  expect(readReadings()).toHaveLength(1161);
});
