// The rules a sitting was held under: written into its header, so that it is replayed by them whatever the modes are like by then.

export const MODES = ['practice', 'drill', 'exam', 'diagnose', 'interview', 'lab'] as const;
export type ModeName = (typeof MODES)[number];

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
