// Drill: a miss comes back after two others, three rounds at most; counted as right after all, it stays away.

import type { SittingTable } from '../sitting-table.js';

const FOUR = `
  name | type               | level        | topic   | limit
  a    | single-choice of 4 | foundation   | caching | 1:00
  b    | short-answer       | intermediate | errors  | 1:00
  c    | single-choice of 4 | advanced     | caching | 1:00
  d    | multiple-choice    | intermediate | errors  | 1:00
`;

export const drill: SittingTable[] = [
  {
    title: 'a miss returns after two others; the first answer is the one that is scored',
    mode: 'drill',
    questions: FOUR,
    // d: half a credit is a miss (below 0.6); with nothing left after it, it comes back at once.
    steps: `
      at   | step              | next | queue
      0:00 | show a            | a    | a b c d
      0:10 | answer a: wrong-1 | b    | a b c a' d
      0:10 | show b            | b    |
      0:20 | answer b: right   | c    | a b c a' d
      0:20 | show c            | c    |
      0:30 | answer c: right   | a'   | a b c a' d
      0:30 | show a'           | a'   |
      0:40 | answer a': right  | d    | a b c a' d
      0:40 | show d            | d    |
      0:50 | answer d: right-1 | d'   | a b c a' d d'
      0:50 | show d'           | d'   |
      1:00 | answer d': right-1 right-2 | over | a b c a' d d'
    `,
    score: {
      points: 0 + 2 + 3 + 2 * (1 / 2),
      maxPoints: 1 + 2 + 3 + 2,
      right: 2,
      missed: ['a', 'd'],
      rounds: { a: 2, b: 1, c: 1, d: 2 },
      elapsed: '1:00',
    },
  },
  {
    title: 'three rounds at most, each return again after two others where there are any',
    mode: 'drill',
    questions: FOUR,
    steps: `
      at   | step                        | next | queue
      0:00 | skip a                      | b    | a b c a' d
      0:10 | answer b: wrong             | c    | a b c a' b' d
      0:20 | answer c: right             | a'   | a b c a' b' d
      0:30 | answer a': wrong-2          | b'   | a b c a' b' d a''
      0:40 | answer b': right            | d    | a b c a' b' d a''
      0:50 | answer d: right-1 right-2   | a''  | a b c a' b' d a''
      1:00 | answer a'': wrong-3         | over | a b c a' b' d a''
    `,
    score: {
      points: 0 + 0 + 3 + 2,
      maxPoints: 8,
      right: 2,
      missed: ['a', 'b'],
      outcomes: { a: 'skipped', b: 'answered', c: 'answered', d: 'answered' },
      rounds: { a: null, b: 2, c: 1, d: 1 },
    },
  },
  {
    title: 'counted as right after all: the return is cancelled, the verdict stays on record',
    mode: 'drill',
    questions: FOUR,
    steps: `
      at   | step                      | next | queue        | credit
      0:00 | answer a: right           | b    | a b c d      | 1.00
      0:10 | answer b: rihgt           | c    | a b c d b'   | 0.00
      0:15 | override b                | c    | a b c d      | 0.00
      0:20 | answer c: right           | d    | a b c d      |
      0:30 | answer d: right-1 right-2 | over | a b c d      |
    `,
    score: {
      points: 1 + 2 + 3 + 2,
      maxPoints: 8,
      right: 4,
      missed: [],
      rounds: { a: 1, b: 1, c: 1, d: 1 },
    },
  },
  {
    title: 'an override in a later round cancels only what is still to come; the first answer stays a miss',
    mode: 'drill',
    questions: FOUR,
    steps: `
      at   | step                      | next | queue
      0:00 | answer a: right           | b    | a b c d
      0:10 | answer b: rihgt           | c    | a b c d b'
      0:20 | answer c: right           | d    | a b c d b'
      0:30 | answer d: right-1 right-2 | b'   | a b c d b'
      0:40 | answer b': rihgt          | b''  | a b c d b' b''
      0:45 | override b'               | over | a b c d b'
    `,
    score: {
      points: 1 + 0 + 3 + 2,
      maxPoints: 8,
      right: 3,
      missed: ['b'],
      rounds: { a: 1, b: 2, c: 1, d: 1 },
    },
  },
  {
    title: 'an untouched question that expired comes back too; one alone comes back at once',
    mode: 'drill',
    questions: `
      name | type       | level      | topic   | limit
      a    | true-false | foundation | caching | 0:30
    `,
    steps: `
      at   | step            | left | next | queue
      0:00 | show a          | 0:30 | a    | a
      0:30 | expire a        | 0:30 | a'   | a a'
      0:35 | show a'         | 0:30 | a'   | a a'
      0:40 | answer a': true |      | over | a a'
    `,
    score: { points: 0, maxPoints: 1, right: 0, missed: ['a'], rounds: { a: 2 }, outcomes: { a: 'expired' } },
  },
];
