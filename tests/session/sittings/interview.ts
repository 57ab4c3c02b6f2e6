// Interview: open questions marked by rubric points; the speaking clock is a target and cuts nothing.

import type { SittingTable } from '../sitting-table.js';

export const interview: SittingTable[] = [
  {
    title: 'points said less red flags; one more minute than the target is still an answer',
    mode: 'interview',
    questions: `
      name | type | level        | topic   | limit
      a    | open | foundation   | caching | 2:00
      b    | open | advanced     | errors  | 2:00
      c    | open | intermediate | errors  | 2:00
    `,
    // Points: main 2, second 1, third 1; flags: slip 1, blunder 3.
    steps: `
      at   | step                        | shown | left | next | credit
      0:00 | show a                      | a     | 2:00 | a    |
      3:00 | nothing                     | a     | 0:00 | a    |
      3:00 | answer a: main second       | -     | 2:00 | b    | 0.75
      3:00 | show b                      | b     | 2:00 | b    |
      4:00 | answer b: main !blunder     | -     | 2:00 | c    | 0.00
      4:00 | show c                      | c     | 2:00 | c    |
      4:30 | answer c: main third !slip  | -     |      | over | 0.50
    `,
    score: {
      points: 1 * 0.75 + 3 * 0 + 2 * 0.5,
      maxPoints: 1 + 3 + 2,
      right: 1,
      missed: ['b', 'c'],
      passed: null,
      elapsed: '4:30',
    },
  },
];
