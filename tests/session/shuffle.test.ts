// Shuffling: from a seed, fair, and never an ordering that is already solved.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/question/question.js';
import { seedFrom, shownOrder, shuffle } from '../../src/session/shuffle.js';
import { anyQuestion } from '../question/arbitrary-questions.js';
import { matching, ordering, singleChoice, trueFalse } from '../support/questions.js';

const idsOf = (question: Question): string[] => {
  const lists = question as unknown as Record<string, { id: string }[] | undefined>;
  return ['choices', 'items', 'pairs', 'distractors'].flatMap((list) =>
    (lists[list] ?? []).map(({ id }) => id),
  );
};

describe('shownOrder', () => {
  it('is a permutation of the ids, the same for the same seed and round', () => {
    fc.assert(
      fc.property(anyQuestion, fc.nat(), fc.integer({ min: 0, max: 2 }), (question, seed, round) => {
        const order = shownOrder(question, seed, round);
        expect([...order].sort()).toEqual(idsOf(question).sort());
        expect(shownOrder(question, seed, round)).toEqual(order);
      }),
    );
  });

  it('never shows an ordering solved', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      expect(shownOrder(ordering(4), seed, 0)).not.toEqual(['1', '2', '3', '4']);
    }
  });

  it('shuffles anew for another seed, question or round', () => {
    const question = ordering(9);
    const orders = [
      shownOrder(question, 1, 0),
      shownOrder(question, 2, 0),
      shownOrder(question, 1, 1),
      shownOrder({ ...question, id: 'other' }, 1, 0),
    ];
    expect(new Set(orders.map((order) => order.join())).size).toBe(4);
  });

  it('keeps the order of the file with shuffle: false, and shows nothing where nothing is chosen', () => {
    expect(shownOrder(singleChoice(4, { shuffle: false }), 1, 0)).toEqual([]);
    expect(shownOrder(trueFalse(), 1, 0)).toEqual([]);
    expect(shownOrder(matching(2, 1), 1, 0).sort()).toEqual(['extra-1', 'pair-1', 'pair-2']);
  });

  it('puts the right option in every place about equally often', () => {
    const places = [0, 0, 0, 0];
    for (let seed = 0; seed < 2000; seed += 1)
      places[shownOrder(singleChoice(4), seed, 0).indexOf('right')]! += 1;
    // 500 expected, standard deviation 19: five of them either way.
    for (const count of places) expect(Math.abs(count - 500)).toBeLessThan(100);
  });
});

it('shuffle leaves the list it is given alone, and reads one number per swap', () => {
  const members = ['a', 'b', 'c'];
  let drawn = 0;
  const lowest = () => {
    drawn += 1;
    return 0;
  };
  expect(shuffle(members, lowest)).toEqual(['b', 'c', 'a']);
  expect(members).toEqual(['a', 'b', 'c']);
  expect(drawn).toBe(2);
});

it('seeds depend on every part and on where the parts end', () => {
  const seeds = [
    seedFrom(1, 'ab', 'c'),
    seedFrom(1, 'a', 'bc'),
    seedFrom(2, 'ab', 'c'),
    seedFrom(1, 'ab', 'd'),
    seedFrom(1, 'ab'),
  ];
  expect(new Set(seeds).size).toBe(seeds.length);
  for (const seed of seeds) expect(seed).toBe(seed >>> 0);
});
