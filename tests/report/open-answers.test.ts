// Open questions in a report: kinds of point, own marks against suggested ones, own words told safely.

import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../src/question/open-mark.js';
import { openAnswersOf } from '../../src/report/open-answers.js';
import { openBlocks } from '../../src/report/open-blocks.js';
import { open } from '../support/questions.js';
import { everyReport } from './every-report.js';
import { answerTo, NOW, sourceWith } from './sample-history.js';

const QUESTION = {
  ...open({
    rubric: [
      { id: 'cost', text: 'Names the trade-off.', weight: 2, accept: ['trade-off'] },
      { id: 'fail', text: 'Says what fails.', weight: 1, accept: ['it fails'] },
      { id: 'fact', text: 'Names the header.', weight: 1, accept: ['header'] },
    ],
    avoid: [{ id: 'never', text: 'Never retries.', weight: 1, reject: ['never retry'] }],
  }),
  topic: 'graphql',
  concepts: ['graphql-basics'],
};
const suggested = (credit: number): Suggestion => ({
  met: [],
  half: [],
  unsure: [],
  look: [],
  flags: [],
  credit,
  clear: credit,
  most: credit,
});
const HOSTILE = '=cmd()|"<script>alert(1)</script>\u001b[2J **bold** ';
const WEEK = 7 * 86_400_000;
const answers = [
  answerTo(QUESTION, {
    response: { text: `${HOSTILE}${'long '.repeat(200)}`, met: [], half: ['fail'], flags: ['never'] },
    at: NOW - WEEK,
    change: { suggested: suggested(0.5) },
  }),
  answerTo(QUESTION, {
    response: { text: 'A trade-off, and a header.', met: ['cost', 'fact'], flags: [], late: ['fact'] },
    at: NOW,
    change: { suggested: suggested(0.25) },
  }),
  answerTo(QUESTION, { response: { text: '', met: ['fact'], flags: [] }, at: NOW - 1 }),
];
const source = sourceWith([QUESTION], answers);
const found = openAnswersOf(source, answers);

it('counts points by kind, must-haves apart', () => {
  expect(found?.kinds).toEqual([
    { kind: 'trade-offs', mustSaid: 1, mustLeft: 2, otherSaid: 0, otherLeft: 0 },
    { kind: 'failure cases', mustSaid: 0, mustLeft: 0, otherSaid: 1, otherLeft: 2 },
    { kind: 'facts', mustSaid: 0, mustLeft: 0, otherSaid: 2, otherLeft: 1 },
  ]);
  expect([found?.answers, found?.flagged]).toEqual([3, 1]);
});

it('compares own marks with suggested ones, week by week', () => {
  expect(found?.marks).toMatchObject({
    answers: 2,
    own: (0.125 + 0.75) / 2,
    suggested: 0.375,
    weeks: [
      { answers: 1, own: 0.125, suggested: 0.5 },
      { answers: 1, own: 0.75, suggested: 0.25 },
    ],
  });
  const texts = openBlocks(found).flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  expect(texts[1]).toBe(
    'You mark 6 points of 100 kinder than the suggestion: 44 % against 38 %, over 2 answers.',
  );
});

it('the best and the worst of what was typed', () => {
  const [topic] = found?.topics ?? [];
  expect(topic?.best.answer).toBe('A trade-off, and a header.');
  expect(topic?.worst?.answer).toMatch(/^=cmd.* …$/);
  expect([...(topic?.worst?.answer ?? '')].length).toBeLessThan(410);
});

it('nothing where nothing open was answered', () => {
  expect(openAnswersOf(source, [])).toBeNull();
  expect(openBlocks(null)).toEqual([]);
});

describe('own words in every format', () => {
  const reports = everyReport(source);
  it.each(Object.entries(reports))('%s: no control characters', (_, text) => {
    expect(text).not.toContain('\u001b');
  });
  it('HTML runs none of them', () => {
    expect(reports['report.html']).not.toContain('<script>alert');
    expect(reports['report.html']).toContain('&lt;script&gt;alert(1)');
  });
  it('Markdown shows them as typed', () => {
    expect(reports['report.md']).toContain('\\*\\*bold\\*\\*');
    expect(reports['report.md']).not.toContain('<script>');
  });
  it('a sheet does not reckon with them', () => {
    expect(reports['answers.csv']).not.toMatch(/(^|,)"?=cmd/m);
  });
});
