// What is remembered, as it lies on disk: segments of sittings, and events about them. All instants are ms since the epoch.

import type { Suggestion } from '../question/open-mark.js';
import type { QuestionResponse } from '../question/response.js';
import type { Level, QuestionType } from '../question/vocabulary.js';
import type { ModeName, SittingRules } from './modes.js';

/** Version of the record format; older ones are migrated on reading, newer ones refused. 2: drafts, answers taken back. */
export const RECORD_VERSION = 2;

export const OUTCOMES = ['answered', 'skipped', 'expired', 'unreached'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const MARKERS = ['key', 'self', 'matcher', 'judge', 'assistant'] as const;
/** Who said what an answer is worth: the key, the learner, the rubric matcher, a judge asked over the network, an assistant. */
export type MarkedBy = (typeof MARKERS)[number];

export const PERSONAS = ['friendly', 'neutral', 'pressing'] as const;
/** How an interviewer speaks. */
export type Persona = (typeof PERSONAS)[number];

/** What was said to an open question before it is marked: the answer, and what the interviewer asked behind it. */
export interface Talk {
  text: string;
  probes: Probe[];
}

export interface Probe {
  /** The rubric point it asks for; null: the question's follow-up. */
  point: string | null;
  question: string;
  /** Null: not yet answered; empty: nothing to add. */
  reply: string | null;
}

export const CONFIDENCES = ['guess', 'likely', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const SUSPENDED_BY = ['person', 'leech'] as const;
/** Who took an item out of what is chosen: the person, or the count of its misses. */
export type SuspendedBy = (typeof SUSPENDED_BY)[number];

/** What a sitting keeps of an item, so that what it says of it can be read without anything else. */
interface ItemFacts {
  /** `pack/id`. */
  item: string;
  contentHash: string;
  keyHash: string;
  topic: string;
  /** Its main concept. */
  concept: string;
  level: Level;
  type: QuestionType;
  /** Shown order of the shuffled ids; empty where nothing is shuffled. */
  order: string[];
}

/** One item of a sitting's plan; enough to ask the same item again with the same shuffling. */
export interface PlannedItem extends ItemFacts {
  /** Limit of one asking; null: none. */
  limitMs: number | null;
}

/** What was settled when the sitting began; every segment of it carries a copy. */
export interface SittingHeader {
  /** The id of its first segment. */
  id: string;
  mode: ModeName;
  seed: number;
  startedAt: number;
  /** In words, for lists: `graphql, advanced`. */
  title: string;
  plan: PlannedItem[];
  /** Questions at most; more than are planned where items are chosen on the way. */
  most: number;
  /** Where items are chosen on the way: the names each filter keeps to, so that going on keeps to them too. */
  filter?: Readonly<Record<string, readonly string[]>>;
  /** How it is asked again and scored; left out by version 0.1.0, see `rulesOf`. */
  rules?: SittingRules | undefined;
  /** One clock over all items; null: none. */
  paperMs: number | null;
  /** Share of the points needed, 0 to 1; null: nothing to pass. */
  passMark: number | null;
  confidence: boolean;
  negative: boolean;
  withOpen: boolean;
  /** Open questions are answered aloud: nothing is typed. */
  spoken: boolean;
  /** How the interviewer speaks; left out: neutral. */
  persona?: Persona | undefined;
}

export interface Visit {
  shownAt: number;
  leftAt: number;
}

/** One asking of an item and what came of it. */
export interface Answer extends ItemFacts {
  /** Unique for ever: sitting, entry and the instant. */
  id: string;
  /** 0 at the first asking in this sitting, 1 when it came back, … */
  round: number;
  outcome: Outcome;
  /** Null when skipped or expired untouched. */
  response: QuestionResponse | null;
  /** 0 to 1, after the cost of a hint. */
  credit: number;
  /** Left out by version 0.1.0, see `markerOf`. */
  markedBy?: MarkedBy | undefined;
  /** False: it says nothing about ability, for an assistant marked it that was not trusted with that. */
  counts?: boolean | undefined;
  /** What the marking of an open answer suggested, beside the mark that counts; left out where nothing was. */
  suggested?: Suggestion | undefined;
  /** Chance of the credit by guessing, 0 to 1. */
  guess: number;
  hinted: boolean;
  confidence: Confidence | null;
  /** Time looked at, pauses left out. */
  elapsedMs: number;
  visits: Visit[];
  at: number;
}

export type Step =
  /** An item chosen on the way, as a diagnosis does; it joins the end of the plan. */
  | { kind: 'planned'; at: number; planned: PlannedItem }
  | { kind: 'shown'; at: number; entry: number }
  /** No question is on the screen any more (the answer sheet is). */
  | { kind: 'left'; at: number }
  | { kind: 'hinted'; at: number; entry: number }
  | { kind: 'paused'; at: number }
  | { kind: 'unpaused'; at: number }
  | { kind: 'marked'; at: number; entry: number; on: boolean }
  | { kind: 'answered'; at: number; entry: number; answer: Answer }
  /** The learner's word against the verdict; the answer stays as recorded. */
  | { kind: 'overridden'; at: number; entry: number; credit: number }
  /** What has been done so far of an answer that takes long, such as a lab; the answer itself comes later. */
  | { kind: 'progressed'; at: number; entry: number; response: QuestionResponse }
  /** What has been typed so far: what an interruption must not lose. Null: the field was emptied. */
  | { kind: 'drafted'; at: number; entry: number; response: QuestionResponse | null }
  /** The last answer of the entry counts no longer and it is asked again, or only the learner's word about it counts no longer. */
  | { kind: 'takenBack'; at: number; entry: number; what: 'answer' | 'word' }
  /** The learner's word that a right answer was easy. */
  | { kind: 'easy'; at: number; entry: number }
  /** How far the talk about an open question has come; its marked answer comes later. */
  | { kind: 'talked'; at: number; entry: number; talk: Talk }
  /** The same question once more, straight after its verdict: the first answer goes on counting, this one is kept. */
  | { kind: 'retried'; at: number; entry: number; answer: Answer }
  /** The person wants no more of this question: it leaves the sitting, and counts for nothing where it was not answered. */
  | { kind: 'dropped'; at: number; entry: number }
  /** A paper was handed in: its open answers may still be marked by the learner, nothing else changes. */
  | { kind: 'handedIn'; at: number }
  /** Gone on with after an interruption; the first step of a segment that continues another. */
  | { kind: 'continued'; at: number }
  | { kind: 'ended'; at: number; reason: 'finished' | 'time' | 'quit' | 'interrupted' };

interface SegmentCommon {
  version: typeof RECORD_VERSION;
  /** Also the file's name: UTC stamp without colons, machine id, random. */
  id: string;
  /** Version of api-quiz that wrote it. */
  app: string;
  machine: string;
}

export interface SittingSegment extends SegmentCommon {
  kind: 'sitting';
  /** The segment it goes on from. */
  continues: string | null;
  sitting: SittingHeader;
  steps: Step[];
}

export type EventBody =
  | { kind: 'regraded'; answer: string; credit: number; keyHash: string }
  | { kind: 'flagged'; item: string; contentHash: string; note: string }
  | { kind: 'unflagged'; item: string }
  /** It is chosen no longer: by the person's word, or because it was missed again and again. */
  | { kind: 'suspended'; item: string; why: SuspendedBy }
  | { kind: 'unsuspended'; item: string }
  | { kind: 'deleted'; sitting: string }
  | { kind: 'restored'; sitting: string };

export interface EventSegment extends SegmentCommon {
  kind: 'event';
  at: number;
  event: EventBody;
}

export type Segment = SittingSegment | EventSegment;
