// The one pool: who is asked what, and how much each topic weighs.

import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../src/bank/filter.js';
import { poolOf } from '../../src/bank/pool.js';
import { entries, entry } from '../session/arbitrary-entries.js';

const core = (roles?: Record<string, Record<string, number>>) => ({
  pack: { id: 'core', title: 'Core', topics: [], ...(roles === undefined ? {} : { roles }) },
});
const BANK = [
  entry('auth', 1),
  entry('auth', 2, { roles: ['tester'] }),
  entry('caching', 1, { roles: ['product', 'analyst'] }),
  entry('errors', 1, { roles: ['product'] }),
];
const keys = (pool: { entries: readonly { id: string }[] }) => pool.entries.map(({ id }) => id);

describe('the pool', () => {
  it('is for everyone without a role', () => {
    expect(keys(poolOf({ entries: BANK, packs: [core()] }, NO_FILTER, []))).toHaveLength(4);
  });

  it('leaves out what names other roles only', () => {
    const of = (...roles: ('product' | 'tester')[]) =>
      keys(poolOf({ entries: BANK, packs: [core()] }, NO_FILTER, roles));
    expect(of('product')).toEqual(['auth-1', 'caching-1', 'errors-1']);
    expect(of('product', 'tester')).toHaveLength(4);
  });

  it('goes by the roles in force, not by those of the filter', () => {
    const filter = { ...NO_FILTER, topics: ['auth'], roles: ['product' as const] };
    expect(keys(poolOf({ entries: BANK, packs: [core()] }, filter, ['tester']))).toEqual([
      'auth-1',
      'auth-2',
    ]);
  });
});

describe('shares', () => {
  const shares = (
    given: Parameters<typeof poolOf>[0],
    roles: Parameters<typeof poolOf>[2],
    topics: string[] = [],
  ) =>
    Object.fromEntries(
      [...poolOf(given, { ...NO_FILTER, topics }, roles).shares].map(([topic, share]) => [
        topic,
        Math.round(share * 1000) / 1000,
      ]),
    );
  const packs = [core({ product: { auth: 0.5, caching: 0.3, graphql: 0.2 }, tester: { auth: 1 } })];

  it('are equal without a role', () => {
    expect(shares({ entries: BANK, packs }, [])).toEqual({ auth: 0.333, caching: 0.333, errors: 0.333 });
  });

  it("are the role's, over the topics that have questions", () => {
    expect(shares({ entries: BANK, packs }, ['product'])).toEqual({ auth: 0.625, caching: 0.375, errors: 0 });
  });

  it('of several roles are the mean', () => {
    // auth (.5 + 1) / 2, caching .3 / 2; the .1 of graphql has no question.
    expect(shares({ entries: BANK, packs }, ['product', 'tester'])).toEqual({
      auth: 0.833,
      caching: 0.167,
      errors: 0,
    });
  });

  it('are equal where a filter leaves only topics that the profile gives nothing', () => {
    expect(shares({ entries: BANK, packs }, ['product'], ['errors'])).toEqual({ errors: 1 });
  });

  it('of a pack without profiles follow its questions, beside one that has them', () => {
    const own = [1, 2, 3, 4].map((number) => entry('house', number, { pack: 'mine', key: `mine/${number}` }));
    const mine = { pack: { id: 'mine', title: 'Mine', topics: [] } };
    const core2 = entries({ auth: 2, caching: 2 });
    const of = shares({ entries: [...core2, ...own], packs: [...packs, mine] }, ['tester']);
    expect(of).toEqual({ auth: 0.5, caching: 0, house: 0.5 });
  });

  it('cannot be had by the name of something every object has', () => {
    const odd = [entry('constructor', 1), entry('auth', 1)];
    expect(shares({ entries: odd, packs }, ['tester'])).toEqual({ constructor: 0, auth: 1 });
  });
});
