// How a paper is put together: by parts, topics in turn, levels spread as far as the bank has them.

import { describe, expect, it } from 'vitest';
import { chooseByBlueprint, defaultBlueprint } from '../../../src/session/choose/blueprint.js';
import { entries, entry } from '../arbitrary-entries.js';

const equal = (bank: readonly { topic: string }[]) =>
  new Map(bank.map(({ topic }) => [topic, 1 / new Set(bank.map((one) => one.topic)).size]));

const BANK = [
  ...entries({ auth: 10, caching: 10 }, { level: 'foundation' }),
  ...entries({ rest: 10, grpc: 10 }, { level: 'intermediate' }),
  ...entries({ events: 10, limits: 10 }, { level: 'advanced' }),
];

describe('the default blueprint', () => {
  it.each([
    ['twenty: 35, 40 and 25 percent', BANK, 20, [7, 8, 5]],
    ['one: from any level', BANK, 1, [1]],
    [
      'a level that is missing is filled from the others',
      entries({ auth: 4 }, { level: 'advanced' }),
      3,
      [3],
    ],
    ['never more than there are', entries({ auth: 2 }), 9, [2]],
    ['nothing to choose from', [], 9, []],
  ])('%s', (_, bank, count, expected) => {
    const parts = defaultBlueprint(bank, count);
    const { chosen, missing } = chooseByBlueprint(bank, parts, equal(bank), 1);
    expect(chosen).toHaveLength(expected.reduce((sum, part) => sum + part, 0));
    expect(missing).toEqual([]);
    if (expected.length === 3) expect(parts.map((part) => part.count)).toEqual(expected);
  });
});

describe('choosing by parts', () => {
  it('shares the paper out by the shares of the topics', () => {
    const shares = new Map([
      ['auth', 0.5],
      ['caching', 0.3],
      ['rest', 0.2],
    ]);
    const { chosen } = chooseByBlueprint(BANK, defaultBlueprint(BANK, 10), shares, 2);
    // Only auth and caching have foundation, only rest of the three intermediate: levels come first, the rest by share.
    expect(chosen.filter(({ topic }) => topic === 'rest').length).toBeGreaterThanOrEqual(2);
    expect(chosen.filter(({ topic }) => topic === 'auth').length).toBeGreaterThanOrEqual(3);
    const free = chooseByBlueprint(BANK, [{ count: 10 }], shares, 2).chosen.map(({ topic }) => topic);
    expect([...shares.keys()].map((topic) => free.filter((one) => one === topic).length)).toEqual([5, 3, 2]);
  });

  it('never asks two that give each other away', () => {
    const bank = [entry('auth', 1, { apart: ['caching-1'] }), entry('caching', 1), entry('rest', 1)];
    for (let seed = 0; seed < 20; seed++) {
      const { chosen } = chooseByBlueprint(bank, [{ count: 3 }], equal(bank), seed);
      expect(chosen.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['auth-1', 'caching-1']));
      expect(chosen).toHaveLength(2);
    }
  });

  it('takes the topic used least, no entry twice', () => {
    const { chosen } = chooseByBlueprint(BANK, [{ count: 12 }], equal(BANK), 3);
    const topics = chosen.map(({ topic }) => topic);
    expect(new Set(chosen.map(({ key }) => key)).size).toBe(12);
    for (const topic of new Set(topics)) expect(topics.filter((one) => one === topic)).toHaveLength(2);
  });

  it('says what the bank is too small for', () => {
    const part = { topic: 'auth', level: 'advanced' as const, count: 2 };
    const { chosen, missing } = chooseByBlueprint(
      [entry('auth', 1, { level: 'advanced' })],
      [part],
      new Map([['auth', 1]]),
      1,
    );
    expect(chosen.map(({ id }) => id)).toEqual(['auth-1']);
    expect(missing).toEqual([{ part, found: 1 }]);
  });

  it('is the same for the same seed, another for another', () => {
    const keys = (seed: number) =>
      chooseByBlueprint(BANK, [{ count: 10 }], equal(BANK), seed).chosen.map(({ key }) => key);
    expect(keys(5)).toEqual(keys(5));
    expect(keys(5)).not.toEqual(keys(6));
  });
});
