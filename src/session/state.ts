// The state of a sitting and how each step changes it. Pure: replaying the recorded steps gives the same state.

import { rulesOf } from '../history/modes.js';
import type { Answer, PlannedItem, SittingHeader, Step, Talk, Visit } from '../history/records.js';
import type { QuestionResponse } from '../question/response.js';
import { withMember, withValue } from './with-value.js';

/** One asking: an item of the plan in its first or a later round. Its number is its place in `entries`. */
export interface Entry {
  planIndex: number;
  round: number;
}

export interface SittingState {
  header: SittingHeader;
  /** The header's plan and what was planned on the way. */
  plan: readonly PlannedItem[];
  /** Never shrinks or changes order, so that recorded steps can name an entry by its number. */
  entries: readonly Entry[];
  /** Entry numbers in the order of asking. */
  queue: readonly number[];
  /** The entry on the screen; null between questions. */
  shown: number | null;
  /** The last answer of each entry that has one. */
  answers: ReadonlyMap<number, Answer>;
  /** What was done so far of entries that are not answered. */
  progress: ReadonlyMap<number, QuestionResponse>;
  visits: ReadonlyMap<number, readonly Visit[]>;
  hinted: ReadonlySet<number>;
  /** Marked for review. */
  marked: ReadonlySet<number>;
  overridden: ReadonlyMap<number, number>;
  /** What had been typed where no answer stands, or the answer that was taken back. */
  drafts: ReadonlyMap<number, QuestionResponse>;
  /** Talks about open questions that are not marked yet. */
  talks: ReadonlyMap<number, Talk>;
  /** Later tries at questions whose first answer counts. */
  tries: ReadonlyMap<number, readonly Answer[]>;
  /** Said to have been easy. */
  easy: ReadonlySet<number>;
  /** Start of the open visit less the pauses in it. */
  visitFrom: number;
  pausedAt: number | null;
  ended: 'finished' | 'time' | null;
  /** Instant at which a paper was handed in: it is marked, no longer answered. */
  handedInAt: number | null;
  /** Instant of the last step. */
  at: number;
}

/** The state before the first step. */
export function startState(header: SittingHeader): SittingState {
  const entries = header.plan.map((_, planIndex) => ({ planIndex, round: 0 }));
  return {
    header,
    plan: header.plan,
    entries,
    queue: entries.map((_, index) => index),
    shown: null,
    answers: new Map(),
    progress: new Map(),
    visits: new Map(),
    hinted: new Set(),
    marked: new Set(),
    overridden: new Map(),
    drafts: new Map(),
    talks: new Map(),
    tries: new Map(),
    easy: new Set(),
    visitFrom: header.startedAt,
    pausedAt: null,
    ended: null,
    handedInAt: null,
    at: header.startedAt,
  };
}

/** The state after these steps. */
export function replay(header: SittingHeader, steps: readonly Step[]): SittingState {
  return steps.reduce(applyStep, startState(header));
}

/** The state after one step. A step that does not fit (an unknown entry, anything after the end) changes nothing. */
export function applyStep(state: SittingState, step: Step): SittingState {
  if (state.ended !== null) return state;
  if ('entry' in step && state.entries[step.entry] === undefined) return state;
  // A clock that was set back between two processes gives no time, and takes none from the next question.
  return stepped({ ...state, at: Math.max(state.at, step.at) }, step, state.at);
}

/** The step fits. `state.at` is its instant, `lastAt` that of the step before. */
function stepped(state: SittingState, step: Step, lastAt: number): SittingState {
  const { at } = state;
  switch (step.kind) {
    case 'planned':
      return withPlanned(state, step.planned);
    case 'shown':
      return { ...closeVisit(state), shown: step.entry, visitFrom: at, pausedAt: null };
    case 'left':
      return closeVisit(state);
    case 'hinted':
      return { ...state, hinted: withMember(state.hinted, step.entry, true) };
    case 'marked':
      return { ...state, marked: withMember(state.marked, step.entry, step.on) };
    case 'paused':
      return { ...state, pausedAt: state.pausedAt ?? at };
    case 'unpaused':
      return state.pausedAt === null
        ? state
        : { ...state, pausedAt: null, visitFrom: state.visitFrom + at - state.pausedAt };
    case 'answered':
      return afterAnswer(closeVisit(state), step.entry, step.answer);
    case 'overridden':
      return overridden(state, step.entry, step.credit);
    case 'dropped':
      return { ...closeVisit(state), queue: withoutOpen(state, step.entry) };
    case 'progressed':
      return { ...state, progress: withValue(state.progress, step.entry, step.response) };
    case 'drafted':
      return { ...state, drafts: withValue(state.drafts, step.entry, step.response) };
    case 'takenBack':
      return takenBack(state, step.entry, step.what);
    case 'talked':
      return talked(state, step.entry, step.talk);
    case 'retried':
      return tried(closeVisit(state), step.entry, step.answer);
    case 'handedIn':
      return { ...closeVisit(state), handedInAt: at };
    case 'easy':
      return { ...state, easy: withMember(state.easy, step.entry, true) };
    case 'continued':
      // The clock of an item stood still since the last step; that of a paper did not.
      return { ...closeVisit(state, lastAt), pausedAt: null };
    case 'ended':
      return { ...closeVisit(state), ended: endOf(step.reason) };
  }
}

/** Time in ms the shown entry has been looked at in this visit, pauses left out. */
export function openVisitMs(state: SittingState, now: number): number {
  return state.shown === null ? 0 : Math.max(0, (state.pausedAt ?? now) - state.visitFrom);
}

/** Time in ms spent on an entry in all its closed visits. */
export function closedVisitsMs(state: SittingState, entry: number): number {
  return (state.visits.get(entry) ?? []).reduce((sum, visit) => sum + visit.leftAt - visit.shownAt, 0);
}

function withPlanned(state: SittingState, item: PlannedItem): SittingState {
  return {
    ...state,
    plan: [...state.plan, item],
    entries: [...state.entries, { planIndex: state.plan.length, round: 0 }],
    queue: [...state.queue, state.entries.length],
  };
}

function closeVisit(state: SittingState, at = state.at): SittingState {
  if (state.shown === null) return state;
  const leftAt = state.pausedAt ?? at;
  // A pause moves the start of the visit, so that its length is what was looked at.
  const visit = { shownAt: Math.min(state.visitFrom, leftAt), leftAt };
  const visits = new Map([...state.visits, [state.shown, [...(state.visits.get(state.shown) ?? []), visit]]]);
  return { ...state, shown: null, pausedAt: null, visits };
}

function afterAnswer(state: SittingState, entry: number, answer: Answer): SittingState {
  const answered = {
    ...state,
    answers: new Map([...state.answers, [entry, answer]]),
    talks: withValue(state.talks, entry, null),
    // Skipping keeps what was typed: it can be taken back.
    drafts: answer.response === null ? state.drafts : withValue(state.drafts, entry, null),
  };
  const { round, planIndex } = state.entries[entry] as Entry;
  const { rounds, missBelow, returnGap } = rulesOf(state.header);
  if (answer.credit >= missBelow || round + 1 >= rounds) return answered;
  const returning = state.entries.length;
  const place = state.queue.indexOf(entry) + 1 + returnGap;
  return {
    ...answered,
    entries: [...state.entries, { planIndex, round: round + 1 }],
    queue: [...state.queue.slice(0, place), returning, ...state.queue.slice(place)],
  };
}

/** Counted as right after all, with the credit of the learner's word. */
function overridden(state: SittingState, entry: number, credit: number): SittingState {
  return withoutReturns({ ...state, overridden: withValue(state.overridden, entry, credit) }, entry);
}

function talked(state: SittingState, entry: number, talk: Talk): SittingState {
  return {
    ...state,
    talks: withValue(state.talks, entry, talk),
    drafts: withValue(state.drafts, entry, null),
  };
}

function tried(state: SittingState, entry: number, answer: Answer): SittingState {
  return {
    ...state,
    tries: withValue(state.tries, entry, [...(state.tries.get(entry) ?? []), answer]),
    drafts: withValue(state.drafts, entry, null),
  };
}

/** A sitting that was left or interrupted can be gone on with. */
function endOf(reason: Extract<Step, { kind: 'ended' }>['reason']): SittingState['ended'] {
  return reason === 'finished' || reason === 'time' ? reason : null;
}

/** As if the answer, or the word about it, had not been given; the time it took and a hint that was read stay. */
function takenBack(state: SittingState, entry: number, what: 'answer' | 'word'): SittingState {
  const answer = state.answers.get(entry);
  if (answer === undefined) return state;
  const back = { ...state, overridden: withValue(state.overridden, entry, null) };
  if (what === 'word')
    return state.overridden.has(entry) ? afterAnswer(withoutReturns(back, entry), entry, answer) : back;
  return {
    ...withoutReturns(back, entry),
    answers: withValue(state.answers, entry, null),
    easy: withMember(state.easy, entry, false),
    drafts: answer.response === null ? state.drafts : withValue(state.drafts, entry, answer.response),
  };
}

/** Counted as right after all, an item need not come back. */
function withoutReturns(state: SittingState, entry: number): SittingState {
  const { planIndex, round } = state.entries[entry] as Entry;
  const isReturn = (number: number) => {
    const other = state.entries[number] as Entry;
    return other.planIndex === planIndex && other.round > round && !state.answers.has(number);
  };
  return { ...state, queue: state.queue.filter((number) => !isReturn(number)) };
}

/** The queue without the askings of an entry's item that are not answered. */
function withoutOpen({ queue, entries, answers }: SittingState, entry: number): readonly number[] {
  return queue.filter(
    (number) => answers.has(number) || entries[number]?.planIndex !== entries[entry]?.planIndex,
  );
}
