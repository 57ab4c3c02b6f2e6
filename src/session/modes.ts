// The ways to sit, as data: a new mode is a row here.

import type { ModeName, SittingRules } from '../history/sitting-rules.js';

export interface Mode {
  /** As a title: "Practice". */
  title: string;
  /** Verdicts and explanations are shown after each answer, or all at the end. */
  feedback: 'each' | 'end';
  /** item: a limit per asking; paper: one limit over all; speaking: a target that is shown and cuts nothing. */
  clock: 'item' | 'paper' | 'speaking';
  /** free: go back and forth, change answers until the paper is handed in. */
  order: 'forward' | 'free';
  /** How items are asked again and scored; every sitting's header carries a copy. */
  rules: SittingRules;
  /** Items are chosen one after the other, in the light of the answers so far. */
  chosenOnTheWay: boolean;
  /** Open questions are a conversation: what was left out is asked for. */
  converses: boolean;
  hints: boolean;
  pauses: boolean;
  /** Share of the points that passes; null: there is nothing to pass. */
  passMark: number | null;
  /** Questions asked when nobody says how many. */
  count: number;
}

/** Below this credit an answer is a miss: it comes back in a drill and is listed for review. */
export const MISS_BELOW = 0.6;

const ONCE: SittingRules = {
  rounds: 1,
  returnGap: 2,
  missBelow: MISS_BELOW,
  scored: 'answered',
  answersReplace: false,
};

const DRILL: Mode = {
  title: 'Drill',
  feedback: 'each',
  clock: 'item',
  order: 'forward',
  rules: { ...ONCE, rounds: 3 },
  chosenOnTheWay: false,
  converses: false,
  hints: true,
  pauses: true,
  passMark: null,
  count: 10,
};

export const MODE_RULES: Readonly<Record<ModeName, Mode>> = {
  practice: { ...DRILL, title: 'Practice', rules: ONCE },
  drill: DRILL,
  exam: {
    title: 'Mock exam',
    feedback: 'end',
    clock: 'paper',
    order: 'free',
    rules: { ...ONCE, scored: 'plan', answersReplace: true },
    chosenOnTheWay: false,
    converses: false,
    hints: false,
    pauses: false,
    passMark: 0.7,
    count: 30,
  },
  diagnose: { ...DRILL, title: 'Diagnosis', rules: ONCE, chosenOnTheWay: true, hints: false, count: 36 },
  // What a lab should take is shown; nothing is cut off.
  lab: { ...DRILL, title: 'Lab', clock: 'speaking', rules: ONCE, count: 1 },
  interview: { ...DRILL, title: 'Interview', clock: 'speaking', converses: true, rules: ONCE, count: 6 },
};
