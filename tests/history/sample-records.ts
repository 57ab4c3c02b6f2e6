// Records to test with: headers, answers, steps and segments that differ only where a test says so.

import type {
  Answer,
  EventBody,
  EventSegment,
  PlannedItem,
  SittingHeader,
  SittingSegment,
  Step,
} from '../../src/history/records.js';
import type { SingleChoice } from '../../src/question/question.js';

/** 2026-11-20T09:00:00.000Z */
export const NOW = Date.UTC(2026, 10, 20, 9);

export const ITEM: SingleChoice = {
  id: 'retry',
  topic: 'reliability-patterns',
  concepts: ['idempotency-keys'],
  type: 'single-choice',
  level: 'intermediate',
  roles: [],
  tags: [],
  seconds: 60,
  choices: [
    { id: 'same', text: 'Same key', correct: true, why: 'Replayed.' },
    { id: 'new', text: 'New key', why: 'Charged twice.' },
  ],
  sources: [{ title: 'A draft', url: 'https://example.org/draft' }],
  reviewed: '2026-11-20',
  stem: 'A payment timed out: what now?',
  explanation: 'Retry with the same key.',
};

/** `segmentId(3)`: the third of a series, a minute apart. */
export function segmentId(number: number, machine = 'aaaaaaaa'): string {
  const stamp = new Date(NOW + number * 60_000).toISOString().replace(/[-:.]/g, '');
  return `${stamp}-${machine}-${number.toString(16).padStart(8, '0')}`;
}

const facts = {
  contentHash: '0123456789abcdef',
  keyHash: 'fedcba9876543210',
  topic: 'reliability-patterns',
  concept: 'idempotency-keys',
  level: 'intermediate',
  type: 'single-choice',
  order: ['new', 'same'],
} as const;

export function planned(item: string): PlannedItem {
  return { ...facts, order: [...facts.order], item, limitMs: 60_000 };
}

export function header(change: Partial<SittingHeader> = {}): SittingHeader {
  return {
    id: segmentId(1),
    mode: 'practice',
    seed: 7,
    startedAt: NOW,
    title: 'everything',
    plan: ['core/a', 'core/b', 'core/c'].map(planned),
    most: 0,
    paperMs: null,
    passMark: null,
    confidence: false,
    negative: false,
    withOpen: false,
    spoken: false,
    ...change,
  };
}

/** The answer to entry number `entry`; its id is `<sitting>:<entry>:<at>`. */
export function answer(entry: number, at: number, change: Partial<Answer> = {}): Answer {
  return {
    ...facts,
    order: [...facts.order],
    id: `${segmentId(1)}:${entry}:${at}`,
    item: `core/${'abcdefgh'[entry] ?? entry}`,
    round: 0,
    outcome: 'answered',
    response: 'same',
    credit: 1,
    guess: 0.5,
    hinted: false,
    confidence: null,
    elapsedMs: 12_000,
    visits: [{ shownAt: at - 12_000, leftAt: at }],
    at,
    ...change,
  };
}

export function answered(entry: number, at: number, change: Partial<Answer> = {}): Step {
  return { kind: 'answered', at, entry, answer: answer(entry, at, change) };
}

export function segment(number: number, steps: Step[], change: Partial<SittingSegment> = {}): SittingSegment {
  return {
    version: 2,
    kind: 'sitting',
    id: segmentId(number),
    app: '0.1.0',
    machine: 'aaaaaaaa',
    continues: null,
    sitting: header(),
    steps,
    ...change,
  };
}

export function event(number: number, body: EventBody, at = NOW + number * 60_000): EventSegment {
  return {
    version: 2,
    kind: 'event',
    id: segmentId(number),
    app: '0.1.0',
    machine: 'aaaaaaaa',
    at,
    event: body,
  };
}
