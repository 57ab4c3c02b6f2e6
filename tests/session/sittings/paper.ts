// Papers (mock exams): back and forth under one clock, answers changed, marks for review, time running out, negative marking.

import type { SittingTable } from '../sitting-table.js';

export const paper: SittingTable[] = [
  {
    title: 'going back, changing an answer, marking for review, handing in with one open',
    mode: 'exam',
    paper: '10:00',
    questions: `
      name | type               | level        | topic   | limit
      a    | single-choice of 4 | intermediate | caching | 1:00
      b    | true-false         | foundation   | errors  | 1:00
      c    | numeric            | advanced     | errors  | 1:00
      d    | matching           | intermediate | caching | 1:00
    `,
    // a is changed from wrong to right and stays changed; c was looked at, marked and left open.
    steps: `
      at   | step                 | shown | left  | next | sheet
      0:00 | show a               | a     | 10:00 | a    | a=open b=unseen c=unseen d=unseen
      0:40 | answer a: wrong-1    | -     | 9:20  | b    | a=answered b=unseen c=unseen d=unseen
      0:40 | show b               | b     | 9:20  | b    | a=answered b=open c=unseen d=unseen
      1:00 | answer b: true       | -     | 9:00  | c    | a=answered b=answered c=unseen d=unseen
      1:00 | show c               | c     | 9:00  | c    |
      1:30 | mark c               | c     | 8:30  | c    | a=answered b=answered c=open* d=unseen
      2:00 | show a               | a     | 8:00  | c    | a=answered b=answered c=open* d=unseen
      2:20 | answer a: right      | -     | 7:40  | c    |
      2:20 | show d               | d     | 7:40  | c    |
      3:00 | answer d: pair-1=pair-1 pair-2=pair-3 pair-3=pair-2 | - | 7:00 | c | a=answered b=answered c=open* d=answered
      3:10 | leave                | -     | 6:50  | c    |
      3:15 | unmark c             | -     | 6:45  | c    | a=answered b=answered c=open d=answered
      3:20 | end finished         | -     |       |      |
    `,
    score: {
      points: 2 + 1 + 0 + 2 * (1 / 3),
      maxPoints: 2 + 1 + 3 + 2,
      right: 2,
      missed: ['c', 'd'],
      outcomes: { a: 'answered', b: 'answered', c: 'skipped', d: 'answered' },
      passed: false, // 3.67 of 8 is 46 %
      elapsed: '3:20', // from the start to handing in: the time of the paper, the minute with c among it
    },
  },
  {
    title: 'time runs out: what was never reached earns 0 of its weight, and later steps change nothing',
    mode: 'exam',
    paper: '2:00',
    questions: `
      name | type               | level        | topic   | limit
      a    | single-choice of 4 | advanced     | caching | 1:00
      b    | single-choice of 4 | foundation   | errors  | 1:00
      c    | single-choice of 4 | foundation   | errors  | 1:00
    `,
    steps: `
      at   | step            | shown | left | next
      0:00 | show a          | a     | 2:00 | a
      1:30 | answer a: right | -     | 0:30 | b
      1:30 | show b          | b     | 0:30 | b
      2:00 | nothing         | b     | 0:00 | time
      2:00 | end time        | -     | 0:00 | time
      2:10 | answer b: right | -     | 0:00 | time
    `,
    score: {
      points: 3,
      maxPoints: 5,
      right: 1,
      missed: ['b', 'c'],
      outcomes: { a: 'answered', b: 'skipped', c: 'unreached' },
      passed: false, // 60 %
    },
  },
  {
    title: 'a pause does not stop the clock of a paper',
    mode: 'exam',
    paper: '10:00',
    questions: `
      name | type       | level      | topic   | limit
      a    | true-false | foundation | caching | 1:00
    `,
    steps: `
      at   | step           | left
      0:00 | show a         | 10:00
      1:00 | pause          | 9:00
      4:00 | nothing        | 6:00
      5:00 | unpause        | 5:00
      5:30 | answer a: true | 4:30
    `,
    score: { points: 1, maxPoints: 1, right: 1, missed: [], passed: true },
  },
  {
    title: 'interrupted and resumed: the clock went on',
    mode: 'exam',
    paper: '10:00',
    questions: `
      name | type       | level      | topic   | limit
      a    | true-false | foundation | caching | 1:00
      b    | true-false | foundation | caching | 1:00
    `,
    steps: `
      at   | step            | shown | left | next
      0:00 | show a          | a     | 10:00 | a
      0:30 | answer a: true  | -     | 9:30 | b
      0:30 | show b          | b     | 9:30 | b
      1:00 | end interrupted | -     | 9:00 | b
      8:00 | continue        | -     | 2:00 | b
      8:00 | show b          | b     | 2:00 | b
      9:00 | answer b: true  | -     | 1:00 | over
    `,
    score: { points: 2, maxPoints: 2, right: 2, missed: [], passed: true, elapsed: '9:00' },
  },
  {
    title: 'killed, and resumed after the time was over: handed in as it stood',
    mode: 'exam',
    paper: '10:00',
    questions: `
      name | type       | level      | topic   | limit
      a    | true-false | foundation | caching | 1:00
      b    | true-false | foundation | caching | 1:00
      c    | true-false | foundation | caching | 1:00
    `,
    // b was on the screen when the process died, so it was reached.
    steps: `
      at    | step           | left | next
      0:00  | show a         | 10:00 | a
      0:30  | answer a: true | 9:30 | b
      0:30  | show b         | 9:30 | b
      15:00 | continue       | 0:00 | time
      15:00 | end time       | 0:00 | time
    `,
    score: {
      points: 1,
      maxPoints: 3,
      right: 1,
      missed: ['b', 'c'],
      outcomes: { a: 'answered', b: 'skipped', c: 'unreached' },
      passed: false,
    },
  },
  {
    title:
      'negative marking: a wrong single choice of 4 costs a third of its weight, a wrong true-false all of it, nothing else anything',
    mode: 'exam',
    paper: '10:00',
    negative: true,
    questions: `
      name | type               | level        | topic   | limit
      a    | single-choice of 4 | advanced     | caching | 1:00
      b    | true-false         | foundation   | errors  | 1:00
      c    | multiple-choice    | intermediate | errors  | 1:00
      d    | numeric            | intermediate | caching | 1:00
      e    | single-choice of 5 | foundation   | caching | 1:00
      f    | single-choice of 4 | advanced     | caching | 1:00
      g    | single-choice of 4 | advanced     | caching | 1:00
      h    | single-choice of 4 | advanced     | caching | 1:00
    `,
    // g is looked at and left open, h never reached.
    steps: `
      at   | step                      | next
      0:10 | answer a: wrong-1         | b
      0:20 | answer b: false           | c
      0:30 | answer c: wrong-1 wrong-2 | d
      0:40 | answer d: 41              | e
      0:50 | answer e: wrong-4         | f
      1:00 | answer f: right           | g
      1:10 | show g                    | g
      1:20 | end finished              |
    `,
    score: {
      points: -3 / 3 + -1 / 1 + 0 + 0 + -1 / 4 + 3,
      maxPoints: 3 + 1 + 2 + 2 + 1 + 3 + 3 + 3,
      right: 1,
      missed: ['a', 'b', 'c', 'd', 'e', 'g', 'h'],
      passed: false,
    },
  },
  {
    title: 'negative marking never takes a paper below 0',
    mode: 'exam',
    paper: '10:00',
    negative: true,
    questions: `
      name | type       | level    | topic   | limit
      a    | true-false | advanced | caching | 1:00
      b    | true-false | advanced | caching | 1:00
    `,
    steps: `
      at   | step            | next
      0:10 | answer a: false | b
      0:20 | answer b: false | over
    `,
    score: { points: 0, maxPoints: 6, right: 0, missed: ['a', 'b'], passed: false },
  },
  {
    title: 'exactly 70 % passes',
    mode: 'exam',
    paper: '10:00',
    questions: `
      name | type       | level        | topic   | limit
      a    | true-false | advanced     | caching | 1:00
      b    | true-false | advanced     | caching | 1:00
      c    | true-false | foundation   | caching | 1:00
      d    | true-false | advanced     | caching | 1:00
    `,
    steps: `
      at   | step            | next
      0:10 | answer a: true  | b
      0:20 | answer b: true  | c
      0:30 | answer c: true  | d
      0:40 | answer d: false | over
    `,
    score: { points: 7, maxPoints: 10, right: 3, missed: ['d'], passed: true },
  },
];
