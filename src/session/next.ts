// What comes next in a sitting.

import { rulesOf } from '../history/modes.js';
import { paperRemainingMs, plannedItem } from './clock.js';
import type { Entry, SittingState } from './state.js';

export type Next = { kind: 'ask'; entry: number } | { kind: 'over'; reason: 'finished' | 'time' };

/** The next question, or why there is none. A paper is over when its time is; going back is the person's choice, not ours. */
export function nextOf(state: SittingState, now: number): Next {
  if (state.ended !== null) return { kind: 'over', reason: state.ended };
  if (paperRemainingMs(state, now) === 0) return { kind: 'over', reason: 'time' };
  const entry = state.queue.find((number) => !state.answers.has(number));
  return entry === undefined ? { kind: 'over', reason: 'finished' } : { kind: 'ask', entry };
}

/** 1-based place of an entry in the order of asking, and how many there are. */
export function positionOf(state: SittingState, entry: number): { place: number; of: number } {
  const { queue, entries, plan, header } = state;
  const dropped = plan.length - new Set(queue.map((number) => entries[number]?.planIndex)).size;
  return { place: queue.indexOf(entry) + 1, of: Math.max(queue.length, header.most - dropped) };
}

/** One line of the answer sheet of a paper. */
export interface SheetLine {
  entry: number;
  place: number;
  topic: string;
  status: 'answered' | 'open' | 'unseen';
  marked: boolean;
}

/** The answer sheet: every entry in order, answered or not, seen or not, marked or not. */
export function answerSheet(state: SittingState): SheetLine[] {
  return state.queue.map((entry, index) => {
    const seen = (state.visits.get(entry)?.length ?? 0) > 0 || state.shown === entry;
    const answer = state.answers.get(entry);
    return {
      entry,
      place: index + 1,
      topic: plannedItem(state, entry).topic,
      status: answer?.outcome === 'answered' ? 'answered' : seen ? 'open' : 'unseen',
      marked: state.marked.has(entry),
    };
  });
}

/** True when the entry may come back in this sitting: said beside a miss in a drill. */
export function willReturn(state: SittingState, entry: number): boolean {
  const { planIndex, round } = state.entries[entry] as Entry;
  return (
    rulesOf(state.header).rounds > 1 &&
    state.queue.some((number) => {
      const other = state.entries[number] as Entry;
      return other.planIndex === planIndex && other.round > round && !state.answers.has(number);
    })
  );
}

/** The entry whose answer was given last and can be taken back; null: there is none, or answers are changed by going back to them. */
export function lastAnswered({ answers, header }: SittingState): number | null {
  if (rulesOf(header).answersReplace) return null;
  return [...answers.keys()].at(-1) ?? null;
}
