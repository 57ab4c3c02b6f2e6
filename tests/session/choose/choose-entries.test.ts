// Which questions are asked: due ones first, then unseen ones by weakness; deterministic, interleaved, open ones rationed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankEntry } from '../../../src/bank/entry.js';
import {
  type ChoiceRequest,
  chooseEntries,
  interleave,
  type Learnt,
} from '../../../src/session/choose/choose-entries.js';
import { anyBank, card, entries, entry, NOW, neighbours, topicsOf } from '../arbitrary-entries.js';

const REQUEST: ChoiceRequest = { now: NOW, seed: 1, count: 10, level: null, only: null, openShare: 1 };
const NOTHING: Learnt = { cards: new Map(), chances: new Map() };

const keys = (chosen: readonly BankEntry[]) => chosen.map(({ id }) => id);

/** Neighbours of one topic that no order of these entries could avoid: of n entries, a topic has room in every other place. */
function unavoidable(chosen: readonly BankEntry[]): number {
  const counts = [...new Set(topicsOf(chosen))].map(
    (topic) => topicsOf(chosen).filter((other) => other === topic).length,
  );
  return Math.max(0, 2 * Math.max(0, ...counts) - chosen.length - 1);
}

describe('chooseEntries', () => {
  it('due reviews come first, the one most likely forgotten before the others', () => {
    const bank = entries({ auth: 2, caching: 2, errors: 2 });
    const [auth1, , caching1, , errors1] = bank as [BankEntry, BankEntry, BankEntry, BankEntry, BankEntry];
    const cards = new Map([
      [auth1.key, card(auth1, 10, true)],
      [caching1.key, card(caching1, 30, true)],
      [errors1.key, card(errors1, 40, false)],
    ]);
    const chosen = keys(chooseEntries(bank, { ...NOTHING, cards }, REQUEST));
    expect(chosen.slice(0, 2)).toEqual(['caching-1', 'auth-1']);
    expect(chosen.slice(2, 5).sort()).toEqual(['auth-2', 'caching-2', 'errors-2']);
    expect(chosen.slice(5)).toEqual(['errors-1']);
  });

  it('weak topics are asked more often than strong ones', () => {
    const bank = entries({ weak: 20, strong: 20 });
    const learnt = {
      cards: new Map(),
      chances: new Map([
        ['weak', 0.2],
        ['strong', 0.9],
      ]),
    };
    const firsts = Array.from(
      { length: 200 },
      (_, seed) => chooseEntries(bank, learnt, { ...REQUEST, seed, count: 1 })[0]?.topic,
    );
    // Weights 0.8² and 0.15² (the least weakness counted) at the level that fits: the weak topic leads by far.
    expect(firsts.filter((topic) => topic === 'weak').length).toBeGreaterThan(150);
  });

  it('the level asked for is preferred, the others are not excluded', () => {
    const bank = ['foundation', 'intermediate', 'advanced'].flatMap((level) =>
      entries({ [level]: 10 }, { level: level as BankEntry['level'], topic: 'auth' }),
    );
    const firsts = Array.from(
      { length: 300 },
      (_, seed) => chooseEntries(bank, NOTHING, { ...REQUEST, seed, count: 1, level: 'advanced' })[0]?.level,
    );
    const share = (level: string) => firsts.filter((other) => other === level).length / firsts.length;
    // Weights 1, 0.35 and 0.1 of 1.45; 300 draws: standard error under 0.03.
    expect(Math.abs(share('advanced') - 1 / 1.45)).toBeLessThan(0.12);
    expect(share('advanced')).toBeGreaterThan(share('intermediate'));
    expect(share('intermediate')).toBeGreaterThan(share('foundation'));
  });

  it('the same bank, history, instant and seed give the same questions; another seed others', () => {
    const bank = entries({ auth: 8, caching: 8, errors: 8 });
    const chosen = (seed: number) => keys(chooseEntries(bank, NOTHING, { ...REQUEST, seed }));
    expect(chosen(7)).toEqual(chosen(7));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => chosen(seed).join())).size).toBeGreaterThan(1);
  });

  it('asks every question at most once, as many as there are up to the count', () => {
    fc.assert(
      fc.property(anyBank, fc.integer({ min: 0, max: 25 }), fc.nat(), ({ bank, learnt }, count, seed) => {
        const chosen = chooseEntries(bank, learnt, { ...REQUEST, seed, count });
        expect(chosen.length).toBe(Math.min(count, bank.length));
        expect(new Set(keys(chosen)).size).toBe(chosen.length);
      }),
    );
  });

  it('due ones before all others, whatever the bank', () => {
    fc.assert(
      fc.property(anyBank, fc.nat(), ({ bank, learnt }, seed) => {
        const due = chooseEntries(bank, learnt, { ...REQUEST, seed, count: 30 }).map(
          ({ key }) => (learnt.cards.get(key)?.due ?? Infinity) <= NOW,
        );
        expect(due).toEqual([...due].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it('only new, only due: nothing else', () => {
    fc.assert(
      fc.property(anyBank, fc.nat(), ({ bank, learnt }, seed) => {
        const all = { ...REQUEST, seed, count: 30 };
        const fresh = bank.filter(({ key }) => !learnt.cards.has(key));
        const due = bank.filter(({ key }) => (learnt.cards.get(key)?.due ?? Infinity) <= NOW);
        expect(keys(chooseEntries(bank, learnt, { ...all, only: 'new' })).sort()).toEqual(keys(fresh).sort());
        expect(keys(chooseEntries(bank, learnt, { ...all, only: 'due' })).sort()).toEqual(keys(due).sort());
      }),
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
        const chosen = chooseEntries(bank, learnt, { ...REQUEST, seed, count, openShare });
        expect(chosen.filter(({ type }) => type === 'open').length).toBeLessThanOrEqual(most);
        const others = bank.filter(({ type }) => type !== 'open').length;
        expect(chosen.length).toBeGreaterThanOrEqual(Math.min(count, others));
      }),
    );
  });
});

describe('interleave', () => {
  it.each([
    ['keeps an order that needs nothing', ['a', 'b', 'a', 'c'], ['a', 'b', 'a', 'c']],
    ['moves the first of another topic up', ['a', 'a', 'b'], ['a', 'b', 'a']],
    [
      'looks ahead, so that the frequent topic is not left for the end',
      ['b', 'c', 'a', 'a'],
      ['a', 'b', 'a', 'c'],
    ],
    ['leaves together what cannot be kept apart', ['a', 'a', 'a', 'b'], ['a', 'b', 'a', 'a']],
    ['nothing', [], []],
  ])('%s', (_, topics, expected) => {
    const mixed = interleave(topics.map((topic, index) => entry(topic, index)));
    expect(neighbours(mixed)).toBe(expected.filter((topic, index) => expected[index - 1] === topic).length);
    expect(topicsOf(mixed).sort()).toEqual([...expected].sort());
  });

  it('keeps items of one concept apart where another item is there', () => {
    const same = { concepts: ['etag'] };
    const mixed = interleave([entry('a', 1, same), entry('b', 2, same), entry('c', 3), entry('a', 4)]);
    expect(keys(mixed).slice(0, 2)).not.toEqual(['a-1', 'b-2']);
  });

  it('no two neighbours of one topic where that can be avoided', () => {
    fc.assert(
      fc.property(anyBank, ({ bank }) => {
        expect(keys(interleave(bank)).sort()).toEqual(keys(bank).sort());
        expect(neighbours(interleave(bank))).toBe(unavoidable(bank));
      }),
      { numRuns: 300 },
    );
  });

  it('the first differs from the one asked before, where there is another topic', () => {
    const before = entry('a', 0);
    expect(topicsOf(interleave(entries({ a: 1, b: 1 }), before))[0]).toBe('b');
    expect(topicsOf(interleave(entries({ a: 2 }), before))).toEqual(['a', 'a']);
  });

  it('in a whole sitting the first new question differs in topic from the last review', () => {
    fc.assert(
      fc.property(anyBank, fc.nat(), ({ bank, learnt }, seed) => {
        const chosen = chooseEntries(bank, learnt, { ...REQUEST, seed, count: 30 });
        const first = chosen.findIndex(({ key }) => (learnt.cards.get(key)?.due ?? Infinity) > NOW);
        if (first < 1) return;
        const rest = chosen.slice(first);
        const last = chosen[first - 1] as BankEntry;
        // Avoidable: as many of that topic as others are left, or fewer.
        const ofThatTopic = rest.filter(({ topic }) => topic === last.topic).length;
        if (ofThatTopic <= rest.length - ofThatTopic) expect(rest[0]?.topic).not.toBe(last.topic);
      }),
      { numRuns: 300 },
    );
  });
});
