// Saving one answer: the first and the 200th of a sitting, with nothing and with 100,000 answers in store.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareStore } from '../../src/history/conf-store.js';
import type { Answer, SittingHeader, Step } from '../../src/history/records.js';
import { openSegment } from '../../src/history/segment-writer.js';
import type { Table } from '../support/figures.js';
import { quantile, timed } from '../support/pairs.js';

const SITTINGS = 31;
const ANSWERS = 200;
const STORE = 100_000;
const PER_SEGMENT = 20;

/** Medians in ms, interleaved over the two homes; ratios to the least of them. The disk decides, so there is no CPU time. */
export async function benchSaving(): Promise<Table> {
  await prepareStore();
  const homes = [0, STORE].map((answers) => ({
    answers,
    home: mkdtempSync(join(tmpdir(), 'api-quiz-bench-home-')),
  }));
  try {
    for (const { answers, home } of homes) fill(home, answers);
    const times = new Map<string, number[]>();
    for (let sitting = 0; sitting < SITTINGS; sitting += 1) {
      for (const { answers, home } of homes)
        sit(home, (nth, ms) => push(times, `saving the ${nth} answer, ${answers} in store`, ms));
    }
    const medians = [...times].map(([name, ms]) => ({ name, ms: quantile(ms, 0.5) }));
    const least = Math.min(...medians.map(({ ms }) => ms));
    return {
      title: `Saving an answer, medians of ${SITTINGS} sittings of ${ANSWERS} answers, the homes in turn`,
      figures: medians.map(({ name, ms }) => ({ name, ms, ratio: ms / least, aim: 1.2 })),
    };
  } finally {
    for (const { home } of homes) rmSync(home, { recursive: true, force: true });
  }
}

function push(times: Map<string, number[]>, what: string, ms: number): void {
  times.set(what, [...(times.get(what) ?? []), ms]);
}

function sit(home: string, tell: (nth: string, ms: number) => void): void {
  const writer = openSegment(
    { home, app: 'bench', machine: '00000000', random: Math.random },
    { sitting: HEADER },
    Date.now(),
  );
  for (let index = 0; index < ANSWERS; index += 1) {
    const ms = timed(() => writer.append(answerStep(index)));
    // The mean of a few neighbours: one save alone is at the mercy of the disk.
    if (index < 5) tell('1st', ms);
    if (index >= ANSWERS - 5) tell('200th', ms);
  }
}

function fill(home: string, answers: number): void {
  for (let done = 0; done < answers; done += PER_SEGMENT) {
    const writer = openSegment(
      { home, app: 'bench', machine: '00000000', random: Math.random },
      { sitting: HEADER },
      Date.now() - done,
    );
    writer.append(...Array.from({ length: PER_SEGMENT }, (_, index) => answerStep(index)));
  }
}

const HASH = '0123456789abcdef';
const HEADER: Omit<SittingHeader, 'id'> = {
  mode: 'practice',
  seed: 1,
  startedAt: 1_700_000_000_000,
  title: '',
  plan: [],
  most: ANSWERS,
  paperMs: null,
  passMark: null,
  confidence: false,
  negative: false,
  withOpen: false,
  spoken: false,
};

function answerStep(index: number): Step {
  const at = HEADER.startedAt + 1000 * index;
  const answer: Answer = {
    id: `bench#${index}@${at}`,
    item: 'core/timed-out-payment-retry',
    contentHash: HASH,
    keyHash: HASH,
    topic: 'reliability-patterns',
    concept: 'idempotency-keys',
    level: 'intermediate',
    type: 'single-choice',
    order: ['same-key', 'new-key', 'read-list'],
    round: 0,
    outcome: 'answered',
    response: 'same-key',
    credit: 1,
    guess: 1 / 3,
    hinted: false,
    confidence: null,
    elapsedMs: 900,
    visits: [{ shownAt: at - 900, leftAt: at }],
    at,
  };
  return { kind: 'answered', at, entry: index, answer };
}
