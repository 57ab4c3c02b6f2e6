// The one value behind every report and statistic. It is what `--format json` prints: docs/report.schema.json describes it.
// Chances, credits and shares are 0 to 1; instants are ISO 8601 in UTC; days are the learner's own calendar days, YYYY-MM-DD.

import type { ModeName } from '../history/modes.js';
import type { Outcome } from '../history/records.js';
import type { WeakWord } from '../learner/weak.js';
import type { Level, QuestionType } from '../question/vocabulary.js';
import type { OpenAnswers } from './open-shape.js';

/** Raise it when a field is renamed, removed or means something else; a new field does not need it. */
export const SUMMARY_VERSION = 1;

export interface Summary {
  version: typeof SUMMARY_VERSION;
  /** `api-quiz 0.1.0`. */
  program: string;
  generatedAt: string;
  day: string;
  scope: Scope;
  readiness: Readiness;
  /** Null when nothing was answered before. */
  change: Change | null;
  /** How many topics "the weakest" are: three, or fewer in a small bank. */
  weakest: number;
  /** The chosen topics, the likeliest weak one first. */
  topics: TopicSummary[];
  /** Questions missed last time they were asked, the most worthwhile first; at most `MOST_MISSED`. */
  missed: MissedQuestion[];
  missedCount: number;
  /** Topics that are strong with enough answers, the strongest first; at most three. */
  strengths: string[];
  trend: Week[];
  /** Days with answers. */
  activity: ActiveDay[];
  /** Null when no answer stated a confidence. */
  calibration: Calibration | null;
  time: TimeSpent;
  reviews: Reviews;
  /** Null when no interview date is set, or the report ends before today. */
  plan: PlanSummary | null;
  corrections: Corrections;
  /** Null when no open question was answered. */
  open: OpenAnswers | null;
}

export interface Scope {
  since: string | null;
  until: string | null;
  /** Slugs; empty: all. */
  topics: string[];
  sitting: { id: string; mode: ModeName; day: string } | null;
  /** Askings that were answered or skipped. */
  answers: number;
  /** Different questions among them. */
  questions: number;
  sittings: number;
  firstDay: string | null;
  lastDay: string | null;
}

/** Chance to answer a new, intermediate question right, over the topics weighted by their questions; an 80 % interval. */
export interface Readiness {
  chance: number;
  low: number;
  high: number;
  /** Answers that counted for it. */
  counted: number;
  /** False: too few answers to say anything. */
  enough: boolean;
}

export interface Change {
  since: string;
  sinceDay: string;
  comparedWith: 'last-report' | 'a-week-ago';
  readinessBefore: number;
  answers: number;
  /** Topics with answers since, the largest change first. */
  topics: { topic: string; title: string; before: number; now: number }[];
}

export interface TopicSummary {
  topic: string;
  title: string;
  /** Askings that were answered or skipped, their mean credit (null without any) and time. */
  answers: number;
  credit: number | null;
  elapsedMs: number;
  /** Questions of the topic in the bank, and those of them never asked. */
  questions: number;
  unseen: number;
  /** Answers that counted for mastery (first attempts, and repeats of what was forgotten), and the misses among them. */
  counted: number;
  misses: number;
  lastDay: string | null;
  chance: number;
  low: number;
  high: number;
  enough: boolean;
  /** Chance of being among the weakest three. */
  weakChance: number;
  word: WeakWord;
  rank: number;
  tied: boolean;
  answersMissing: number;
  /** The pack has too few unseen questions for the answers that are missing. */
  tooFewUnseen: boolean;
  drill: string;
}

export interface MissedQuestion {
  item: string;
  topic: string;
  topicTitle: string;
  level: Level;
  type: QuestionType;
  /** Plain text, line breaks kept. */
  question: string;
  /** In words; null when it was skipped or answered aloud. */
  answered: string | null;
  outcome: Outcome;
  right: string;
  /** Why the answer is wrong, or the right one right; null where the question says it in its explanation only. */
  why: string | null;
  explanation: string;
  sources: { title: string; url: string }[];
  credit: number;
  asked: number;
  misses: number;
  lastDay: string;
  /** Missed so often that its source should be read before it is asked again. */
  leech: boolean;
  payoff: number;
  show: string;
}

export interface Week {
  /** Its Monday. */
  week: string;
  answers: number;
  /** Mean credit; null without answers. */
  credit: number | null;
  /** Readiness at its end. */
  readiness: number;
}

export interface ActiveDay {
  day: string;
  answers: number;
  minutes: number;
}

export interface Calibration {
  /** Words stated ten times or more. */
  rows: { stated: 'guess' | 'likely' | 'sure'; statedChance: number; answers: number; right: number }[];
  answers: number;
  /** Mean squared distance between stated chance and credit: 0 is best, always saying 50 % gives 0.25. */
  brier: number;
}

export interface TimeSpent {
  totalMs: number;
  /** Null without answers. */
  medianMs: number | null;
  medianRightMs: number | null;
  medianMissedMs: number | null;
}

export interface Reviews {
  /** Questions seen at least once and still in the bank. */
  seen: number;
  dueNow: number;
  dueTomorrow: number;
  dueInAWeek: number;
  /** How repeats went after so many days, against what FSRS expected. Only spans with repeats. */
  retention: {
    fromDays: number;
    toDays: number | null;
    repeats: number;
    remembered: number;
    expected: number;
  }[];
  /** Share of the seen questions still remembered in so many days without a review. */
  forecast: { days: number; remembered: number }[];
}

export interface ShareThen {
  today: number;
  withPlan: number;
  withoutPlan: number;
}

export interface PlanSummary {
  interview: string;
  daysLeft: number;
  minutesPerDay: number;
  days: {
    day: string;
    minutes: number;
    reviews: number;
    newQuestions: number;
    /** What is asked, by `pack/id` in the order of asking; on the first day what `practice` asks now. */
    items: string[];
    newByTopic: { topic: string; count: number }[];
  }[];
  /** Remembered share: of all questions of the topic, unseen ones counted as not remembered. Ready: would be answered right. */
  topics: {
    topic: string;
    title: string;
    questions: number;
    unseenLeft: number;
    remembered: ShareThen;
    ready: ShareThen;
  }[];
  remembered: ShareThen;
  ready: ShareThen;
  unseenLeft: number;
  /** A topic is reached when this share would be answered right. */
  reached: number;
  /** Topics that stay below it even with the plan, the furthest away first. */
  outOfReach: string[];
}

export interface Corrections {
  /** Answers whose verdict the learner overrode, and the credit that added. */
  overridden: number;
  creditAdded: number;
  regraded: number;
  /** Answers to a key that has changed since: left out of mastery. */
  outdated: number;
  flags: { item: string; note: string; day: string }[];
}
