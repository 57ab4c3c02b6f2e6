// When a judge is configured, and what its findings make of the matcher's marks.

import { describe, expect, it } from 'vitest';
import { type Judge, type Judgement, judgeConfiguration, type NoJudgement } from '../../src/grading/judge.js';
import { JudgeInSitting } from '../../src/grading/judge-in-sitting.js';
import { quotedSpan } from '../../src/grading/read-judgement.js';
import { withSecondOpinion } from '../../src/grading/second-opinion.js';
import type { OpenMark, PointMark } from '../../src/question/open-mark.js';
import { open } from '../support/questions.js';

describe('configuration', () => {
  const on = { API_QUIZ_JUDGE_URL: 'http://localhost:11434/v1/', API_QUIZ_JUDGE_MODEL: 'small:4b' };
  it('is off unless address and model are set, whatever other programs use', () => {
    expect(judgeConfiguration({})).toEqual({ kind: 'off' });
    expect(judgeConfiguration({ OPENAI_BASE_URL: 'https://x.example/v1', OPENAI_API_KEY: 'k' })).toEqual({
      kind: 'off',
    });
    expect(judgeConfiguration({ ...on, API_QUIZ_JUDGE_MODEL: ' ' })).toEqual({
      kind: 'wrong',
      reason: 'model-missing',
    });
  });

  it.each(['no address', 'file:///etc/passwd', 'javascript:alert(1)', 'https://user:secret@x.example/v1'])(
    '%s is no address',
    (url) => {
      expect(judgeConfiguration({ ...on, API_QUIZ_JUDGE_URL: url })).toEqual({
        kind: 'wrong',
        reason: 'url-malformed',
      });
    },
  );

  it('has the address without its end, and a key only from its own variable', () => {
    expect(judgeConfiguration({ ...on, OPENAI_API_KEY: 'other' })).toEqual({
      kind: 'on',
      settings: {
        url: 'http://localhost:11434/v1',
        host: 'localhost:11434',
        model: 'small:4b',
        key: null,
        local: true,
      },
    });
    expect(judgeConfiguration({ ...on, API_QUIZ_JUDGE_KEY: 'mine' })).toMatchObject({
      settings: { key: 'mine' },
    });
  });

  it.each([
    ['http://127.0.0.1:8080/v1', true],
    ['http://[::1]:1/v1', true],
    ['https://api.example.com/v1', false],
    ['http://localhost.evil.example/v1', false],
    ['http://127.0.0.1.evil.example/v1', false],
    ['http://10.0.0.7/v1', false],
  ])('%s stays here: %s', (url, local) => {
    expect(judgeConfiguration({ ...on, API_QUIZ_JUDGE_URL: url })).toMatchObject({ settings: { local } });
  });
});

describe('a quote', () => {
  const answer = 'The same key — sent again, with the café’s order.';
  it.each([
    ['the SAME key, sent', 'The same key — sent'],
    ['with the cafe\u0301', 'with the café'],
    ['key', null],
    ['', null],
    ['same other key', null],
    ['order the', null],
  ])('%j stands in the answer as %j', (quote, expected) => {
    const span = quotedSpan(answer, quote);
    expect(span && answer.slice(span.start, span.end)).toBe(expected);
  });
});

const QUESTION = open();
const TEXT = 'I would send the same key once more.';
const QUOTE = 'the same key';

function markOf(point: Partial<PointMark>): OpenMark {
  const points = QUESTION.rubric.map(({ id }, at): PointMark => {
    const nothing: PointMark = { id, state: 'open', clear: true, share: 0, evidence: null };
    return at === 0 ? { ...nothing, ...point } : nothing;
  });
  const flags = (QUESTION.avoid ?? []).map(({ id }) => ({ id, raised: false, evidence: null }));
  return { points, flags, guard: null, suggestedCredit: 0, clearCredit: 0, mostCredit: 0 };
}

const judged = (met: 'yes' | 'partly' | 'no', quote = met === 'no' ? '' : QUOTE): Judgement => ({
  kind: 'judged',
  points: [{ id: QUESTION.rubric[0]?.id ?? '', met, quote }],
  flags: [],
});

describe('a second opinion', () => {
  const SAID = { state: 'said', clear: false, share: 1 } as const;
  const UNSURE = { state: 'unsure', clear: false, share: 0 } as const;
  const OPEN = { state: 'open', clear: true, share: 0 } as const;
  it.each([
    [SAID, 'yes', { state: 'said', clear: true, share: 1 }],
    [UNSURE, 'yes', { state: 'said', clear: true, share: 1 }],
    [OPEN, 'yes', UNSURE],
    [SAID, 'partly', { state: 'unsure', clear: false, share: 0.5 }],
    [OPEN, 'partly', { state: 'unsure', clear: false, share: 0.5 }],
    [SAID, 'no', UNSURE],
    [UNSURE, 'no', OPEN],
    [OPEN, 'no', OPEN],
  ] as const)('%o and "%s" make %o', (before, met, after) => {
    const { points } = withSecondOpinion(QUESTION, TEXT, markOf(before), judged(met));
    expect(points[0]).toMatchObject(after);
  });

  it('shows the words the judge quotes, and counts anew', () => {
    const mark = withSecondOpinion(QUESTION, TEXT, markOf(UNSURE), judged('yes'));
    const { evidence } = mark.points[0]!;
    expect(TEXT.slice(evidence?.start, evidence?.end)).toBe(QUOTE);
    expect(mark.suggestedCredit).toBeGreaterThan(0);
  });

  it('asks about a red flag, and takes no question back', () => {
    const flags = [{ id: QUESTION.avoid?.[0]?.id ?? '', met: 'yes' as const, quote: QUOTE }];
    const mark = withSecondOpinion(QUESTION, TEXT, markOf({}), { ...judged('no'), flags });
    expect(mark.flags[0]?.raised).toBe(true);
    const again = withSecondOpinion(QUESTION, TEXT, mark, judged('no'));
    expect(again.flags[0]?.raised).toBe(true);
  });
});

describe('through a sitting', () => {
  const never = new AbortController().signal;
  const sitting = (judge: Judge, { local = true, agreed = [] as string[] } = {}) => {
    const kept: string[] = [];
    const address = { host: 'judge.example', model: 'small:4b', local };
    const seat = new JudgeInSitting(judge, address, agreed, async (host) => void kept.push(host));
    const ask = (mark = markOf({}), signal = never) => seat.opinion(QUESTION, TEXT, mark, signal);
    return { kept, seat, ask };
  };
  const counted = (found: Judgement | NoJudgement) => {
    const sent = { times: 0 };
    const judge: Judge = async () => {
      sent.times++;
      return found;
    };
    return { sent, judge };
  };

  it('another host is asked for unless it was agreed to, this machine is not', () => {
    const { judge } = counted(judged('yes'));
    expect(sitting(judge).seat.needsConsent()).toBe(false);
    expect(sitting(judge, { local: false }).seat.needsConsent()).toBe(true);
    expect(sitting(judge, { local: false, agreed: ['judge.example'] }).seat.needsConsent()).toBe(false);
  });

  it('without consent nothing is sent; a yes is kept', async () => {
    const { judge, sent } = counted(judged('yes'));
    const { seat, ask, kept } = sitting(judge, { local: false });
    expect(await ask()).toMatchObject({ mark: markOf({}), said: null });
    await seat.settleConsent(false);
    expect([seat.isWanted(markOf({})), (await ask()).said, sent.times, kept]).toEqual([false, null, 0, []]);
    await seat.settleConsent(true);
    expect((await ask()).mark.points[0]?.state).toBe('unsure');
    expect([sent.times, kept]).toEqual([1, ['judge.example']]);
  });

  it('each failure is told, and after two it is left out', async () => {
    const { judge, sent } = counted({ kind: 'none', why: 'busy' });
    const { ask, seat } = sitting(judge);
    expect([(await ask()).notice, (await ask()).notice, (await ask()).notice]).toEqual([
      'No second opinion of small:4b: it is busy.',
      'No second opinion of small:4b: it is busy. It is not asked again in this sitting.',
      null,
    ]);
    expect([sent.times, seat.isWanted(markOf({}))]).toEqual([2, false]);
  });

  it('going on without it is no failure, and what tripped a guard is not sent', async () => {
    const { judge, sent } = counted({ kind: 'none', why: 'left-off' });
    const { ask } = sitting(judge);
    for (let round = 0; round < 3; round++) expect((await ask()).notice).toBeNull();
    expect(sent.times).toBe(3);
    await ask({ ...markOf({}), guard: 'copied' });
    await ask(markOf({}), AbortSignal.abort());
    expect(sent.times).toBe(3);
  });
});
