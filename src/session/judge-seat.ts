// A judge beside the matcher: what a sitting asks of it, and what a player has to be able to do for it.

import type { OpenMark } from '../question/open-mark.js';
import type { Open } from '../question/question.js';

/** What answers are sent to: the model's name and the host, with its port. */
export interface JudgeAddress {
  model: string;
  host: string;
}

/** What a judge says of one rubric point or red flag. */
export interface JudgedClaim {
  id: string;
  met: 'yes' | 'partly' | 'no';
  /** Words that stand in the answer; empty where there are none. */
  quote: string;
}

export interface HeardOpinion {
  /** The matcher's mark with the opinion in it; as it was where there is none. */
  mark: OpenMark;
  /** What the judge said; null where it said nothing. */
  said: readonly JudgedClaim[] | null;
  /** Why it said nothing, one sentence; null where it did, or where the person went on without it. */
  notice: string | null;
}

export interface JudgeSeat {
  readonly address: JudgeAddress;
  /** It has something to be asked about this mark: no guard was tripped, it has not failed too often, nobody said no. */
  isWanted(mark: OpenMark): boolean;
  /** Nothing may be sent before the person has agreed. */
  needsConsent(): boolean;
  settleConsent(agreed: boolean): Promise<void>;
  /** Never throws; `signal` goes on without it. */
  opinion(question: Open, answer: string, mark: OpenMark, signal: AbortSignal): Promise<HeardOpinion>;
}

/** A player's part: without it no judge is asked. */
export interface JudgeTalk {
  /** May answers be sent there? */
  consent(address: JudgeAddress): Promise<boolean>;
  /** Says what is asked and waits; where it can, lets the person go on without by the signal. */
  wait(address: JudgeAddress, ask: (signal: AbortSignal) => Promise<HeardOpinion>): Promise<HeardOpinion>;
}
