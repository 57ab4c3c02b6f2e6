// What the person's side has to be able to do: the port between a sitting and a screen, a pipe or a program.

import type { Topic } from '../bank/pack-file.js';
import type { Mode } from '../history/modes.js';
import type { Answer, Confidence, MarkedBy, SittingHeader } from '../history/records.js';
import type { Exemplar } from '../question/exemplar.js';
import type { OpenMark } from '../question/open-mark.js';
import type { Question } from '../question/question.js';
import type { Grade } from '../question/question-type.js';
import type { OpenResponse, QuestionResponse } from '../question/response.js';
import type { JudgedClaim, JudgeTalk } from './judge-seat.js';
import type { SheetLine } from './next.js';
import type { Provisional } from './provisional.js';
import type { Score } from './score.js';

/** How a sitting came to its end; an interruption is thrown instead. */
export type SittingEnd = 'finished' | 'time' | 'quit';

/** A question as it is to be shown. */
export interface AskView {
  question: Question;
  /** `pack/id`. */
  item: string;
  /** Entry number in the sitting. */
  entry: number;
  /** 1-based place and how many. */
  place: number;
  of: number;
  topicTitle: string;
  mode: Mode;
  /** Ids in shown order. */
  order: readonly string[];
  /** 0: first asking. */
  round: number;
  /** The whole limit in ms; null: none. */
  limitMs: number | null;
  /** False: the clock is only shown (an interview's target). */
  limitCuts: boolean;
  hinted: boolean;
  /** Answered aloud: nothing is typed. */
  spoken: boolean;
  /** Marked for review in a paper. */
  marked: boolean;
  /** What was answered before, when gone back to in a paper. */
  previous: QuestionResponse | null;
  /** What had been typed before an interruption, a skip or an answer that was taken back. */
  draft: QuestionResponse | null;
  /** A question behind the first, in a conversation: its place and how many there are. */
  probe?: { number: number; of: number } | undefined;
  /** There is an answer before this question that can be taken back. */
  mayTakeBack: boolean;
}

/** What a player may do while a question is open; each call is recorded at once. */
export interface Desk {
  now(): number;
  /** Time left in ms, from the one clock of the sitting; null: no limit. */
  remainingMs(): number | null;
  /** Time looked at in ms. */
  spentMs(): number;
  hint(): void;
  pause(): void;
  unpause(): void;
  /** What has been done so far of an answer that takes long: it is there when the sitting is resumed. */
  keep(response: QuestionResponse): void;
  mark(on: boolean): void;
  flag(note: string): void;
  /** Keeps what has been typed so far; null: nothing any more. */
  draft(response: QuestionResponse | null): void;
}

export type AskAct =
  | { kind: 'answer'; response: QuestionResponse }
  /** Time is up; null: nothing had been entered. */
  | { kind: 'expired'; response: QuestionResponse | null }
  | { kind: 'skip' }
  /** Not this question: the answer before it is to count no longer and to be given again. */
  | { kind: 'take-back' }
  /** Not this question, now or later: see `maySuspend`. */
  | { kind: 'suspend' }
  | { kind: 'quit' }
  /** Papers only. What was entered so far is kept. */
  | { kind: 'leave'; response: QuestionResponse | null; to: 'next' | 'previous' | 'sheet' | number };

export interface Verdict {
  view: AskView;
  answer: Answer;
  grade: Grade | null;
  /** Points earned and to be had. */
  points: number;
  maxPoints: number;
  /** Something else to be said, one sentence. */
  remark: string | null;
  /** It will be asked again in this sitting. */
  returns: boolean;
  /** Entered by hand, so the person may know better than the comparison. */
  mayOverride: boolean;
  /** It may be tried once more; left out: it may not. */
  mayRetry?: boolean | undefined;
  /** The question's file can be written: it may be corrected. */
  mayEdit: boolean;
  overridden: boolean;
  /** Answers of other people to an open question; left out or empty where there are none. */
  others?: readonly Exemplar[] | undefined;
  /** The time ended it: what had been entered was handed in. */
  handedIn: boolean;
  /** Misses so far when that is many: time to learn it otherwise. */
  leechMisses: number | null;
  /** Lapses at which this miss has suspended it; left out or null: it was not. */
  suspendedAt?: number | null | undefined;
  /** What the answers so far say of the topics, one line each; empty outside a diagnosis. */
  standing: readonly string[];
}

export type VerdictAct =
  | { kind: 'next' }
  | { kind: 'override' }
  /** The same question once more. */
  | { kind: 'again' }
  | { kind: 'easy' }
  | { kind: 'edit' }
  | { kind: 'flag'; note: string }
  /** The word "I was right", or else the answer itself, is to count no longer. */
  | { kind: 'take-back' }
  | { kind: 'quit' };

/** An open answer as it is laid before the learner to be marked. */
export interface Marking {
  /** What was typed; empty when answered aloud. */
  text: string;
  /** What was found in it, with its evidence. */
  mark: OpenMark;
  /** The same of the model answer: which of its sentences makes which point. */
  model: OpenMark;
  /** What is ticked beforehand: what is clearly said. */
  suggestion: OpenResponse;
  /** What a judge says beside; left out where none was heard. */
  opinion?: { by: string; said: readonly JudgedClaim[] } | undefined;
  /** Why a judge that was asked said nothing, one sentence. */
  notice?: string | undefined;
}

export interface SheetView {
  lines: readonly SheetLine[];
  topics: readonly Topic[];
}

export type SheetAct =
  | { kind: 'goto'; entry: number }
  | { kind: 'submit' }
  | { kind: 'expired' }
  | { kind: 'quit' };

export interface ClosingView {
  header: SittingHeader;
  score: Score;
  topics: readonly Topic[];
  /** The question behind each `pack/id`. */
  questionOf(item: string): Question | undefined;
  /** What to do next: commands to type, each with its reason. */
  next: readonly { command: string; reason: string }[];
  reason: SittingEnd;
  /** A paper that was left and can be gone on with: nothing is told of it yet. Otherwise null. */
  paused: { remainingMs: number | null; answered: number; of: number } | null;
  /** Every question of a paper with its verdict; empty where verdicts were shown on the way. */
  reviews: readonly Verdict[];
  /** What the answers say of the topics, one line each; empty outside a diagnosis. */
  standing: readonly string[];
  /** `pack/id` of what was suspended in this sitting because it was missed too often; left out: nothing. */
  leeches?: readonly string[] | undefined;
}

export interface Player {
  /** Who marks open answers here, and whether its marks say something about ability; left out: the learner, and they do. */
  readonly marker?: { by: MarkedBy; counts: boolean } | undefined;
  /** Tells the person of a judge; left out: none is asked. */
  readonly judging?: JudgeTalk | undefined;
  /** `made`: what it is made of, in words; empty or left out where there is nothing to say. */
  opening(header: SittingHeader, resumed: boolean, made?: string): Promise<void>;
  ask(view: AskView, desk: Desk): Promise<AskAct>;
  /** How sure they are of what they handed in, which is the view's `previous`. */
  confidence(view: AskView): Promise<Confidence | null>;
  /** Marks an open answer point by point. */
  selfMark(view: AskView, marking: Marking): Promise<OpenResponse>;
  verdict(verdict: Verdict): Promise<VerdictAct>;
  /** A paper with open answers was handed in: true to mark them now, before the result is told. */
  offerMarking(offer: Provisional): Promise<boolean>;
  sheet(view: SheetView, desk: Pick<Desk, 'now' | 'remainingMs'>): Promise<SheetAct>;
  closing(view: ClosingView): Promise<void>;
  /** Gives the terminal back: cursor shown, listeners gone. Called once, whatever happened. */
  close(): void;
}

/** The person wants out at once: Ctrl-C, a closed terminal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
