// Confidence: certainty marks and Brier score beside the score, from the stated chances 50, 75 and 90 %.

import type { SittingTable } from '../sitting-table.js';

export const confidence: SittingTable[] = [
  {
    title: 'marks 1, 2, 3 x credit when any credit is earned, else 0, -2, -6',
    mode: 'practice',
    confidence: true,
    questions: `
      name | type               | level      | topic   | limit
      a    | single-choice of 4 | foundation | caching | 1:00
      b    | single-choice of 4 | foundation | caching | 1:00
      c    | single-choice of 4 | foundation | caching | 1:00
      d    | single-choice of 4 | foundation | caching | 1:00
      e    | single-choice of 4 | foundation | caching | 1:00
      f    | multiple-choice    | foundation | caching | 1:00
      g    | true-false         | foundation | caching | 1:00
      h    | true-false         | foundation | caching | 1:00
    `,
    // g is skipped and h expired: nothing was stated of them.
    steps: `
      at   | step                       | credit
      0:10 | answer a: right (guess)    | 1.00
      0:20 | answer b: wrong-1 (guess)  | 0.00
      0:30 | answer c: wrong-1 (likely) | 0.00
      0:40 | answer d: right (sure)     | 1.00
      0:50 | answer e: wrong-1 (sure)   | 0.00
      1:00 | answer f: right-1 (likely) | 0.50
      1:10 | skip g                     | 0.00
      1:20 | expire h                   | 0.00
    `,
    score: {
      points: 1 + 1 + 0.5,
      maxPoints: 8,
      right: 2,
      missed: ['b', 'c', 'e', 'f', 'g', 'h'],
      certainty: {
        marks: 1 + 0 - 2 + 3 - 6 + 2 * 0.5,
        answers: 6,
        brier:
          ((0.5 - 1) ** 2 +
            (0.5 - 0) ** 2 +
            (0.75 - 0) ** 2 +
            (0.9 - 1) ** 2 +
            (0.9 - 0) ** 2 +
            (0.75 - 0.5) ** 2) /
          6,
      },
    },
  },
  {
    title: 'an override counts in the marks too; a return in a drill does not',
    mode: 'drill',
    confidence: true,
    questions: `
      name | type         | level      | topic   | limit
      a    | short-answer | foundation | caching | 1:00
      b    | short-answer | foundation | caching | 1:00
    `,
    steps: `
      at   | step                     | next
      0:10 | answer a: rihgt (likely) | b
      0:15 | override a               | b
      0:20 | answer b: wrong (guess)  | b'
      0:30 | answer b': right (sure)  | over
    `,
    score: {
      points: 1,
      maxPoints: 2,
      right: 1,
      missed: ['b'],
      certainty: { marks: 2 + 0, answers: 2, brier: ((0.75 - 1) ** 2 + (0.5 - 0) ** 2) / 2 },
    },
  },
];
