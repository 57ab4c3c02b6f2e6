// The ways to sit, as data: a new mode is a row here.

import type { ModeName } from '../history/records.js';

export interface Mode {
  /** As a title: "Practice". */
  title: string;
  /** When verdicts and explanations are shown. */
  feedback: 'each' | 'end';
  /** item: a limit per asking; paper: one limit over all; speaking: a target that is shown and cuts nothing. */
  clock: 'item' | 'paper' | 'speaking';
  /** free: go back and forth, change answers until the paper is handed in. */
  order: 'forward' | 'free';
  /** Askings of an item that is missed; 1: it does not come back. */
  rounds: number;
  /** Items are chosen one after the other, in the light of the answers so far. */
  chosenOnTheWay: boolean;
  hints: boolean;
  pauses: boolean;
  /** Share of the points that passes; null: there is nothing to pass. */
  passMark: number | null;
  /** Questions asked when nobody says how many. */
  count: number;
}

/** Other questions between a miss and its return, where there are any. */
export const RETURN_GAP = 2;

/** Below this credit an answer is a miss: it comes back in a drill and is listed for review. */
export const MISS_BELOW = 0.6;

const DRILL: Mode = {
  title: 'Drill',
  feedback: 'each',
  clock: 'item',
  order: 'forward',
  rounds: 3,
  chosenOnTheWay: false,
  hints: true,
  pauses: true,
  passMark: null,
  count: 10,
};

export const MODE_RULES: Readonly<Record<ModeName, Mode>> = {
  practice: { ...DRILL, title: 'Practice', rounds: 1 },
  drill: DRILL,
  exam: {
    title: 'Mock exam',
    feedback: 'end',
    clock: 'paper',
    order: 'free',
    rounds: 1,
    chosenOnTheWay: false,
    hints: false,
    pauses: false,
    passMark: 0.7,
    count: 30,
  },
  diagnose: { ...DRILL, title: 'Diagnosis', rounds: 1, chosenOnTheWay: true, hints: false, count: 36 },
  interview: { ...DRILL, title: 'Interview', clock: 'speaking', rounds: 1, count: 6 },
};
