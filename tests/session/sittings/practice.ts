// Practice: a timeout with and without something entered, a skip, a hint, a pause; feedback after each, nothing comes back.

import type { SittingTable } from '../sitting-table.js';

export const practice: SittingTable[] = [
  {
    title: 'a hint, a skip, a pause and two timeouts',
    mode: 'practice',
    questions: `
      name | type               | level        | topic   | limit
      a    | single-choice of 4 | foundation   | caching | 1:00
      b    | multiple-choice    | intermediate | errors  | 1:00
      c    | numeric            | advanced     | errors  | 1:00
      d    | ordering of 4      | intermediate | caching | 1:30
      e    | true-false         | advanced     | caching | 0:40
    `,
    // d is paused for ten minutes; e is expired untouched; b runs out of time with one tick set, which is submitted.
    steps: `
      at    | step              | shown | left | next | credit
      0:00  | show a            | a     | 1:00 | a    |
      0:20  | hint a            | a     | 0:40 | a    |
      0:30  | answer a: right   | -     | 1:00 | b    | 0.67
      0:40  | show b            | b     | 1:00 | b    |
      1:40  | nothing           | b     | 0:00 | b    |
      1:40  | answer b: right-1 | -     |      | c    | 0.50
      1:50  | show c            | c     | 1:00 | c    |
      1:55  | skip c            | -     |      | d    | 0.00
      2:00  | show d            | d     | 1:30 | d    |
      2:30  | pause             | d     | 1:00 | d    |
      7:00  | nothing           | d     | 1:00 | d    |
      12:30 | unpause           | d     | 1:00 | d    |
      12:45 | answer d: 2 1 3 4 | -     |      | e    | 0.67
      13:00 | show e            | e     | 0:40 | e    |
      13:40 | expire e          | -     |      | over | 0.00
      13:40 | end finished      | -     |      | over |
    `,
    score: {
      points: 1 * (2 / 3) + 2 * (1 / 2) + 3 * 0 + 2 * (2 / 3) + 3 * 0,
      maxPoints: 1 + 2 + 3 + 2 + 3,
      right: 2,
      missed: ['b', 'c', 'e'],
      outcomes: { a: 'answered', b: 'answered', c: 'skipped', d: 'answered', e: 'expired' },
      passed: null,
      elapsed: '3:00', // 30 + 60 + 5 + 45 (the pause left out) + 40 s
      certainty: null,
    },
  },
  {
    title: 'left half-way: only what was answered is in the score',
    mode: 'practice',
    questions: `
      name | type               | level      | topic   | limit
      a    | single-choice of 4 | foundation | caching | 1:00
      b    | single-choice of 4 | advanced   | errors  | 1:00
    `,
    steps: `
      at   | step            | shown | next
      0:00 | show a          | a     | a
      0:10 | answer a: right | -     | b
      0:12 | show b          | b     | b
      0:15 | end quit        | -     | b
    `,
    score: { points: 1, maxPoints: 1, right: 1, missed: [], passed: null, elapsed: '0:10' },
  },
  {
    title: 'without limits',
    mode: 'practice',
    questions: `
      name | type       | level      | topic   | limit
      a    | true-false | foundation | caching |
    `,
    steps: `
      at    | step            | left | next
      0:00  | show a          | -    | a
      59:00 | answer a: false | -    | over
    `,
    score: { points: 0, maxPoints: 1, right: 0, missed: ['a'], elapsed: '59:00' },
  },
  {
    title: 'interrupted and resumed: the clock stood still in between',
    mode: 'practice',
    questions: `
      name | type               | level      | topic   | limit
      a    | single-choice of 4 | foundation | caching | 1:00
      b    | single-choice of 4 | foundation | errors  | 1:00
    `,
    steps: `
      at    | step            | shown | left | next
      0:00  | show a          | a     | 1:00 | a
      0:25  | end interrupted | -     | 0:35 | a
      30:00 | continue        | -     | 0:35 | a
      30:10 | show a          | a     | 0:35 | a
      30:30 | answer a: right | -     | 1:00 | b
      30:30 | show b          | b     | 1:00 | b
    `,
    score: { points: 1, maxPoints: 1, right: 1, missed: [], elapsed: '0:45' },
  },
  {
    title: 'killed without a word and resumed: what is on record of the visit counts',
    mode: 'practice',
    questions: `
      name | type               | level      | topic   | limit
      a    | single-choice of 4 | foundation | caching | 1:00
    `,
    // The last thing on record is the hint at 0:40; how much longer the question was looked at, nobody knows.
    steps: `
      at    | step            | shown | left | next
      0:00  | show a          | a     | 1:00 | a
      0:40  | hint a          | a     | 0:20 | a
      30:00 | continue        | -     | 0:20 | a
      30:10 | show a          | a     | 0:20 | a
      30:20 | answer a: right | -     |      | over
    `,
    score: { points: 2 / 3, maxPoints: 1, right: 1, missed: [], elapsed: '0:50' },
  },
  {
    title: 'killed while paused and resumed',
    mode: 'practice',
    questions: `
      name | type               | level      | topic   | limit
      a    | single-choice of 4 | foundation | caching | 1:00
    `,
    steps: `
      at    | step            | shown | left
      0:00  | show a          | a     | 1:00
      0:15  | pause           | a     | 0:45
      30:00 | continue        | -     | 0:45
      30:00 | show a          | a     | 0:45
      30:05 | answer a: right | -     |
    `,
    score: { points: 1, maxPoints: 1, right: 1, missed: [], elapsed: '0:20' },
  },
];
