// The starts that are measured: what is called, what is aimed at, and where the wait is over.

export interface Start {
  args: readonly string[];
  /** The largest ratio to `node -e 0` that is aimed at. */
  aim: number;
  /** Until this is printed; else until the end. */
  until?: string;
  /** Without a home: there is nothing yet. */
  isFirst?: boolean;
}

export const PROGRAM = 'bin/api-quiz.js';

export const PRACTICE = ['practice', '--plain', '--seed', '1'];
export const STARTS: readonly Start[] = [
  { args: ['--version'], aim: 1.25 },
  { args: ['--help'], aim: 1.6 },
  { args: ['--complete', 'practice', '--topic', 'gra'], aim: 1.6 },
  { args: ['list'], aim: 1.7 },
  { args: ['topics'], aim: 1.6 },
  { args: ['show', 'booking-timeout-what-is-known'], aim: 1.7 },
  { args: PRACTICE, aim: 2.4, until: 'Type ' },
  { args: PRACTICE, aim: 2.6 },
  { args: ['report'], aim: 2.3 },
  // Last: the home is gone after it.
  { args: PRACTICE, aim: 2.4, until: 'Type ', isFirst: true },
];
