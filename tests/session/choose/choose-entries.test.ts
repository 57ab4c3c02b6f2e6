// Which questions are asked: the most valuable per second, by the profile; deterministic, interleaved, open ones rationed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankEntry } from '../../../src/bank/entry.js';
import type { Learnt } from '../../../src/session/choose/candidates.js';
import { type ChoiceRequest, chooseEntries } from '../../../src/session/choose/choose-entries.js';
import { runs } from '../../support/thorough.js';
import { anyBank, card, entries, entry, NOW, topicsOf } from '../arbitrary-entries.js';

const NOTHING: Learnt = { cards: new Map(), abilities: new Map() };
const REQUEST: ChoiceRequest = {
  now: NOW,
  interview: null,
  seed: 1,
  count: 10,
  level: null,
  only: null,
  openShare: 1,
  shares: new Map(),
};

const keys = (chosen: readonly BankEntry[]) => chosen.map(({ id }) => id);
const equal = (bank: readonly BankEntry[]) => {
  const topics = [...new Set(topicsOf(bank))];
  return new Map(topics.map((topic) => [topic, 1 / topics.length]));
};
const choose = (bank: readonly BankEntry[], learnt: Learnt, request: Partial<ChoiceRequest> = {}) =>
  chooseEntries(bank, learnt, { ...REQUEST, shares: equal(bank), ...request });
const seeds = (count: number) => Array.from({ length: count }, (_, seed) => seed);
const countOf = (chosen: readonly BankEntry[], fits: (entry: BankEntry) => boolean) =>
  chosen.filter(fits).length;

describe('chooseEntries', () => {
  it('what is nearly forgotten is asked before what is well remembered', () => {
    const bank = entries({ auth: 12 });
    const cards = new Map(
      bank.map((one, index) => [one.key, { ...card(one, index < 6 ? 40 : 1, true), knownLogOdds: -3 }]),
    );
    const old = seeds(40).map((seed) =>
      countOf(choose(bank, { ...NOTHING, cards }, { seed, count: 6 }), (one) => bank.indexOf(one) < 6),
    );
    // Gains differ by far more than the lot moves: at most a stray one in a sitting.
    expect(Math.min(...old)).toBeGreaterThanOrEqual(5);
  });

  it('what was known before is not asked again while something else is there', () => {
    const bank = entries({ auth: 20 });
    const cards = new Map(
      bank
        .slice(0, 10)
        .map((one, index) => [one.key, { ...card(one, 10, true), knownLogOdds: index < 5 ? 6 : -6 }]),
    );
    const chosen = seeds(20).flatMap((seed) => choose(bank, { ...NOTHING, cards }, { seed, count: 5 }));
    expect(countOf(chosen, (one) => bank.indexOf(one) < 5)).toBe(0);
    expect(countOf(chosen, (one) => bank.indexOf(one) < 10)).toBeGreaterThan(30);
  });

  it('weak topics are asked more often than strong ones', () => {
    const bank = entries({ weak: 20, strong: 20 });
    const abilities = new Map([
      ['weak', { ability: -1.5, abilitySd: 0.3 }],
      ['strong', { ability: 2, abilitySd: 0.3 }],
    ]);
    const cards = new Map(
      [bank[0], bank[20]].map((one) => [one!.key, { ...card(one!, 0, false), knownLogOdds: 9 }]),
    );
    const chosen = seeds(40).flatMap((seed) => choose(bank, { cards, abilities }, { seed }));
    // Chances .2 and .85 of knowing it: the weak topic weighs five times the strong one.
    expect(countOf(chosen, ({ topic }) => topic === 'weak') / chosen.length).toBeCloseTo(0.83, 1);
  });

  it("follows the role's shares, to less than one question in a first sitting", () => {
    const bank = entries({ a: 30, b: 30, c: 30, d: 30 });
    const shares = new Map([
      ['a', 0.5],
      ['b', 0.3],
      ['c', 0.2],
      ['d', 0],
    ]);
    const chosen = seeds(40).flatMap((seed) => choose(bank, NOTHING, { seed, shares }));
    for (const [topic, share] of shares)
      expect(countOf(chosen, (one) => one.topic === topic) / chosen.length).toBeCloseTo(share, 1);
    expect(countOf(chosen, (one) => one.topic === 'd')).toBe(0);
  });

  it('a level set is leaned to, the others are not excluded', () => {
    const bank = (['foundation', 'intermediate', 'advanced'] as const).flatMap((level) =>
      entries({ [level]: 10 }, { level, topic: 'auth' }),
    );
    const chosen = seeds(30).flatMap((seed) =>
      choose(bank, NOTHING, { seed, count: 8, level: 'foundation' }),
    );
    expect(countOf(chosen, ({ level }) => level === 'foundation') / chosen.length).toBeGreaterThan(0.7);
    expect(choose(bank, NOTHING, { count: 30, level: 'foundation' })).toHaveLength(30);
  });

  it('without a level nobody is asked only what is hardest', () => {
    const bank = (['foundation', 'intermediate', 'advanced'] as const).flatMap((level) =>
      entries({ a: 10, b: 10, c: 10 }, { level }).map((one) => ({ ...one, key: `${one.key}-${level}` })),
    );
    for (const seed of seeds(20)) {
      const chosen = choose(bank, NOTHING, { seed });
      expect(countOf(chosen, ({ level }) => level === 'advanced')).toBeLessThanOrEqual(4);
      expect(countOf(chosen, ({ level }) => level === 'foundation')).toBeGreaterThanOrEqual(1);
    }
  });

  it('short types do not fill a sitting', () => {
    const bank = entries({ a: 20, b: 20 }).map((one, index) =>
      index % 10 === 0 ? { ...one, type: 'true-false' as const } : one,
    );
    for (const seed of seeds(20))
      expect(
        countOf(choose(bank, NOTHING, { seed }), ({ type }) => type === 'true-false'),
      ).toBeLessThanOrEqual(2);
  });

  it('every topic with a share is met within five sittings', () => {
    const topics = Object.fromEntries(seeds(22).map((number) => [`t${number}`, 24]));
    const bank = entries(topics);
    // One topic has nearly everything: the others still get their turn.
    const shares = new Map(Object.keys(topics).map((topic, index) => [topic, index === 0 ? 0.79 : 0.01]));
    const cards = new Map<string, ReturnType<typeof card>>();
    for (const seed of seeds(5)) {
      for (const one of choose(bank, { ...NOTHING, cards }, { seed, shares }))
        cards.set(one.key, card(one, 0, false));
    }
    expect(new Set([...cards.values()].map(({ topic }) => topic)).size).toBe(22);
  });

  it('a missed item returns as the variant asked longest ago; one that is right since, as itself', () => {
    const [original, first, second] = entries({ auth: 3 }) as [BankEntry, BankEntry, BankEntry];
    const bank = [original, { ...first, variantOf: 'auth-1' }, { ...second, variantOf: 'auth-1' }];
    const asked = (daysAgo: number, missed: boolean) => ({ ...card(original, daysAgo, true), missed });
    const ask = (...cards: (readonly [BankEntry, ReturnType<typeof card>])[]) =>
      keys(choose(bank, { ...NOTHING, cards: new Map(cards.map(([one, known]) => [one.key, known])) }));
    expect(ask([original, asked(3, false)])).toEqual(['auth-1']);
    expect(ask([original, asked(3, true)])).toEqual(['auth-2']);
    expect(ask([original, asked(9, true)], [first, asked(3, true)])).toEqual(['auth-3']);
    expect(ask([original, asked(9, true)], [first, asked(3, false)])).toEqual(['auth-2']);
  });

  it('never two that give each other away, whatever the seed', () => {
    const bank = [entry('a', 1, { apart: ['b-1'] }), entry('b', 1), ...entries({ c: 4 })];
    for (const seed of seeds(30)) {
      const ids = keys(choose(bank, NOTHING, { seed }));
      expect(ids.filter((id) => id === 'a-1' || id === 'b-1')).toHaveLength(1);
      expect(ids).toHaveLength(5);
    }
  });

  it('opens with two closed questions', () => {
    const bank = [...entries({ a: 5, b: 5 }, { type: 'open' }), ...entries({ c: 2, d: 2 })];
    for (const seed of seeds(20))
      expect(
        choose(bank, NOTHING, { seed })
          .slice(0, 2)
          .map(({ type }) => type),
      ).not.toContain('open');
  });

  it('the same bank, history, instant and seed give the same questions; another seed others', () => {
    const bank = entries({ auth: 8, caching: 8, errors: 8 });
    const chosen = (seed: number) => keys(choose(bank, NOTHING, { seed }));
    expect(chosen(7)).toEqual(chosen(7));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => chosen(seed).join())).size).toBeGreaterThan(1);
  });

  it('asks every question at most once, as many as there are up to the count', () => {
    fc.assert(
      fc.property(anyBank, fc.integer({ min: 0, max: 25 }), fc.nat(), ({ bank, learnt }, count, seed) => {
        const chosen = choose(bank, learnt, { seed, count });
        expect(chosen.length).toBe(Math.min(count, bank.length));
        expect(new Set(keys(chosen)).size).toBe(chosen.length);
      }),
      runs(100),
    );
  });

  it('only new, only due: nothing else', () => {
    fc.assert(
      fc.property(anyBank, fc.nat(), ({ bank, learnt }, seed) => {
        const all = { seed, count: 30 };
        const fresh = bank.filter(({ key }) => !learnt.cards.has(key));
        const due = bank.filter(({ key }) => (learnt.cards.get(key)?.due ?? Infinity) <= NOW);
        expect(keys(choose(bank, learnt, { ...all, only: 'new' })).sort()).toEqual(keys(fresh).sort());
        expect(keys(choose(bank, learnt, { ...all, only: 'due' })).sort()).toEqual(keys(due).sort());
      }),
      runs(100),
    );
  });

  it.each([
    [0, 10, 0],
    [0.2, 10, 2],
    [0.2, 3, 1],
    [0.5, 9, 4],
    [1, 10, 10],
  ])('an open share of %d of %i questions lets at most %i open ones in', (openShare, count, most) => {
    fc.assert(
      fc.property(anyBank, fc.nat(), ({ bank, learnt }, seed) => {
        const chosen = choose(bank, learnt, { seed, count, openShare });
        expect(chosen.filter(({ type }) => type === 'open').length).toBeLessThanOrEqual(most);
        const others = bank.filter(({ type }) => type !== 'open').length;
        expect(chosen.length).toBeGreaterThanOrEqual(Math.min(count, others));
      }),
      runs(100),
    );
  });
});
