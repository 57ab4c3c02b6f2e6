// Entries of a bank to choose from: `auth-3` is the third of topic auth; cards say what is due.

import fc from 'fast-check';
import type { BankEntry } from '../../src/bank/entry.js';
import type { Card } from '../../src/learner/schedule.js';

export const NOW = Date.UTC(2026, 10, 20, 9);
const DAY_MS = 86_400_000;

export function entry(topic: string, number: number, change: Partial<BankEntry> = {}): BankEntry {
  const id = `${topic}-${number}`;
  return {
    key: `core/${id}`,
    pack: 'core',
    id,
    topic,
    concepts: [`concept-of-${id}`],
    type: 'single-choice',
    level: 'intermediate',
    roles: [],
    tags: [],
    seconds: 60,
    guess: 0.25,
    contentHash: '0123456789abcdef',
    keyHash: 'fedcba9876543210',
    file: `${topic}/${id}.md`,
    ...change,
  };
}

/** As many entries of each topic as it says: `{ auth: 3, caching: 2 }`. */
export function entries(counts: Record<string, number>, change: Partial<BankEntry> = {}): BankEntry[] {
  return Object.entries(counts).flatMap(([topic, count]) =>
    Array.from({ length: count }, (_, index) => entry(topic, index + 1, change)),
  );
}

/** A card answered so many days ago; due or not yet. */
export function card({ key, topic, concepts }: BankEntry, daysAgo: number, isDue: boolean): Card {
  return {
    item: key,
    topic,
    concept: concepts[0] as string,
    stability: 5,
    difficulty: 5,
    due: isDue ? NOW - 1000 : NOW + DAY_MS,
    lastReview: NOW - daysAgo * DAY_MS,
    reviews: 1,
    misses: 0,
    lapses: 0,
    missed: false,
    knownLogOdds: 0,
  };
}

/** Up to twenty entries of up to four topics, some open, some seen, some of them due. */
export const anyBank = fc
  .array(
    fc.record({
      topic: fc.constantFrom('auth', 'caching', 'errors', 'graphql'),
      type: fc.constantFrom('single-choice' as const, 'open' as const),
      level: fc.constantFrom('foundation' as const, 'intermediate' as const, 'advanced' as const),
      seen: fc.constantFrom('unseen', 'due', 'not due'),
      daysAgo: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 20 },
  )
  .map((drawn) => {
    const bank = drawn.map(({ topic, type, level }, index) => entry(topic, index + 1, { type, level }));
    const cards = new Map<string, Card>();
    for (const [index, { seen, daysAgo }] of drawn.entries()) {
      const one = bank[index] as BankEntry;
      if (seen !== 'unseen') cards.set(one.key, card(one, daysAgo, seen === 'due'));
    }
    return {
      bank,
      learnt: {
        cards,
        abilities: new Map([
          ['auth', { ability: -1, abilitySd: 0.5 }],
          ['caching', { ability: 2, abilitySd: 0.5 }],
        ]),
      },
    };
  });

export const topicsOf = (chosen: readonly BankEntry[]) => chosen.map(({ topic }) => topic);

/** Neighbours of one topic in a row of entries. */
export const neighbours = (chosen: readonly BankEntry[]): number =>
  chosen.filter(({ topic }, index) => index > 0 && chosen[index - 1]?.topic === topic).length;
