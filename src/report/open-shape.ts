// What a summary says of open questions. Chances, credits and shares are 0 to 1.

/** Answers to open questions, by point, by week and by topic. */
export interface OpenAnswers {
  answers: number;
  /** Points by kind, the kind with the most must-haves left out first. A must-have has a weight of two or more; half said is said. */
  kinds: { kind: string; mustSaid: number; mustLeft: number; otherSaid: number; otherLeft: number }[];
  /** Answers in which the learner said a red flag. */
  flagged: number;
  /** The learner's marks against what was suggested, red flags aside; null where none can be compared. */
  marks: MarksCompared | null;
  /** Best and worst answer of each topic; `worst` is null where none is worse than the best. */
  topics: { topic: string; title: string; best: OpenEnd; worst: OpenEnd | null }[];
}

export interface MarksCompared {
  answers: number;
  /** Means, 0 to 1. */
  own: number;
  suggested: number;
  /** Weeks with such answers. */
  weeks: { week: string; answers: number; own: number; suggested: number }[];
}

export interface OpenEnd {
  item: string;
  /** Plain text. */
  question: string;
  /** The learner's own words, as one line, cut where they are long. */
  answer: string;
  credit: number;
  day: string;
}
