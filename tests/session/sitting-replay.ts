// A sitting table turned into steps and states, with the same functions that the program uses; tells what it observes after each step.

import { rulesOf } from '../../src/history/modes.js';
import type { Step } from '../../src/history/records.js';
import { remainingMs } from '../../src/session/clock.js';
import { makeAnswer, type Reply } from '../../src/session/credit.js';
import { answerSheet, nextOf } from '../../src/session/next.js';
import { applyStep, type SittingState, startState } from '../../src/session/state.js';
import {
  type AskedQuestion,
  cutConfidence,
  headerOf,
  readQuestions,
  readResponse,
  readSteps,
  type SittingTable,
  type TableRow,
} from './sitting-table.js';

export interface ReplayedRow {
  row: TableRow;
  /** What the table's columns say, as far as the row asks. */
  observed: Record<string, string>;
}

export interface ReplayedSitting {
  rows: ReplayedRow[];
  steps: Step[];
  state: SittingState;
}

/** Plays the table from start to end. */
export function playSitting(table: SittingTable): ReplayedSitting {
  const asked = readQuestions(table);
  let state = startState(headerOf(table, asked));
  const steps: Step[] = [];
  const rows = readSteps(table).map((row): ReplayedRow => {
    for (const step of stepsOf(state, row, asked)) {
      steps.push(step);
      state = applyStep(state, step);
    }
    const named = /^\w+ (\w+'*)/.exec(row.step)?.[1];
    const columns = Object.keys(row.expected).filter((name) => row.expected[name] !== '');
    return {
      row,
      observed: Object.fromEntries(columns.map((name) => [name, observe(name, state, row.at, asked, named)])),
    };
  });
  return { rows, steps, state };
}

/** `a` for the first asking of item a, `a'` for its return. */
function labelOf(state: SittingState, entry: number, asked: readonly AskedQuestion[]): string {
  const { planIndex, round } = state.entries[entry] as SittingState['entries'][number];
  return asked[planIndex]?.question.id + "'".repeat(round);
}

function entryOf(state: SittingState, label: string, asked: readonly AskedQuestion[]): number {
  const entry = state.entries.findIndex((_, number) => labelOf(state, number, asked) === label);
  if (entry < 0) throw new Error(`no question ${label} has been planned`);
  return entry;
}

function stepsOf(state: SittingState, { at, step }: TableRow, asked: readonly AskedQuestion[]): Step[] {
  const [verb = '', label = '', ...rest] = step.replace(':', ' :').split(/\s+/);
  const entry = () => entryOf(state, label, asked);
  const questionOf = (number: number) => {
    const { planIndex } = state.entries[number] as SittingState['entries'][number];
    return (asked[planIndex] as AskedQuestion).question;
  };
  const answer = (reply: Pick<Reply, 'outcome' | 'response' | 'confidence'>): Step[] => {
    const number = entry();
    const question = questionOf(number);
    const left: Step = { kind: 'left', at };
    const made = makeAnswer(applyStep(state, left), number, question, {
      ...reply,
      markedBy: question.type !== 'open' ? 'key' : rulesOf(state.header).answersReplace ? 'matcher' : 'self',
      order: [],
      at,
      segment: 'segment',
    });
    return [left, { kind: 'answered', at, entry: number, answer: made.answer }];
  };
  switch (verb) {
    case 'show':
      return [{ kind: 'shown', at, entry: entry() }];
    case 'answer': {
      const { given, confidence } = cutConfidence(rest.slice(1).join(' '));
      return answer({
        outcome: 'answered',
        response: readResponse(questionOf(entry()).type, given),
        confidence,
      });
    }
    case 'skip':
      return answer({ outcome: 'skipped', response: null, confidence: null });
    case 'expire':
      return answer({ outcome: 'expired', response: null, confidence: null });
    case 'hint':
      return [{ kind: 'hinted', at, entry: entry() }];
    case 'mark':
    case 'unmark':
      return [{ kind: 'marked', at, entry: entry(), on: verb === 'mark' }];
    case 'override':
      return [{ kind: 'overridden', at, entry: entry(), credit: 1 }];
    case 'leave':
      return [{ kind: 'left', at }];
    case 'pause':
      return [{ kind: 'paused', at }];
    case 'unpause':
      return [{ kind: 'unpaused', at }];
    case 'continue':
      return [{ kind: 'continued', at }];
    case 'end':
      return [{ kind: 'ended', at, reason: label as 'finished' | 'time' | 'quit' | 'interrupted' }];
    case 'nothing':
      return [];
    default:
      throw new Error(`no such step: ${step}`);
  }
}

function observe(
  column: string,
  state: SittingState,
  now: number,
  asked: readonly AskedQuestion[],
  named: string | undefined,
): string {
  const label = (entry: number) => labelOf(state, entry, asked);
  const next = nextOf(state, now);
  switch (column) {
    case 'shown':
      return state.shown === null ? '-' : label(state.shown);
    case 'left': {
      const left = remainingMs(state, state.shown ?? (next.kind === 'ask' ? next.entry : 0), now);
      return left === null
        ? '-'
        : `${Math.floor(left / 60_000)}:${String((left % 60_000) / 1000).padStart(2, '0')}`;
    }
    case 'next':
      return next.kind === 'ask' ? label(next.entry) : next.reason === 'time' ? 'time' : 'over';
    case 'queue':
      return state.queue.map(label).join(' ');
    case 'credit': {
      const credit = state.answers.get(entryOf(state, named as string, asked))?.credit;
      return credit === undefined ? '-' : credit.toFixed(2);
    }
    case 'sheet':
      return answerSheet(state)
        .map(({ entry, status, marked }) => `${label(entry)}=${status}${marked ? '*' : ''}`)
        .join(' ');
    default:
      throw new Error(`no such column: ${column}`);
  }
}
