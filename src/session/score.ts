// The score of a sitting: points, per topic, certainty marks, pass or fail. Time is told, never scored.

import { rulesOf } from '../history/modes.js';
import type { Answer, Confidence, Outcome, PlannedItem } from '../history/records.js';
import { markerOf } from '../history/remembered-answer.js';
import { LEVEL_WEIGHT } from '../question/vocabulary.js';
import { pointsOf } from './credit.js';
import { closedVisitsMs, type SittingState } from './state.js';

/** The probability that each word states. */
export const STATED_CHANCE: Readonly<Record<Confidence, number>> = { guess: 0.5, likely: 0.75, sure: 0.9 };

/** Certainty marks: x credit when any credit is earned, else the second figure. Gardner-Medwin 2006. */
export const CERTAINTY_MARKS: Readonly<Record<Confidence, { right: number; wrong: number }>> = {
  guess: { right: 1, wrong: 0 },
  likely: { right: 2, wrong: -2 },
  sure: { right: 3, wrong: -6 },
};

/** How one item of the plan came out; the first asking counts. */
export interface ItemResult {
  entry: number;
  planned: PlannedItem;
  outcome: Outcome;
  /** Credit that counts, an override included. */
  credit: number;
  overridden: boolean;
  points: number;
  maxPoints: number;
  answer: Answer | null;
  /** Askings until it was right; null: it never was. */
  rounds: number | null;
}

export interface TopicScore {
  topic: string;
  points: number;
  maxPoints: number;
  right: number;
  asked: number;
}

export interface Score {
  items: ItemResult[];
  points: number;
  maxPoints: number;
  /** points / maxPoints; 0 when nothing was asked. */
  share: number;
  right: number;
  missed: ItemResult[];
  topics: TopicScore[];
  elapsedMs: number;
  /** Null where there is nothing to pass. */
  passed: boolean | null;
  /** Open answers marked by the machine only. */
  provisional: boolean;
  certainty: { marks: number; answers: number; brier: number } | null;
}

/** A paper counts every item of its plan, so that what was never reached earns 0 of its weight; elsewhere only what was answered counts. */
export function scoreSitting(state: SittingState): Score {
  const { header } = state;
  const { scored, missBelow } = rulesOf(header);
  const all = state.plan.map((_, planIndex) => resultOf(state, planIndex));
  const items = scored === 'plan' ? all : all.filter((item) => item.answer !== null);
  const points = Math.max(
    0,
    sum(items, (item) => item.points),
  );
  const maxPoints = sum(items, (item) => item.maxPoints);
  const share = maxPoints === 0 ? 0 : points / maxPoints;
  return {
    items,
    points,
    maxPoints,
    share,
    right: items.filter((item) => item.credit >= missBelow).length,
    missed: items.filter((item) => item.credit < missBelow),
    topics: byTopic(items, missBelow),
    elapsedMs: elapsedOf(state),
    passed: header.passMark === null ? null : share >= header.passMark - 1e-9,
    provisional: items.some(({ answer }) => answer !== null && markerOf(answer, header.mode) === 'matcher'),
    certainty: certaintyOf(items),
  };
}

/** Time of a paper is that of its clock, or of all that was looked at; elsewhere that of the answers. */
function elapsedOf(state: SittingState): number {
  const { paperMs, startedAt } = state.header;
  if (rulesOf(state.header).scored !== 'plan')
    return sum([...state.answers.values()], (answer) => answer.elapsedMs);
  if (paperMs !== null) return Math.min(paperMs, Math.max(0, (state.handedInAt ?? state.at) - startedAt));
  return sum([...state.visits.keys()], (entry) => closedVisitsMs(state, entry));
}

function resultOf(state: SittingState, planIndex: number): ItemResult {
  const planned = state.plan[planIndex] as PlannedItem;
  const entry = state.entries.findIndex((one) => one.planIndex === planIndex && one.round === 0);
  const answer = state.answers.get(entry) ?? null;
  const override = state.overridden.get(entry);
  const credit = override ?? answer?.credit ?? 0;
  const seen = (state.visits.get(entry)?.length ?? 0) > 0;
  const outcome = answer?.outcome ?? (seen ? 'skipped' : 'unreached');
  const weight = LEVEL_WEIGHT[planned.level];
  const penalty = state.header.negative ? negativePoints(planned, outcome, credit, answer?.guess ?? 0) : 0;
  return {
    entry,
    planned,
    outcome,
    credit,
    overridden: override !== undefined,
    points: pointsOf(credit, planned.level) - penalty,
    maxPoints: weight,
    answer,
    rounds: roundsUntilRight(state, planIndex),
  };
}

/** A wrong single-choice or true-false costs 1/(k-1) of its weight, which makes guessing worth nothing; guess = 1/k. */
function negativePoints(planned: PlannedItem, outcome: Outcome, credit: number, guess: number): number {
  const closed = planned.type === 'single-choice' || planned.type === 'true-false';
  if (!closed || outcome !== 'answered' || credit > 0 || guess <= 0 || guess >= 1) return 0;
  return (LEVEL_WEIGHT[planned.level] * guess) / (1 - guess);
}

function roundsUntilRight(state: SittingState, planIndex: number): number | null {
  const { missBelow } = rulesOf(state.header);
  const askings = state.entries.flatMap((entry, number) =>
    entry.planIndex === planIndex ? [{ ...entry, number }] : [],
  );
  const right = askings.find(
    ({ number }) => (state.overridden.get(number) ?? state.answers.get(number)?.credit ?? 0) >= missBelow,
  );
  return right === undefined ? null : right.round + 1;
}

function byTopic(items: readonly ItemResult[], missBelow: number): TopicScore[] {
  const topics = new Map<string, TopicScore>();
  for (const { planned, points, maxPoints, credit } of items) {
    const score = topics.get(planned.topic) ?? {
      topic: planned.topic,
      points: 0,
      maxPoints: 0,
      right: 0,
      asked: 0,
    };
    topics.set(planned.topic, {
      ...score,
      points: score.points + points,
      maxPoints: score.maxPoints + maxPoints,
      right: score.right + (credit >= missBelow ? 1 : 0),
      asked: score.asked + 1,
    });
  }
  return [...topics.values()];
}

/** Brier score: mean squared distance between the stated chance and the credit, 0 (best) to 1. */
function certaintyOf(items: readonly ItemResult[]): Score['certainty'] {
  const stated = items.flatMap(({ answer, credit }) =>
    answer?.confidence && answer.outcome === 'answered' ? [{ confidence: answer.confidence, credit }] : [],
  );
  if (stated.length === 0) return null;
  const marks = sum(stated, ({ confidence, credit }) => {
    const { right, wrong } = CERTAINTY_MARKS[confidence];
    return credit > 0 ? right * credit : wrong;
  });
  const brier =
    sum(stated, ({ confidence, credit }) => (STATED_CHANCE[confidence] - credit) ** 2) / stated.length;
  return { marks, answers: stated.length, brier };
}

function sum<Member>(members: readonly Member[], of: (member: Member) => number): number {
  return members.reduce((total, member) => total + of(member), 0);
}
