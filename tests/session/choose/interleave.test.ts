// The order of a sitting: topics and concepts apart, two closed questions before the first open one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankEntry } from '../../../src/bank/entry.js';
import { interleave, warmUp } from '../../../src/session/choose/interleave.js';
import { runs } from '../../support/thorough.js';
import { anyBank, entries, entry, neighbours, topicsOf } from '../arbitrary-entries.js';

const keys = (chosen: readonly BankEntry[]) => chosen.map(({ id }) => id);

/** Neighbours of one topic that no order of these entries could avoid: of n entries, a topic has room in every other place. */
function unavoidable(chosen: readonly BankEntry[]): number {
  const counts = [...new Set(topicsOf(chosen))].map(
    (topic) => topicsOf(chosen).filter((other) => other === topic).length,
  );
  return Math.max(0, 2 * Math.max(0, ...counts) - chosen.length - 1);
}

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
      runs(300),
    );
  });

  it('the first differs from the one asked before, where there is another topic', () => {
    const before = entry('a', 0);
    expect(topicsOf(interleave(entries({ a: 1, b: 1 }), before))[0]).toBe('b');
    expect(topicsOf(interleave(entries({ a: 2 }), before))).toEqual(['a', 'a']);
  });
});

describe('warmUp', () => {
  it.each([
    ['oocc', 'ccoo'],
    ['cocc', 'ccoc'],
    ['cco', 'cco'],
    ['ooc', 'coo'],
    ['oo', 'oo'],
    ['', ''],
  ])('%s becomes %s', (given, expected) => {
    const sitting = [...given].map((kind, index) =>
      entry(kind, index, { type: kind === 'o' ? 'open' : 'single-choice' }),
    );
    expect(topicsOf(warmUp(sitting)).join('')).toBe(expected);
    expect(keys(warmUp(sitting)).sort()).toEqual(keys(sitting).sort());
  });
});
