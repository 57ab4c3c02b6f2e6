// The header of a sitting holds all that resuming and repeating it needs: the plan with limits and the order shown.

import { describe, expect, it } from 'vitest';
import { indexQuestion } from '../../src/bank/entry.js';
import type { ModeName } from '../../src/history/modes.js';
import { makeHeader } from '../../src/session/header.js';
import { shownOrder } from '../../src/session/shuffle.js';
import { lab, numeric, ordering, singleChoice } from '../support/questions.js';

const chosen = [
  singleChoice(4, { id: 'a', seconds: 60 }),
  ordering(4, { id: 'b', seconds: 90 }),
  numeric(5, 0, { id: 'c', seconds: 45 }),
].map((question) => ({ question, entry: indexQuestion(question, 'core', `${question.id}.md`) }));

const header = (mode: ModeName, timeFactor: number | null, paperMs?: number) =>
  makeHeader(chosen, {
    mode,
    seed: 7,
    now: 0,
    title: 'everything',
    timeFactor,
    ...(paperMs === undefined ? {} : { paperMs }),
    confidence: false,
    negative: false,
    withOpen: false,
    spoken: false,
  });

const limits = (mode: ModeName, timeFactor: number | null) =>
  header(mode, timeFactor).plan.map(({ limitMs }) => limitMs);

describe('makeHeader', () => {
  it('plans the items in the given order, with hashes and the order shown', () => {
    const { plan } = header('practice', 1);
    expect(plan.map(({ item }) => item)).toEqual(['core/a', 'core/b', 'core/c']);
    for (const [index, { question, entry }] of chosen.entries()) {
      expect(plan[index]).toMatchObject({
        contentHash: entry.contentHash,
        keyHash: entry.keyHash,
        concept: 'idempotency-keys',
        order: shownOrder(question, 7, 0),
      });
    }
  });

  it('shows the time that a lab takes, and not that of a spoken answer', () => {
    const question = lab({ seconds: 900 });
    const entry = indexQuestion(question, 'core', 'lab.md');
    const request = { mode: 'lab', seed: 7, now: 0, title: '', timeFactor: 1 } as const;
    const header = makeHeader([{ question, entry }], {
      ...request,
      confidence: false,
      negative: false,
      withOpen: false,
      spoken: false,
    });
    expect(header.plan.map(({ limitMs }) => limitMs)).toEqual([900_000]);
  });

  it('limits each question in practice, scaled by the factor, or not at all', () => {
    expect(limits('practice', 1)).toEqual([60_000, 90_000, 45_000]);
    expect(limits('practice', 1.5)).toEqual([90_000, 135_000, 67_500]);
    expect(limits('practice', null)).toEqual([null, null, null]);
    expect(header('practice', 1)).toMatchObject({ paperMs: null, passMark: null });
  });

  it('gives an exam one limit, the sum of its questions unless told otherwise, and a pass mark', () => {
    expect(header('exam', 1)).toMatchObject({ paperMs: 195_000, passMark: 0.7 });
    expect(header('exam', 2)).toMatchObject({ paperMs: 390_000 });
    expect(header('exam', 1, 600_000)).toMatchObject({ paperMs: 600_000 });
    expect(header('exam', null, 600_000)).toMatchObject({ paperMs: null });
  });

  it('gives two minutes to speak in an interview', () => {
    expect(limits('interview', 1)).toEqual([120_000, 120_000, 120_000]);
  });
});
