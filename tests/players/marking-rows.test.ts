// The rows of a marking: groups, quotes, what is told of guards, the model answer's sentences.

import { expect, it } from 'vitest';
import { markOpenAnswer } from '../../src/grading/mark-open-answer.js';
import {
  creditWords,
  groupTitle,
  guardWords,
  markingRows,
  modelSentences,
} from '../../src/players/marking-rows.js';
import { type OpenMark, suggestedResponse, suggestionOf } from '../../src/question/open-mark.js';
import type { Open } from '../../src/question/question.js';
import type { Marking } from '../../src/session/player.js';
import { open } from '../support/questions.js';

const TEXT = 'I use the same key.\u001b[2J Perhaps with a pause. Then I retry forever.';

const MARK: OpenMark = {
  points: [
    { id: 'main', state: 'said', clear: true, share: 1, evidence: { start: 0, end: 24 } },
    { id: 'second', state: 'unsure', clear: false, share: 0, evidence: { start: 24, end: 45 } },
    { id: 'third', state: 'open', clear: true, share: 0, evidence: { start: 0, end: 5 } },
  ],
  flags: [
    { id: 'slip', raised: true, evidence: { start: 46, end: TEXT.length } },
    { id: 'blunder', raised: false, evidence: null },
  ],
  guard: null,
  suggestedCredit: 0.5,
  clearCredit: 0.5,
  mostCredit: 0.75,
};

const marking = (question: Open, text: string, mark: OpenMark): Marking => ({
  text,
  mark,
  model: markOpenAnswer(question, [], question.modelAnswer),
  suggestion: suggestedResponse(mark, text),
});

it('said, to be looked at, not found, careful: each with the sentence that counts for it, made safe', () => {
  const rows = markingRows(open(), marking(open(), TEXT, MARK));
  expect(rows.map(({ group, id, number, quote }) => [group, id, number, quote])).toEqual([
    ['said', 'main', 1, 'I use the same key.[2J'],
    ['look', 'second', 2, 'Perhaps with a pause.'],
    ['open', 'third', 3, null],
    ['careful', 'slip', 1, 'Then I retry forever.'],
    ['quiet', 'blunder', 2, null],
  ]);
});

it('a point said but not clearly is to be looked at, and not ticked', () => {
  const doubtful: OpenMark = { ...MARK, points: MARK.points.map((point) => ({ ...point, clear: false })) };
  const [first] = markingRows(open(), marking(open(), TEXT, doubtful));
  expect(first).toMatchObject({ id: 'main', group: 'look' });
  expect(suggestedResponse(doubtful, TEXT)).toEqual({ text: TEXT, met: [], flags: [] });
});

it('a raised red flag takes nothing off before the learner agrees', () => {
  const { suggestion } = marking(open(), TEXT, MARK);
  expect(creditWords(open(), suggestion)).toBe('2 of 4');
  expect(creditWords(open(), { ...suggestion, flags: ['slip'], half: ['third'] })).toBe('1.5 of 4');
});

it('what is kept of it', () => {
  expect(suggestionOf(MARK)).toEqual({
    met: ['main'],
    half: [],
    unsure: ['second'],
    look: ['second'],
    flags: ['slip'],
    credit: 0.5,
    clear: 0.5,
    most: 0.75,
  });
});

it('a guard is one sentence; an answer given aloud has none, and other headings', () => {
  const list = { ...MARK, guard: 'list' } as const;
  expect(guardWords(marking(open(), TEXT, list))).toContain('a list of key words');
  expect(guardWords(marking(open(), '', list))).toBeNull();
  expect(groupTitle('open', true)).toBe('Which points did you make?');
});

it('the sentences of the model answer, each with the points it makes', () => {
  const question = open({
    modelAnswer:
      'Retry with the same idempotency key, at 99.9 percent. Use exponential backoff.\n\nKeep a retry budget!',
  });
  const { model } = marking(question, '', MARK);
  const sentences = modelSentences(question, model);
  expect(sentences.map(({ text }) => text)).toEqual([
    'Retry with the same idempotency key, at 99.9 percent.',
    'Use exponential backoff.',
    'Keep a retry budget!',
  ]);
  expect(sentences.map(({ points }) => points)).toEqual([['main'], ['second'], ['third']]);
});
