// The ways to sit, as data: a new mode is a row here. A sitting's header carries its row's rules, so that it is replayed by them whatever the modes are like by then.

export interface SittingRules {
  /** Askings of an item that is missed; 1: it does not come back. */
  rounds: number;
  /** Other questions between a miss and its return, where there are any. */
  returnGap: number;
  /** Below this credit an answer is a miss. */
  missBelow: number;
  /** plan: what was never reached earns 0 of its weight; answered: only what was answered counts. */
  scored: 'plan' | 'answered';
  /** An item may be answered again until the sitting ends; its last answer counts. */
  answersReplace: boolean;
}

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

const ROWS = {
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
  interview: { ...DRILL, title: 'Interview', clock: 'speaking', converses: true, rules: ONCE, count: 6 },
  // What a lab should take is shown; nothing is cut off.
  lab: { ...DRILL, title: 'Lab', clock: 'speaking', rules: ONCE, count: 1 },
} satisfies Record<string, Mode>;

export type ModeName = keyof typeof ROWS;

/** Names of all modes. */
export const MODES = Object.keys(ROWS) as ModeName[];

export const MODE_RULES: Readonly<Record<ModeName, Mode>> = ROWS;

/** The rules in a header; version 0.1.0 wrote none, and held every sitting under these. */
export function rulesOf({ mode, rules }: { mode: ModeName; rules?: SittingRules | undefined }): SittingRules {
  return (
    rules ?? {
      rounds: mode === 'drill' ? 3 : 1,
      returnGap: 2,
      missBelow: 0.6,
      scored: mode === 'exam' ? 'plan' : 'answered',
      answersReplace: mode === 'exam',
    }
  );
}
