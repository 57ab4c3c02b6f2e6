// From a response to a recorded answer: credit, the cost of a hint, points.

import type { Answer, Confidence, MarkedBy, Outcome } from '../history/records.js';
import type { Suggestion } from '../question/open-mark.js';
import type { Question } from '../question/question.js';
import type { Grade } from '../question/question-type.js';
import type { QuestionResponse } from '../question/response.js';
import { gradeOf, guessOf } from '../question/type-rules.js';
import { LEVEL_WEIGHT, type Level } from '../question/vocabulary.js';
import { entryMs, plannedItem } from './clock.js';
import type { Entry, SittingState } from './state.js';

/** Share of the credit that stays when the hint was read. */
export const HINTED_SHARE = 2 / 3;

/** Points of a credit: credit x level weight. */
export function pointsOf(credit: number, level: Level): number {
  return credit * LEVEL_WEIGHT[level];
}

export interface Reply {
  outcome: Exclude<Outcome, 'unreached'>;
  /** Who says what it is worth. */
  markedBy: MarkedBy;
  /** What the marking of an open answer suggested. */
  suggested?: Suggestion | undefined;
  /** False: it says nothing about ability. */
  counts?: false | undefined;
  /** Null unless something was entered. */
  response: QuestionResponse | null;
  confidence: Confidence | null;
  /** Shown order of the shuffled ids. */
  order: string[];
  at: number;
  /** Id of the segment it is recorded in: makes the answer's id unique for ever. */
  segment: string;
}

/** The answer to record, and its grade (null where there is nothing to grade). */
export interface MadeAnswer {
  answer: Answer;
  grade: Grade | null;
}

/** The answer of an entry. */
export function makeAnswer(state: SittingState, entry: number, question: Question, reply: Reply): MadeAnswer {
  const { item, contentHash, keyHash, topic, concept, level, type } = plannedItem(state, entry);
  const grade = reply.response === null ? null : gradeOf(question, reply.response);
  const hinted = state.hinted.has(entry);
  const open =
    state.shown === entry ? [{ shownAt: state.visitFrom, leftAt: state.pausedAt ?? reply.at }] : [];
  const answer: Answer = {
    id: `${reply.segment}#${entry}@${reply.at}`,
    item,
    contentHash,
    keyHash,
    topic,
    concept,
    level,
    type,
    order: reply.order,
    round: (state.entries[entry] as Entry).round,
    outcome: reply.outcome,
    response: reply.response,
    credit: (grade?.credit ?? 0) * (hinted ? HINTED_SHARE : 1),
    markedBy: reply.markedBy,
    ...(reply.counts === false ? { counts: false } : {}),
    ...(reply.suggested === undefined ? {} : { suggested: reply.suggested }),
    guess: guessOf(question),
    hinted,
    confidence: reply.confidence,
    elapsedMs: entryMs(state, entry, reply.at),
    visits: [...(state.visits.get(entry) ?? []), ...open],
    at: reply.at,
  };
  return { answer, grade };
}
